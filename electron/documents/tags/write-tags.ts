import {
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { type CellAttributes, type Content, isContent, isTag, type Tag } from './tag.ts';

/** Which tag holds each piece of marked content of a page, by its number. */
type Holders = Map<PDFRef, PDFRef[]>;
type HeldAnnotation = readonly [annotation: PDFRef, tag: PDFRef];

const name = (text: string) => PDFName.of(text);

/**
 * Writes a tree of tags under the root in place of what stood there, with the two trees that lead back to it: from the
 * marked content and the annotations of the pages to their tags, and from the names of cells to the cells.
 */
export function writeTags(root: PDFDict, context: PDFContext, tags: readonly Tag[]): void {
  const holders: Holders = new Map();
  const annotations: HeldAnnotation[] = [];
  const named = new Map<string, PDFRef>();

  const write = (tag: Tag, parent: PDFRef): PDFRef => {
    const ref = context.nextRef();
    const page = tag.kids.find(isContent)?.page;
    const kids = tag.kids.map((kid) => {
      if (isTag(kid)) return write(kid, ref);
      if (!isContent(kid)) {
        annotations.push([kid.object, ref]);
        return { Type: 'OBJR', Pg: kid.page, Obj: kid.object };
      }
      hold(holders, kid, ref);
      // On the page that the tag names, the number is enough.
      return kid.page === page ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid };
    });
    if (tag.id !== undefined) named.set(tag.id, ref);
    const attributes = attributesOf(tag);
    context.assign(
      ref,
      context.obj({
        Type: 'StructElem',
        S: tag.type,
        P: parent,
        ...(page === undefined ? {} : { Pg: page }),
        K: kids,
        ...(tag.id === undefined ? {} : { ID: PDFHexString.fromText(tag.id) }),
        ...(tag.alt === undefined ? {} : { Alt: PDFHexString.fromText(tag.alt) }),
        ...(tag.language === undefined ? {} : { Lang: PDFHexString.fromText(tag.language) }),
        ...(attributes === null ? {} : { A: attributes }),
      }),
    );
    return ref;
  };

  const rootRef = context.getObjectRef(root);
  if (rootRef === undefined) throw new Error('The root of the tags is not an object of its own.');
  root.set(name('K'), context.obj(tags.map((tag) => write(tag, rootRef))));
  writeParents(root, { context, holders, annotations });
  const ids = [...named].toSorted(([a], [b]) => (a < b ? -1 : 1));
  root.delete(name('IDTree'));
  if (ids.length > 0)
    root.set(
      name('IDTree'),
      context.obj({ Names: ids.flatMap(([id, ref]) => [PDFHexString.fromText(id), ref]) }),
    );
}

function hold(holders: Holders, { page, mcid }: Content, tag: PDFRef): void {
  const ofPage = holders.get(page) ?? [];
  ofPage[mcid] = tag;
  holders.set(page, ofPage);
}

const ATTRIBUTES = {
  scope: ({ scope }: CellAttributes) => (scope === undefined ? {} : { Scope: scope }),
  headers: ({ headers = [] }: CellAttributes) =>
    headers.length === 0 ? {} : { Headers: headers.map((id) => PDFHexString.fromText(id)) },
  spans: ({ rowSpan = 1, colSpan = 1 }: CellAttributes) => ({
    ...(rowSpan === 1 ? {} : { RowSpan: rowSpan }),
    ...(colSpan === 1 ? {} : { ColSpan: colSpan }),
  }),
};

function attributesOf({ cell, summary }: Tag) {
  const given = {
    ...(cell === undefined
      ? {}
      : { ...ATTRIBUTES.scope(cell), ...ATTRIBUTES.headers(cell), ...ATTRIBUTES.spans(cell) }),
    ...(summary === undefined ? {} : { Summary: PDFHexString.fromText(summary) }),
  };
  return Object.keys(given).length === 0 ? null : { O: 'Table', ...given };
}

interface Parents {
  readonly context: PDFContext;
  readonly holders: Holders;
  readonly annotations: readonly HeldAnnotation[];
}

function writeParents(root: PDFDict, { context, holders, annotations }: Parents): void {
  const nums: PDFObject[] = [];
  let key = 0;
  const next = (): PDFNumber => {
    const number = PDFNumber.of(key);
    key += 1;
    return number;
  };
  for (const [pageRef, ofPage] of holders) {
    const page = context.lookup(pageRef, PDFDict);
    const number = next();
    page.set(name('StructParents'), number);
    const tags = Array.from(ofPage, (tag) => tag ?? context.obj(null));
    nums.push(number, context.register(context.obj(tags)));
  }
  for (const [annotation, tag] of annotations) {
    const number = next();
    context.lookup(annotation, PDFDict).set(name('StructParent'), number);
    nums.push(number, tag);
  }
  root.set(name('ParentTree'), context.obj({ Nums: nums }));
  root.set(name('ParentTreeNextKey'), PDFNumber.of(key));
}
