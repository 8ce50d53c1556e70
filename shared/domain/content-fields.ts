import { z } from 'zod';
import { isoDateSchema } from './dates.ts';
import { minorUnitsSchema } from './money.ts';

// The kinds of field that the content of an assessment is made of, with what each says of a value that it does not take.

const tooLong = (maximum: number) => ({ error: `must not be longer than ${maximum} characters` });
const EMPTY = { error: 'must not be empty' };
export const text = (maximum: number) => z.string().max(maximum, tooLong(maximum));
export const filled = (maximum: number) => text(maximum).min(1, EMPTY);
export const optionalText = (maximum: number) => text(maximum).nullable().default(null);
const trimmed = (maximum: number) => z.string().trim().max(maximum, tooLong(maximum));
const noneIfEmpty = <T extends z.ZodType<string>>(schema: T) =>
  schema
    .nullable()
    .default(null)
    .transform((given) => (given === '' ? null : given));
const line = (maximum: number) =>
  trimmed(maximum).refine((given) => !/[\p{Cc}]/u.test(given), { error: 'must stand on one line' });
/** Text on one line, without blanks around it. */
export const filledLine = (maximum: number) => line(maximum).min(1, EMPTY);
export const optionalLine = (maximum: number) => noneIfEmpty(line(maximum));
/** The same with its line breaks. */
export const optionalLines = (maximum: number) => noneIfEmpty(trimmed(maximum));
export const optionalDate = isoDateSchema.nullable().default(null);
export const optionalMoney = minorUnitsSchema.nullable().default(null);
export const percent = (low: number, high: number) =>
  z
    .number({ error: `must be a number between ${low} and ${high} (per cent)` })
    .min(low, { error: `must be between ${low} and ${high} (per cent)` })
    .max(high, { error: `must be between ${low} and ${high} (per cent)` });
export const key = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, {
  error: 'must be a short identifier (letters, digits, - and _)',
});
/** A whole number of some unit, in words: `wholeNumber(0, 720, 'hours')`. */
export const wholeNumber = (low: number, high: number, unit: string) => {
  const error = `must be a whole number of ${unit} between ${low} and ${high}`;
  return z.number({ error }).int({ error }).min(low, { error }).max(high, { error });
};
/** A time of day as written on a contract: `00:01`. */
export const timeOfDay = z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, {
  error: 'must be a time of day such as 00:01',
});
