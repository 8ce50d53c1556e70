import { fieldWords } from './field-words.ts';
import { formatMoneyPlain } from './format-money.ts';
import { pathKey } from './issue-sentence.ts';
import { numbersUnder } from './json-members.ts';
import { MAXIMUM_MINOR, minorOf } from './money.ts';
import type { RatingModel } from './rating-model.ts';
import { type Failure, failed } from './result.ts';

/** What somebody means who writes `60.000` for sixty thousand. */
const THOUSANDS = /^\d{1,3}(?:\.\d{3})+$/;

/** An amount in cents that may have been meant: of `60.000` and `60000.5` of the currency, of `6e6` of cents. */
function meant(written: string): number {
  const value = Number(written);
  if (THOUSANDS.test(written)) return Number(written.replaceAll('.', '')) * 100;
  return Number.isInteger(value) && /e/i.test(written) ? value : Math.round(value * 100);
}

const ELSE = 2_500_000;

/**
 * Amounts of a submission's text that are not written as whole cents in digits alone: `25.000` is 25 to JSON and 25 thousand
 * to whoever wrote it so, and `2.5e9` is no amount that anybody reads. A sentence each, with the field, the line, and how an
 * amount is written.
 */
export const pointedCents = (text: string, model: RatingModel): readonly Failure[] =>
  numbersUnder(text, (key) => key.endsWith('Minor'))
    .filter(({ written }) => !/^-?\d+$/.test(written))
    .map(({ path, line, written }) => {
      const cents = meant(written);
      const minor = minorOf(cents > 0 && cents <= MAXIMUM_MINOR ? cents : ELSE);
      const example = `${formatMoneyPlain(minor, model.currencies[0] ?? 'USD')} is written ${minor}`;
      const sentence = `${fieldWords(path, model)} (line ${line}) must be a whole number of cents in digits alone, not ${written.slice(0, 40)}: ${example}.`;
      return failed('invalid-input', sentence, pathKey(path)).failure;
    });
