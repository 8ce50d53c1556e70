import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What stands over the text of a page: whose paper it is, and what it is of which section. */
export interface PageHead {
  readonly insured: string;
  readonly words: string;
}

/** Points from the upper edge within which the running head stands. */
const HEAD = 45;

/** The running head of each page, as it is drawn. */
export async function pageHeads(bytes: Uint8Array): Promise<readonly PageHead[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const heads: PageHead[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const inHead = items.flatMap((item) =>
      'str' in item && Number(item.transform[5]) > height - HEAD
        ? [{ text: item.str, isLeft: Number(item.transform[4]) < width / 2 - 40 }]
        : [],
    );
    const side = (isLeft: boolean) =>
      inHead
        .filter((one) => one.isLeft === isLeft)
        .map(({ text }) => text)
        .join('')
        .trim();
    heads.push({ insured: side(true), words: side(false) });
  }
  return heads;
}

/** How many pictures of points the first page draws: a logo is one, charts and marks are none. */
export async function picturesOnFirstPage(bytes: Uint8Array): Promise<number> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { fnArray } = await (await pdf.getPage(1)).getOperatorList();
  return fnArray.filter((operator) => operator === OPS.paintImageXObject).length;
}
