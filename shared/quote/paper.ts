import { type Quotation, quotationOf } from './quotation.ts';
import type { QuoteDocument } from './quote-document.ts';
import { type RiskSummary, riskSummaryOf } from './risk-summary.ts';

/** The papers of one document, and whom each is for. */
export const PAPER_KINDS = ['quotation', 'risk-summary', 'worksheet'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** What a broker may have; the rest stays in the insurer's file. */
export const BROKER_PAPERS: readonly PaperKind[] = ['quotation', 'risk-summary'];

/** Which papers are wanted: the broker's, the insurer's, or all. */
export const PAPER_SETS = ['broker', 'insurer', 'all'] as const;
export type PaperSet = (typeof PAPER_SETS)[number];

export const papersOfSet = (set: PaperSet): readonly PaperKind[] =>
  PAPER_KINDS.filter((kind) => set === 'all' || BROKER_PAPERS.includes(kind) === (set === 'broker'));

/** A paper with all that its pages show, and nothing that its reader may not see. */
export type Paper = { readonly format: 'ballast-paper/1'; readonly size: QuoteDocument['paper'] } & (
  | { readonly kind: 'quotation'; readonly quotation: Quotation }
  | { readonly kind: 'risk-summary'; readonly summary: RiskSummary }
  | { readonly kind: 'worksheet'; readonly document: QuoteDocument }
);

/** The paper of that kind that a document makes. Total and pure. */
export function paperOf(document: QuoteDocument, kind: PaperKind): Paper {
  const size = { format: 'ballast-paper/1', size: document.paper } as const;
  switch (kind) {
    case 'quotation':
      return { ...size, kind, quotation: quotationOf(document) };
    case 'risk-summary':
      return { ...size, kind, summary: riskSummaryOf(document) };
    case 'worksheet':
      return { ...size, kind, document };
  }
}
