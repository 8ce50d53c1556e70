import { create } from 'zustand';

export type OpenDialog =
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'issue-quote' }
  | { readonly kind: 'preview-quote' }
  | { readonly kind: 'workbook-check' }
  | { readonly kind: 'confirm-finalise' };

/** At most one dialog is open. */
export const useDialog = create<{ readonly open: OpenDialog | null }>()(() => ({ open: null }));

export const openDialog = (kind: OpenDialog['kind']): void => useDialog.setState({ open: { kind } });
export const closeDialog = (): void => useDialog.setState({ open: null });
