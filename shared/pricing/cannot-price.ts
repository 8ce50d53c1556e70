import type { Issue } from '../domain/issue.ts';
import type { MinorUnits } from '../domain/money.ts';
import { failed } from '../domain/result.ts';

/** No price can be made of these terms: their first problem as a failure, with its field (rating algorithm, section 9). */
export function notReady([first]: readonly Issue[]) {
  return failed('not-ready', first?.message ?? 'The terms cannot be priced.', first?.field ?? undefined);
}

/**
 * No price can be made on these figures of the rating model: a failure with one sentence that says what cannot be priced,
 * why (without full stop), and which field of the model to look at; `field` is that path.
 */
export const cannotPrice = (what: string, why: string, field: string) =>
  failed('not-ready', `${what} cannot be priced: ${why}; look at ${field} of the rating model.`, field);

/** Whether doubles hold an amount to the cent; false of what is no number. */
export const isExact = (minor: MinorUnits): boolean => Math.abs(minor) <= Number.MAX_SAFE_INTEGER;

/** A line of the premium is beyond exact cents on these figures of the model. */
export const notExact = (what: string, field: string) =>
  failed(
    'not-ready',
    `${what} is too large to be held to the cent; look at ${field} of the rating model.`,
    field,
  );
