import { insuredName } from '#shared/domain/insured-name.ts';
import { type Result, success } from '#shared/domain/result.ts';
import { printedHead } from '#shared/domain/trail-head.ts';
import type { DocumentStatus, QuoteDocument } from '#shared/quote/quote-document.ts';
import { fastSha256 } from '../host/hash.ts';
import { stamped } from './stamped.ts';

export interface QuotePdf {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export interface QuotePrinter {
  readonly print: (document: QuoteDocument) => Promise<Result<QuotePdf>>;
}

const TITLES: Readonly<Record<DocumentStatus, string>> = {
  draft: 'Draft quote',
  indication: 'Indication',
  quote: 'Quote',
  'not-quotable': 'Assessment, not an offer',
};

/** Prints documents with `printPages`, stamps them, and adds their SHA-256. */
export function createQuotePrinter(
  printPages: (document: QuoteDocument) => Promise<Result<Uint8Array>>,
  resourcesFolder: string,
  producer: string,
): QuotePrinter {
  return {
    print: async (document) => {
      const pages = await printPages(document);
      if (!pages.ok) return pages;
      const bytes = await stamped(pages.value, resourcesFolder, {
        title: documentTitle(document),
        subject: documentSubject(document),
        author: document.preparedBy,
        producer,
        preparedAt: document.preparedAt,
        reference: footReference(document),
        inputs: `Inputs ${document.inputsHash.slice(0, 12)}${trailWords(document)}`,
      });
      return success({ bytes, sha256: fastSha256(bytes) });
    },
  };
}

/** As `compare with paper` takes it. */
const trailWords = ({ trailHead }: QuoteDocument): string =>
  trailHead === undefined ? '' : `   Trail ${printedHead(trailHead)}`;

function documentTitle(document: QuoteDocument): string {
  const { status } = document;
  const kind = TITLES[status];
  const named = status === 'not-quotable' ? kind : `${kind} ${footReference(document)}`;
  return `${named}: ${insuredName(document.content)}`;
}

function documentSubject(document: QuoteDocument): string {
  const { status } = document;
  const name = insuredName(document.content);
  return status === 'not-quotable'
    ? `Insurance assessment of ${name}, not quotable`
    : `Insurance ${TITLES[status].toLowerCase()} for ${name}`;
}

/** An issued document has a reference and counts from version 1; a draft has neither. */
const footReference = ({ reference, version }: QuoteDocument): string =>
  version !== null ? `${reference}, version ${version}` : reference;
