import { insuredName } from '#shared/domain/insured-name.ts';
import { type Result, success } from '#shared/domain/result.ts';
import { printedHead } from '#shared/domain/trail-head.ts';
import { type Paper, type PaperKind, paperOf } from '#shared/quote/paper.ts';
import { paperTitle } from '#shared/quote/paper-words.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { fastSha256 } from '../host/hash.ts';
import { paperData } from './paper-data.ts';
import { stamped } from './stamped.ts';

export interface QuotePdf {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export interface QuotePrinter {
  /** Prints one of the papers that a document makes. */
  readonly print: (document: QuoteDocument, kind: PaperKind) => Promise<Result<QuotePdf>>;
}

/** Prints papers with `printPages`, stamps them, and adds their SHA-256. */
export function createQuotePrinter(
  printPages: (paper: Paper) => Promise<Result<Uint8Array>>,
  resourcesFolder: string,
  producer: string,
): QuotePrinter {
  return {
    print: async (document, kind) => {
      const paper = paperOf(document, kind);
      const pages = await printPages(paper);
      if (!pages.ok) return pages;
      const title = paperTitle(kind, document.status);
      const bytes = await stamped(pages.value, resourcesFolder, {
        title: `${title}${document.version === null ? '' : ` ${footReference(document)}`}: ${insuredName(document.content)}`,
        subject: `${title} for ${insuredName(document.content)}`,
        author: document.preparedBy,
        producer,
        preparedAt: document.preparedAt,
        reference: footReference(document),
        inputs: `Inputs ${document.inputsHash.slice(0, 12)}${trailWords(document)}`,
        data: paperData(paper),
      });
      return success({ bytes, sha256: fastSha256(bytes) });
    },
  };
}

/** As `compare with paper` takes it. */
const trailWords = ({ trailHead }: QuoteDocument): string =>
  trailHead === undefined ? '' : `   Trail ${printedHead(trailHead)}`;

/** An issued document has a reference and counts from version 1; a draft has neither. */
const footReference = ({ reference, version }: QuoteDocument): string =>
  version !== null ? `${reference}, version ${version}` : reference;
