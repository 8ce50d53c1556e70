import type { ReactElement } from 'react';
import type { AnyPaper } from '#shared/deal/papers/deal-paper.ts';
import { CoverSchedulePage } from './letters/cover-schedule-page.tsx';
import { LetterPages } from './letters/letter-pages.tsx';
import { QuotationPages } from './quotation/quotation-pages.tsx';
import { QuoteDocumentPages } from './quote-document-pages.tsx';
import { RiskSummaryPage } from './risk-summary-page.tsx';

/** The pages of a paper. The preview and the PDF show the same. */
export function PaperPages({ paper }: { readonly paper: AnyPaper }): ReactElement {
  switch (paper.kind) {
    case 'quotation':
      return <QuotationPages quotation={paper.quotation} paper={paper.size} />;
    case 'risk-summary':
      return <RiskSummaryPage summary={paper.summary} paper={paper.size} />;
    case 'worksheet':
      return <QuoteDocumentPages document={paper.document} />;
    case 'cover-schedule':
      return <CoverSchedulePage schedule={paper} />;
    default:
      return <LetterPages letter={paper} />;
  }
}
