import { PDFDict, type PDFDocument, PDFName, type PDFPage, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { bytesOf } from '../stream-bytes.ts';
import { markContent, type RunMeaning } from './mark-content.ts';
import { mendTags } from './mend-tags.ts';
import { readTags } from './read-tags.ts';
import { isContent, isTag, type Kid, type Tag } from './tag.ts';
import { writeTags } from './write-tags.ts';

/** Mends the tags of a printed document, and marks what its pages draw beside the text. Without tags nothing is done. */
export function tagDocument(document: PDFDocument, tableSummaries: readonly string[]): void {
  const { context, catalog } = document;
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  if (root === undefined) return;
  const written = readTags(root, context);
  for (const ref of written.refs) context.delete(ref);
  const tags = withSummaries(mendTags(written.tags), tableSummaries);
  const drawings = markPages(document, tags);
  writeTags(root, context, withDrawings(tags, drawings));
}

/** Drawings of a page that belong to a figure: the bars and lines of a chart. */
type Drawings = ReadonlyMap<Tag, readonly Kid[]>;

function markPages(document: PDFDocument, tags: readonly Tag[]): Drawings {
  const holders = holdersOf(tags);
  const drawings = new Map<Tag, Kid[]>();
  for (const page of document.getPages()) {
    const ofPage = holders.get(page.ref) ?? new Map<number, Tag>();
    let next = Math.max(-1, ...ofPage.keys()) + 1;
    const figureAt = (mcid: number | undefined): Tag | undefined => {
      const tag = mcid === undefined ? undefined : ofPage.get(mcid);
      return tag?.type === 'Figure' ? tag : undefined;
    };
    const meaningOf = (before: number | undefined, after: number | undefined): RunMeaning => {
      // What is drawn before the words of a picture is its ground and its marks, unless the page begins with it: the
      // rules and grounds of a page come before all its text.
      const figure = before === undefined ? undefined : figureAt(after);
      if (figure === undefined) return 'artifact';
      const mcid = next;
      next += 1;
      drawings.set(figure, [...(drawings.get(figure) ?? []), { page: page.ref, mcid }]);
      return { mcid };
    };
    rewrite(page, (content) => markContent(content, { isTagged: (mcid) => ofPage.has(mcid), meaningOf }));
  }
  return drawings;
}

function holdersOf(tags: readonly Tag[]): ReadonlyMap<PDFRef, ReadonlyMap<number, Tag>> {
  const holders = new Map<PDFRef, Map<number, Tag>>();
  const visit = (tag: Tag): void => {
    for (const kid of tag.kids) {
      if (isTag(kid)) visit(kid);
      else if (isContent(kid)) {
        const ofPage = holders.get(kid.page) ?? new Map<number, Tag>();
        ofPage.set(kid.mcid, tag);
        holders.set(kid.page, ofPage);
      }
    }
  };
  tags.forEach(visit);
  return holders;
}

/** The printer writes one stream for each page. */
function rewrite(page: PDFPage, change: (content: string) => string): void {
  const { context } = page.doc;
  const ref = page.node.get(PDFName.of('Contents'));
  const stream = ref === undefined ? undefined : context.lookup(ref);
  if (!(ref instanceof PDFRef && stream instanceof PDFRawStream)) return;
  const content = bytesOf(stream).toString('latin1');
  context.assign(ref, context.flateStream(Buffer.from(change(content), 'latin1')));
}

const withDrawings = (tags: readonly Tag[], drawings: Drawings): readonly Tag[] =>
  tags.map((tag) => ({
    ...tag,
    kids: [
      ...tag.kids.flatMap((kid): readonly Kid[] => (isTag(kid) ? withDrawings([kid], drawings) : [kid])),
      ...(drawings.get(tag) ?? []),
    ],
  }));

/** What each table holds, in the order of the document. */
function withSummaries(tags: readonly Tag[], summaries: readonly string[]): readonly Tag[] {
  const left = [...summaries];
  const visit = (tag: Tag): Tag => {
    const summary = tag.type === 'Table' ? left.shift() : '';
    return {
      ...tag,
      ...(summary ? { summary } : {}),
      kids: tag.kids.map((kid) => (isTag(kid) ? visit(kid) : kid)),
    };
  };
  return tags.map(visit);
}
