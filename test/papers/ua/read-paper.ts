import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

// Reads a paper for the checker: the objects with one library, what the pages draw with another, and nothing with the code
// that wrote either.

/** A structure element as it stands in the file. */
export interface Element {
  readonly type: string;
  readonly dict: PDFDict;
  readonly ref: PDFRef | undefined;
  readonly parent: Element | null;
  readonly kids: readonly (Element | MarkedKid | ObjectKid)[];
}
export interface MarkedKid {
  readonly page: PDFRef | undefined;
  readonly mcid: number;
}
export interface ObjectKid {
  readonly object: PDFRef | undefined;
}

/** What a page draws, one step each. */
export interface Step {
  readonly kind: 'begin' | 'end' | 'paint' | 'text';
  /** Of marked content. */
  readonly tag?: string;
  readonly mcid?: number | null;
  /** Of text: how many of its glyphs have no letter. */
  readonly unmapped?: number;
}

export interface PageFacts {
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly steps: readonly Step[];
  /** What it draws, as it is written. */
  readonly content: string;
}

export interface PaperFacts {
  readonly document: PDFDocument;
  readonly tree: readonly Element[];
  /** All of the tree, from the top down. */
  readonly elements: readonly Element[];
  readonly pages: readonly PageFacts[];
  readonly xmp: string | null;
  readonly fonts: readonly PDFDict[];
}

export const isElement = (kid: Element | MarkedKid | ObjectKid): kid is Element => 'type' in kid;
export const name = (text: string): PDFName => PDFName.of(text);

export const textOf = (value: PDFObject | undefined): string | null =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;

export async function readPaperFacts(bytes: Uint8Array): Promise<PaperFacts> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const tree = treeOf(document);
  const all = (element: Element): readonly Element[] => [
    element,
    ...element.kids.filter(isElement).flatMap(all),
  ];
  const steps = await stepsOf(bytes);
  return {
    document,
    tree,
    elements: tree.flatMap(all),
    pages: document.getPages().map((page, index) => ({
      ref: page.ref,
      dict: page.node,
      steps: steps[index] ?? [],
      content: contentOf(page.node),
    })),
    xmp: xmpOf(document),
    fonts: document.context
      .enumerateIndirectObjects()
      .flatMap(([, object]) =>
        object instanceof PDFDict && object.get(name('Type')) === name('Font') ? [object] : [],
      ),
  };
}

function treeOf({ catalog, context }: PDFDocument): readonly Element[] {
  const root = catalog.lookup(name('StructTreeRoot'));
  if (!(root instanceof PDFDict)) return [];
  const kidsOf = (
    value: PDFObject | undefined,
    page: PDFRef | undefined,
    parent: Element | null,
  ): (Element | MarkedKid | ObjectKid)[] => {
    const object = value instanceof PDFRef ? context.lookup(value) : value;
    if (object instanceof PDFArray) return object.asArray().flatMap((item) => kidsOf(item, page, parent));
    if (object instanceof PDFNumber) return [{ page, mcid: object.asNumber() }];
    if (!(object instanceof PDFDict)) return [];
    const named = object.get(name('Pg'));
    const own = named instanceof PDFRef ? named : page;
    const type = object.get(name('Type'));
    if (type === name('OBJR')) {
      const held = object.get(name('Obj'));
      return [{ object: held instanceof PDFRef ? held : undefined }];
    }
    if (type === name('MCR')) return [{ page: own, mcid: object.lookup(name('MCID'), PDFNumber).asNumber() }];
    const kids: (Element | MarkedKid | ObjectKid)[] = [];
    const standing = object.get(name('S'));
    const element: Element = {
      type: standing instanceof PDFName ? standing.decodeText() : '',
      dict: object,
      ref: value instanceof PDFRef ? value : undefined,
      parent,
      kids,
    };
    kids.push(...kidsOf(object.get(name('K')), own, element));
    return [element];
  };
  return kidsOf(root.get(name('K')), undefined, null).filter(isElement);
}

function contentOf(page: PDFDict): string {
  const held = page.lookup(name('Contents'));
  const streams = held instanceof PDFArray ? held.asArray().map((ref) => page.context.lookup(ref)) : [held];
  return streams
    .map((stream) =>
      stream instanceof PDFRawStream
        ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
        : '',
    )
    .join('\n');
}

function xmpOf({ catalog }: PDFDocument): string | null {
  const stream = catalog.lookup(name('Metadata'));
  if (!(stream instanceof PDFStream)) return null;
  const bytes =
    stream instanceof PDFRawStream && stream.dict.has(name('Filter'))
      ? decodePDFRawStream(stream).decode()
      : stream.getContents();
  return new TextDecoder().decode(bytes);
}

const PAINTS = new Set<number>([
  OPS.shadingFill,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObject,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintSolidColorImageMask,
]);
const TEXTS = new Set<number>([
  OPS.showText,
  OPS.showSpacedText,
  OPS.nextLineShowText,
  OPS.nextLineSetSpacingShowText,
]);

/** The library gives a name as text or as an object. */
const nameOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'name' in value ? String(value.name) : String(value);

interface Glyph {
  readonly unicode: string;
}

async function stepsOf(bytes: Uint8Array): Promise<readonly (readonly Step[])[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: Step[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { fnArray, argsArray } = await (await pdf.getPage(number)).getOperatorList();
    pages.push(
      fnArray.flatMap((fn, index): readonly Step[] => {
        const args = argsArray[index] as readonly unknown[] | null;
        if (fn === OPS.beginMarkedContent || fn === OPS.beginMarkedContentProps)
          return [{ kind: 'begin', tag: nameOf(args?.[0]), mcid: (args?.[1] as number | undefined) ?? null }];
        if (fn === OPS.endMarkedContent) return [{ kind: 'end' }];
        if (fn === OPS.constructPath) return args?.[0] === OPS.endPath ? [] : [{ kind: 'paint' }];
        if (PAINTS.has(fn)) return [{ kind: 'paint' }];
        if (!TEXTS.has(fn)) return [];
        const glyphs = ((args?.[0] ?? []) as readonly (Glyph | number)[]).filter(
          (glyph): glyph is Glyph => typeof glyph === 'object' && glyph !== null,
        );
        return [
          {
            kind: 'text',
            unmapped: glyphs.filter(({ unicode }) => unicode === '' || unicode === '\0').length,
          },
        ];
      }),
    );
  }
  return pages;
}
