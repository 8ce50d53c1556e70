import {
  type AnyPaper,
  type DealPaper,
  dealPaperTitle,
  insuredOfDealPaper,
  referenceOfDealPaper,
} from '#shared/deal/papers/deal-paper.ts';
import { insuredName } from '#shared/domain/insured-name.ts';
import { type Result, success } from '#shared/domain/result.ts';
import { printedHead } from '#shared/domain/trail-head.ts';
import { type PaperKind, paperOf } from '#shared/quote/paper.ts';
import { paperTitle } from '#shared/quote/paper-words.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { fastSha256 } from '../host/hash.ts';
import type { PrintedPages } from './page-words.ts';
import { paperData } from './paper-data.ts';
import type { StampPages } from './stamp-in-thread.ts';

export interface QuotePdf {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export interface QuotePrinter {
  /** Prints one of the papers that a document makes. */
  readonly print: (document: QuoteDocument, kind: PaperKind) => Promise<Result<QuotePdf>>;
}

export interface DealPrinter {
  /** Prints a letter, a memo or a schedule of a case. */
  readonly printDealPaper: (paper: DealPaper) => Promise<Result<QuotePdf>>;
}

/** Prints papers with `printPages`, stamps them with `stampPages`, and adds their SHA-256. */
export function createQuotePrinter(
  printPages: (paper: AnyPaper) => Promise<Result<PrintedPages>>,
  stampPages: StampPages,
  producer: string,
): QuotePrinter & DealPrinter {
  return {
    printDealPaper: async (paper) => {
      const pages = await printPages(paper);
      if (!pages.ok) return pages;
      const title = dealPaperTitle(paper.kind);
      const insured = insuredOfDealPaper(paper);
      const reference = referenceOfDealPaper(paper) ?? title;
      const bytes = await stampPages({
        pages: pages.value,
        stamp: {
          title: `${title}: ${insured}`,
          subject: `${title} for ${insured}`,
          author: paper.kind === 'cover-schedule' ? paper.preparedBy : paper.writer.name,
          producer,
          head: title,
          preparedAt: paper.preparedAt,
          reference,
          inputs: `Inputs ${inputsOf(paper).slice(0, 12)}`,
          data: paperData(paper),
        },
      });
      return success({ bytes, sha256: fastSha256(bytes) });
    },
    print: async (document, kind) => {
      const paper = paperOf(document, kind);
      const pages = await printPages(paper);
      if (!pages.ok) return pages;
      const title = paperTitle(kind, document.status);
      const bytes = await stampPages({
        pages: pages.value,
        stamp: {
          title: `${title}${document.version === null ? '' : ` ${footReference(document)}`}: ${insuredName(document.content)}`,
          subject: `${title} for ${insuredName(document.content)}`,
          author: document.preparedBy,
          producer,
          head: title,
          preparedAt: document.preparedAt,
          reference: footReference(document),
          inputs: `Inputs ${document.inputsHash.slice(0, 12)}${trailWords(document)}`,
          data: paperData(paper),
        },
      });
      return success({ bytes, sha256: fastSha256(bytes) });
    },
  };
}

const inputsOf = (paper: DealPaper): string =>
  paper.kind === 'cover-schedule' ? paper.quotation.inputsHash : paper.inputsHash;

/** As `compare with paper` takes it. */
const trailWords = ({ trailHead }: QuoteDocument): string =>
  trailHead === undefined ? '' : `   Trail ${printedHead(trailHead)}`;

/** An issued document has a reference and counts from version 1; a draft has neither. */
const footReference = ({ reference, version }: QuoteDocument): string =>
  version !== null ? `${reference}, version ${version}` : reference;
