import { PDFArray, type PDFDocument, PDFName, PDFNumber, type PDFPage } from '@cantoo/pdf-lib';
import { bookmarksOf } from './mend-bookmarks.ts';

/** Where the text of a page begins and ends, in points from its edges, see print.css. */
const OVER_TEXT = 51;
const UNDER_TEXT = 57;

/** Points: what is left of a section that ends at the head of a page. */
const FEW_LINES = 40;

interface Start {
  readonly section: string;
  readonly page: number;
  /** Points from the foot of the page. */
  readonly y: number;
}

/**
 * The section that each page begins with; the last lines of one that ends there are passed over. `sections` says of each
 * bookmark which section begins with it, null where none does; empty where a page is of none, or where the bookmarks are
 * not those of the headings.
 */
export function pageSections(document: PDFDocument, sections: readonly (string | null)[]): readonly string[] {
  const pages = document.getPages();
  const bookmarks = bookmarksOf(document);
  if (bookmarks.length !== sections.length) return pages.map(() => '');
  const starts = bookmarks.flatMap((bookmark, index): readonly Start[] => {
    const section = sections[index] ?? null;
    const place = bookmark.lookupMaybe(PDFName.of('Dest'), PDFArray);
    const page = pages.findIndex(({ ref }) => ref === place?.get(0));
    const y = place?.lookupMaybe(3, PDFNumber)?.asNumber();
    return section === null || page < 0 || y === undefined ? [] : [{ section, page, y }];
  });
  return pages.map((page, index) => sectionOf(page, index, starts));
}

function sectionOf(page: PDFPage, index: number, starts: readonly Start[]): string {
  const top = page.getHeight() - OVER_TEXT;
  const before = starts.findLast((start) => start.page < index);
  const own = starts.filter((start) => start.page === index);
  const inOrder = [...(before === undefined ? [] : [{ ...before, y: top }]), ...own];
  const room = inOrder.map(({ section, y }, at) => ({
    section,
    height: y - (inOrder[at + 1]?.y ?? UNDER_TEXT),
  }));
  const first = room.find(({ height }) => height > FEW_LINES) ?? room[0];
  return first?.section ?? '';
}
