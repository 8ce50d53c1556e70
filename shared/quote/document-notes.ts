import type { Issue } from '../domain/issue.ts';

/** A note on the price, as documents have kept it from the first version on. */
export interface DocumentNote {
  readonly kind: 'cannot-quote' | 'warning' | 'note';
  readonly id: string;
  readonly message: string;
  readonly field: string | null;
}

function noteOf({ severity, id, about, field, message }: Issue): readonly DocumentNote[] {
  switch (severity) {
    case 'cannot-quote':
    case 'note':
      return [{ kind: severity, id, message, field }];
    case 'warning':
      return about === 'price' ? [{ kind: severity, id, message, field }] : [];
    default:
      return [];
  }
}

/** What a document notes about a price: whether it may be quoted, the warnings of the price itself, market corridors. */
export const documentNotes = (issues: readonly Issue[]): readonly DocumentNote[] => issues.flatMap(noteOf);
