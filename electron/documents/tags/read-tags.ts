import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { CellAttributes, Kid, Tag } from './tag.ts';

/** The tree of tags as the printer wrote it, and the objects that it is made of. */
interface WrittenTags {
  readonly tags: readonly Tag[];
  readonly refs: readonly PDFRef[];
}

const name = (text: string) => PDFName.of(text);

/** There are a dozen types and thousands of tags; the library works each name out letter by letter. */
const types = new Map<PDFName, string>();
function typeOf(object: PDFDict): string {
  const type = object.lookupMaybe(name('S'), PDFName);
  if (type === undefined) return 'NonStruct';
  const known = types.get(type) ?? type.decodeText();
  types.set(type, known);
  return known;
}

/** Reads the tags under the root of a tagged document. */
export function readTags(root: PDFDict, context: PDFContext): WrittenTags {
  const refs: PDFRef[] = [];
  const kidsOf = (value: PDFObject | undefined, page: PDFRef | undefined): readonly Kid[] => {
    const object = value instanceof PDFRef ? context.lookup(value) : value;
    if (object instanceof PDFArray) return object.asArray().flatMap((item) => kidsOf(item, page));
    if (object instanceof PDFNumber) return page === undefined ? [] : [{ page, mcid: object.asNumber() }];
    if (!(object instanceof PDFDict)) return [];
    if (value instanceof PDFRef) refs.push(value);
    const own = refOf(object, 'Pg') ?? page;
    const held = refOf(object, 'Obj');
    if (held !== undefined) return own === undefined ? [] : [{ page: own, object: held }];
    const mcid = object.get(name('MCID'));
    if (mcid instanceof PDFNumber) return own === undefined ? [] : [{ page: own, mcid: mcid.asNumber() }];
    return [tagOf(object, own)];
  };
  const tagOf = (object: PDFDict, page: PDFRef | undefined): Tag => ({
    type: typeOf(object),
    kids: kidsOf(object.get(name('K')), page),
    id: textOf(object, 'ID'),
    alt: textOf(object, 'Alt'),
    language: textOf(object, 'Lang'),
    cell: cellOf(object.lookup(name('A'))),
  });
  const top = kidsOf(root.get(name('K')), undefined);
  return { tags: top.filter((kid): kid is Tag => 'type' in kid), refs };
}

const refOf = (object: PDFDict, key: string): PDFRef | undefined => {
  const value = object.get(name(key));
  return value instanceof PDFRef ? value : undefined;
};

const textOf = (object: PDFDict, key: string): string | undefined => {
  const value = object.lookup(name(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
};

/** The attributes of a cell, which may stand in several dictionaries. */
function cellOf(value: PDFObject | undefined): CellAttributes | undefined {
  const all = value instanceof PDFArray ? value.asArray() : [value];
  const ofTables = all.filter(
    (item): item is PDFDict => item instanceof PDFDict && item.get(name('O')) === name('Table'),
  );
  const given = (key: string) => ofTables.map((item) => item.lookup(name(key))).find(Boolean);
  const scope = given('Scope');
  const headers = given('Headers');
  const [rowSpan, colSpan] = [given('RowSpan'), given('ColSpan')];
  if (ofTables.length === 0) return undefined;
  return {
    ...(scope instanceof PDFName ? { scope: scope.decodeText() === 'Row' ? 'Row' : 'Column' } : {}),
    ...(headers instanceof PDFArray
      ? {
          headers: headers
            .asArray()
            .flatMap((item) =>
              item instanceof PDFString || item instanceof PDFHexString ? [item.decodeText()] : [],
            ),
        }
      : {}),
    ...(rowSpan instanceof PDFNumber ? { rowSpan: rowSpan.asNumber() } : {}),
    ...(colSpan instanceof PDFNumber ? { colSpan: colSpan.asNumber() } : {}),
  };
}
