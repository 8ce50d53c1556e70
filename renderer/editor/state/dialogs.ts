import { create } from 'zustand';
import type { DealPaperKind } from '#shared/deal/papers/deal-paper.ts';
import type { QuoteSummary, SalvageReport } from '#shared/domain/records.ts';

export type OpenDialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'issue-quote' }
  | { readonly kind: 'preview-quote' }
  | { readonly kind: 'workbook-check' }
  | { readonly kind: 'restore-backup' }
  | { readonly kind: 'empty-bin' }
  | { readonly kind: 'compare-paper' }
  | { readonly kind: 'check-papers' }
  | { readonly kind: 'confirm-finalise' }
  | { readonly kind: 'move-model' }
  | { readonly kind: 'refer' }
  | { readonly kind: 'approve' }
  | { readonly kind: 'send-back' }
  | MoveCaseDialog
  | OfferDialog
  | { readonly kind: 'first-start' }
  | { readonly kind: 'who' }
  | SalvagedDialog
  | IssuedQuoteDialog
  | CasePaperDialog;

/** Outlives the editor, which is built anew when what it shows becomes read-only. */
export interface IssuedQuoteDialog {
  readonly kind: 'issued-quote' | 'issued-document';
  readonly quote: QuoteSummary;
}

/** A move of the case for a reason, in words or from a list. */
interface MoveCaseDialog {
  readonly kind: 'move-case';
  readonly to: 'draft' | 'in-review' | 'declined' | 'not-taken-up' | 'cancelled';
}

/** What becomes of one offer. */
export interface OfferDialog {
  readonly kind: 'counter-offer' | 'accept' | 'withdraw' | 'bind';
  readonly quote: QuoteSummary;
}

/** A letter, a memo or a schedule of the case. */
interface CasePaperDialog {
  readonly kind: 'case-paper';
  readonly paper: DealPaperKind;
}

/** What a salvage saved and what it did not. */
interface SalvagedDialog {
  readonly kind: 'salvaged';
  readonly report: SalvageReport;
}

/** At most one dialog is open. */
export const useDialog = create<{ readonly open: OpenDialog | null }>()(() => ({ open: null }));

export const openDialog = (
  kind: Exclude<
    OpenDialog['kind'],
    | IssuedQuoteDialog['kind']
    | SalvagedDialog['kind']
    | MoveCaseDialog['kind']
    | OfferDialog['kind']
    | CasePaperDialog['kind']
  >,
): void => useDialog.setState({ open: { kind } });
export const openIssued = (kind: IssuedQuoteDialog['kind'], quote: QuoteSummary): void =>
  useDialog.setState({ open: { kind, quote } });
export const openMoveCase = (to: MoveCaseDialog['to']): void =>
  useDialog.setState({ open: { kind: 'move-case', to } });
export const openCasePaper = (paper: DealPaperKind): void =>
  useDialog.setState({ open: { kind: 'case-paper', paper } });
export const openOffer = (kind: OfferDialog['kind'], quote: QuoteSummary): void =>
  useDialog.setState({ open: { kind, quote } });
export const openSalvaged = (report: SalvageReport): void =>
  useDialog.setState({ open: { kind: 'salvaged', report } });
export const closeDialog = (): void => useDialog.setState({ open: null });
