import { numberNodesAnew } from './node-names.ts';
import type { PrintedPages } from './page-words.ts';
import { type Stamp, stampPdf } from './stamp.ts';

/** A paper that waits for its stamp. */
export interface StampJob {
  readonly pages: PrintedPages;
  readonly stamp: Stamp;
}

/** Printed pages with the running foot and the metadata of a document, set in `font`. */
export const stampPages = (
  { pages: { pdf, words }, stamp }: StampJob,
  font: Uint8Array,
): Promise<Uint8Array> => stampPdf(numberNodesAnew(pdf), font, { ...stamp, words });
