import { PDFDict, type PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';

/** Gives each bookmark the words of its heading. Where a paper has another number of either, they stay as printed. */
export function mendBookmarks(document: PDFDocument, headings: readonly string[]): void {
  const bookmarks = bookmarksOf(document);
  if (bookmarks.length !== headings.length) return;
  bookmarks.forEach((bookmark, index) => {
    bookmark.set(PDFName.of('Title'), PDFHexString.fromText(headings[index] ?? ''));
  });
}

/** Those of all levels, in the order of the pages. */
export function bookmarksOf(document: PDFDocument): readonly PDFDict[] {
  const outlines = document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict);
  return outlines === undefined ? [] : bookmarksUnder(outlines);
}

function bookmarksUnder(parent: PDFDict): readonly PDFDict[] {
  const found: PDFDict[] = [];
  let one = parent.lookupMaybe(PDFName.of('First'), PDFDict);
  while (one !== undefined) {
    found.push(one, ...bookmarksUnder(one));
    one = one.lookupMaybe(PDFName.of('Next'), PDFDict);
  }
  return found;
}
