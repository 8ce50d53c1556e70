import type { PaperKind } from './paper.ts';
import type { DocumentStatus } from './quote-document.ts';

const QUOTATIONS: Readonly<Record<DocumentStatus, string>> = {
  draft: 'Draft quotation',
  indication: 'Indication',
  quote: 'Quotation',
  'not-quotable': 'Assessment, not an offer',
};

/** What a paper calls itself: the quotation by what may be done with it. */
export function paperTitle(kind: PaperKind, status: DocumentStatus): string {
  switch (kind) {
    case 'quotation':
      return QUOTATIONS[status];
    case 'risk-summary':
      return 'Risk summary';
    case 'worksheet':
      return 'Rating worksheet';
  }
}
