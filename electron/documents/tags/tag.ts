import type { PDFRef } from '@cantoo/pdf-lib';

/** A piece of marked content of a page. */
export interface Content {
  readonly page: PDFRef;
  readonly mcid: number;
}

/** An annotation that a tag holds, such as the area of a link. */
export interface HeldObject {
  readonly page: PDFRef;
  readonly object: PDFRef;
}

/** Of a cell: what it heads, or which cells head it, and how far it reaches. */
export interface CellAttributes {
  readonly scope?: 'Column' | 'Row';
  readonly headers?: readonly string[];
  readonly rowSpan?: number;
  readonly colSpan?: number;
}

/** A structure element (ISO 32000-1, 14.7.2): what a reader who hears the paper is told of a piece of it. */
export interface Tag {
  readonly type: string;
  readonly kids: readonly Kid[];
  readonly id?: string | undefined;
  /** What is said in place of a picture. */
  readonly alt?: string | undefined;
  readonly language?: string | undefined;
  readonly cell?: CellAttributes | undefined;
  /** What a table holds, for those who hear it. */
  readonly summary?: string | undefined;
}

export type Kid = Tag | Content | HeldObject;

export const isTag = (kid: Kid): kid is Tag => 'type' in kid;
export const isContent = (kid: Kid): kid is Content => 'mcid' in kid;
