import type { LibraryRow } from './library-row.ts';

/** The dialog that the page has open. */
export type LibraryDialog =
  | { readonly kind: 'row' | 'pick' | 'edit'; readonly shown: LibraryRow }
  | { readonly kind: 'add' | 'load' | 'own-effect' | 'pack-effect' };
