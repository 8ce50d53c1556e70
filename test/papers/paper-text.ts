import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Element, isElement, name, type PaperFacts, readPaperFacts, textOf } from './ua/read-paper.ts';

/** A paper as it is read aloud: its text in the order of its tags, and nothing of the program that made it. */
export interface PaperText {
  /** All paragraphs, headings, items and cells, in order. */
  readonly blocks: readonly TextBlock[];
  readonly tables: readonly TextTable[];
  /** What is said in place of each picture. */
  readonly alts: readonly string[];
}

export interface TextBlock {
  readonly type: string;
  readonly text: string;
  /** The first page that it stands on, from 1. */
  readonly page: number;
}

export interface TextTable {
  readonly page: number;
  /** Empty where the table has none. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const BLOCKS = new Set(['P', 'H1', 'H2', 'H3', 'LBody', 'TH', 'TD']);

/** Reads the text of a paper out of its bytes. */
export async function readPaperText(bytes: Uint8Array): Promise<PaperText> {
  const facts = await readPaperFacts(bytes);
  const texts = await textsOf(bytes);
  const pageOf = new Map(facts.pages.map(({ ref }, index) => [ref, index]));
  const contentOf = (element: Element): readonly (readonly [page: number, text: string])[] =>
    element.kids.flatMap((kid) => {
      if (isElement(kid)) return contentOf(kid);
      if (!('mcid' in kid) || kid.page === undefined) return [];
      const page = pageOf.get(kid.page) ?? 0;
      return [[page + 1, texts[page]?.get(kid.mcid) ?? ''] as const];
    });
  const wordsOf = (element: Element): string =>
    contentOf(element)
      .map(([, text]) => text)
      .join('')
      .replaceAll(/\s+/g, ' ')
      .trim();
  const pageOfElement = (element: Element): number => contentOf(element)[0]?.[0] ?? 0;
  return {
    blocks: facts.elements
      .filter(({ type, parent }) => BLOCKS.has(type) && !isInBlock(parent))
      .map((element) => ({ type: element.type, text: wordsOf(element), page: pageOfElement(element) })),
    tables: facts.elements
      .filter(({ type }) => type === 'Table')
      .map((table) => {
        const group = (type: string) => table.kids.filter(isElement).find((kid) => kid.type === type);
        const cells = (row: Element) => row.kids.filter(isElement).map(wordsOf);
        const [first] = group('THead') === undefined ? [] : rowsOf(group('THead')!);
        return {
          page: pageOfElement(table),
          head: first === undefined ? [] : cells(first),
          rows: rowsOf(group('TBody') ?? table).map(cells),
        };
      }),
    alts: altsOf(facts),
  };
}

const isInBlock = (element: Element | null): boolean =>
  element !== null && (BLOCKS.has(element.type) || isInBlock(element.parent));

const rowsOf = (element: Element): readonly Element[] =>
  element.kids.filter(isElement).flatMap((kid) => (kid.type === 'TR' ? [kid] : rowsOf(kid)));

const altsOf = ({ elements }: PaperFacts): readonly string[] =>
  elements.flatMap(({ dict }) => textOf(dict.lookup(name('Alt')))?.replaceAll('\u00a0', ' ') ?? []);

/** The text of each piece of marked content of each page. */
async function textsOf(bytes: Uint8Array): Promise<readonly ReadonlyMap<number, string>[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: Map<number, string>[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent({ includeMarkedContent: true });
    const texts = new Map<number, string>();
    const open: (number | null)[] = [];
    for (const item of items) {
      if ('str' in item) {
        const at = open.findLast((mcid) => mcid !== null);
        const text = `${item.str}${item.hasEOL ? ' ' : ''}`.replaceAll('\u00a0', ' ');
        if (at !== undefined && at !== null) texts.set(at, `${texts.get(at) ?? ''}${text}`);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(Number(/_mc(\d+)$/.exec(item.id ?? '')?.[1] ?? Number.NaN) || zeroOf(item.id));
    }
    pages.push(texts);
  }
  return pages;
}

const zeroOf = (id: string | undefined): number | null => (/_mc0$/.test(id ?? '') ? 0 : null);
