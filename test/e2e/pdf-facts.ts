import { PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader, a printer and an assistive technology find in a PDF. */
export interface PdfFacts {
  readonly title: string;
  readonly language: string;
  readonly author: string;
  readonly producer: string;
  readonly isTagged: boolean;
  readonly showsTitle: boolean;
  readonly outline: readonly string[];
  /** Width and height in points of each page. */
  readonly sizes: readonly (readonly [number, number])[];
  /** Text of each page, in the order of the content. */
  readonly pages: readonly string[];
  readonly fonts: readonly { readonly name: string; readonly isEmbedded: boolean }[];
}

export async function readPdf(bytes: Uint8Array): Promise<PdfFacts> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info } = (await pdf.getMetadata()) as { info: Readonly<Record<string, string>> };
  const marks = (await pdf.getMarkInfo()) as Map<string, unknown> | null;
  const preferences = (await pdf.getViewerPreferences()) as Map<string, unknown> | null;
  const outline = (await pdf.getOutline()) as readonly { readonly title: string }[] | null;
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map((number) => pdf.getPage(number)));
  const texts = await Promise.all(pages.map((page) => page.getTextContent()));
  return {
    title: info.Title ?? '',
    language: info.Language ?? '',
    author: info.Author ?? '',
    producer: info.Producer ?? '',
    isTagged: marks?.get('Marked') === true && (await pages[0]?.getStructTree()) !== null,
    showsTitle: preferences?.get('DisplayDocTitle') === true,
    outline: (outline ?? []).map(({ title }) => title),
    sizes: pages.map(({ view }) => [Math.round(view[2] ?? 0), Math.round(view[3] ?? 0)] as const),
    pages: texts.map(({ items }) =>
      items
        .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
        .join('')
        .replaceAll('\u00a0', ' '),
    ),
    fonts: await fontsOf(bytes),
  };
}

/** Every font of the file that glyphs are drawn with, and whether the file carries it. */
async function fontsOf(bytes: Uint8Array): Promise<PdfFacts['fonts']> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { context } = document;
  return context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) return [];
    // A composite font stands on its descendant, and a Type 3 font is drawn in the file itself.
    const subtype = object.get(PDFName.of('Subtype'));
    if (subtype === PDFName.of('Type0') || subtype === PDFName.of('Type3')) return [];
    const reference = object.get(PDFName.of('FontDescriptor'));
    const descriptor = reference instanceof PDFRef ? context.lookup(reference) : reference;
    const isEmbedded =
      descriptor instanceof PDFDict &&
      ['FontFile', 'FontFile2', 'FontFile3'].some((name) => descriptor.has(PDFName.of(name)));
    return [{ name: String(object.get(PDFName.of('BaseFont'))), isEmbedded }];
  });
}
