import { create } from 'zustand';
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
  | { readonly kind: 'confirm-finalise' }
  | { readonly kind: 'move-model' }
  | SalvagedDialog
  | IssuedQuoteDialog;

/** Outlives the editor, which is built anew when what it shows becomes read-only. */
export interface IssuedQuoteDialog {
  readonly kind: 'issued-quote' | 'issued-document';
  readonly quote: QuoteSummary;
}

/** What a salvage saved and what it did not. */
interface SalvagedDialog {
  readonly kind: 'salvaged';
  readonly report: SalvageReport;
}

/** At most one dialog is open. */
export const useDialog = create<{ readonly open: OpenDialog | null }>()(() => ({ open: null }));

export const openDialog = (
  kind: Exclude<OpenDialog['kind'], IssuedQuoteDialog['kind'] | SalvagedDialog['kind']>,
): void => useDialog.setState({ open: { kind } });
export const openIssued = (kind: IssuedQuoteDialog['kind'], quote: QuoteSummary): void =>
  useDialog.setState({ open: { kind, quote } });
export const openSalvaged = (report: SalvageReport): void =>
  useDialog.setState({ open: { kind: 'salvaged', report } });
export const closeDialog = (): void => useDialog.setState({ open: null });
