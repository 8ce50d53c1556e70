import type { ReactElement } from 'react';
import type { Paper } from '#shared/quote/paper.ts';
import { QuotationPages } from './quotation/quotation-pages.tsx';
import { QuoteDocumentPages } from './quote-document-pages.tsx';
import { RiskSummaryPage } from './risk-summary-page.tsx';

/** The pages of a paper. The preview and the PDF show the same. */
export function PaperPages({ paper }: { readonly paper: Paper }): ReactElement {
  switch (paper.kind) {
    case 'quotation':
      return <QuotationPages quotation={paper.quotation} paper={paper.size} />;
    case 'risk-summary':
      return <RiskSummaryPage summary={paper.summary} paper={paper.size} />;
    case 'worksheet':
      return <QuoteDocumentPages document={paper.document} />;
  }
}
