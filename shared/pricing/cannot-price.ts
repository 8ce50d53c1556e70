import type { Issue } from '../domain/issue.ts';
import { failed } from '../domain/result.ts';

/** The failure of terms that cannot be priced: their first problem, with its field (rating algorithm, section 9). */
export function notReady([first]: readonly Issue[]) {
  return failed('not-ready', first?.message ?? 'The terms cannot be priced.', first?.field ?? undefined);
}

/**
 * The failure of a price that these numbers of the rating model do not allow: one sentence that says what cannot be
 * priced, why (without full stop), and which field of the model to look at; `field` is that path.
 */
export const cannotPrice = (what: string, why: string, field: string) =>
  failed('not-ready', `${what} cannot be priced: ${why}; look at ${field} of the rating model.`, field);

/** Whether doubles hold an amount to the cent; false for NaN. */
export const isExact = (cents: number): boolean => Math.abs(cents) <= Number.MAX_SAFE_INTEGER;

/** The failure of a premium line that is too large to be exact to the cent on these numbers of the model. */
export const notExact = (what: string, field: string) =>
  failed(
    'not-ready',
    `${what} is too large to be held to the cent; look at ${field} of the rating model.`,
    field,
  );
