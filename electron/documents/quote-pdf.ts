import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { QuoteDocument } from '#shared/contract/quote-document.ts';
import { type Result, success } from '#shared/domain/result.ts';
import { stampPdf } from './stamp.ts';

export interface QuotePdf {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

export interface QuotePrinter {
  readonly print: (document: QuoteDocument) => Promise<Result<QuotePdf>>;
}

const TITLES: Readonly<Record<QuoteDocument['status'], string>> = {
  draft: 'Draft quote',
  indication: 'Indication',
  quote: 'Quote',
};

/** Prints documents on `printPages`, stamps them, and tells their SHA-256. */
export function createQuotePrinter(
  printPages: (document: QuoteDocument) => Promise<Result<Uint8Array>>,
  resourcesFolder: string,
  producer: string,
): QuotePrinter {
  return {
    print: async (document) => {
      const pages = await printPages(document);
      if (!pages.ok) return pages;
      const font = await readFile(join(resourcesFolder, 'fonts', 'inter-regular.ttf'));
      const bytes = await stampPdf(pages.value, font, {
        title: documentTitle(document),
        subject: `Insurance ${TITLES[document.status].toLowerCase()} for ${document.content.subject.name}`,
        author: document.preparedBy,
        producer,
        preparedAt: document.preparedAt,
        reference: footReference(document),
        inputs: `Inputs ${document.inputsHash.slice(0, 12)}`,
      });
      return success({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
    },
  };
}

const documentTitle = (document: QuoteDocument): string =>
  `${TITLES[document.status]} ${footReference(document)}: ${document.content.subject.name}`;

/** An issued document has a reference and counts from version 1; a draft has neither. */
const footReference = ({ reference, version }: QuoteDocument): string =>
  version > 0 ? `${reference}, version ${version}` : reference;
