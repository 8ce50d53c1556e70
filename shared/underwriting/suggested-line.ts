import { formatMoneyPlain } from '../domain/format-money.ts';
import { formatPercentValue } from '../domain/format-number.ts';
import { type MinorUnits, minorOf, NO_MONEY, smallestMinor } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Grade } from '../domain/vocabulary.ts';

export interface LineFacts {
  /** The most that is paid for one event at 100%, in cents. */
  readonly wholeMinor: MinorUnits;
  /** What the person may write by themselves, in cents; null where nobody has set a limit. */
  readonly authorityMinor: MinorUnits | null;
  /** The smallest capacity left of what this risk shares with others, in cents; null where none is set. */
  readonly capacityLeftMinor: MinorUnits | null;
  /** Null where no grade is given. */
  readonly grade: Grade | null;
  readonly currency: string;
}

/** Something that the line may not exceed, and why. */
export interface LineBound {
  readonly cause: 'order' | 'authority' | 'capacity' | 'appetite';
  readonly amountMinor: MinorUnits;
  readonly sentence: string;
}

/** The largest line that nothing speaks against, in cents and in per cent of the whole, and what bounds it. */
export interface SuggestedLine {
  readonly amountMinor: MinorUnits;
  /** Of the whole, to two decimals, rounded down so that it stays within the bound. */
  readonly percent: number;
  /** The smallest bound; the first of equal ones. */
  readonly binding: LineBound;
  /** Every bound that is known. */
  readonly bounds: readonly LineBound[];
  /** What is not known and so bounds nothing, a sentence each. */
  readonly unknown: readonly string[];
}

/** The share in per cent of an authority that the wording gives a grade; null where it gives none at all. */
function appetiteFor(grade: Grade | null, { wording }: RatingModel): number | null {
  const appetite = wording.decision?.appetite ?? null;
  if (appetite === null) return null;
  return appetite.shares.find((share) => share.grade === grade)?.percent ?? 0;
}

/** Hundredths of a per cent, rounded down. */
const percentWithin = (amount: MinorUnits, whole: MinorUnits): number =>
  whole <= 0 ? 0 : Number((BigInt(amount) * 10_000n) / BigInt(whole)) / 100;

/** A share in per cent of an amount, rounded down: a bound is not exceeded by a cent. */
const shareWithin = (amount: MinorUnits, percent: number): MinorUnits =>
  minorOf(Math.floor((amount * percent) / 100));

/**
 * Suggests our line: the smallest of the whole, the person's authority for our line, the capacity left, and the grade's
 * share of that authority (by the wording's table, an expert judgement; where no authority is set, of the whole). What is
 * not known bounds nothing and is said. Total and pure.
 */
export function suggestedLine(facts: LineFacts, model: RatingModel): SuggestedLine {
  const { wholeMinor, authorityMinor, capacityLeftMinor, grade, currency } = facts;
  const money = (minor: MinorUnits) => formatMoneyPlain(minor, currency);
  const bounds: LineBound[] = [
    {
      cause: 'order',
      amountMinor: wholeMinor,
      sentence: `The whole is ${money(wholeMinor)} for one event.`,
    },
  ];
  const unknown: string[] = [];
  if (authorityMinor === null) unknown.push('No limit of our line is set in your authority.');
  else
    bounds.push({
      cause: 'authority',
      amountMinor: authorityMinor,
      sentence: `Your authority for our line is ${money(authorityMinor)}.`,
    });
  if (capacityLeftMinor === null) unknown.push('No capacity is set for what this risk shares with others.');
  else {
    const left = minorOf(Math.max(NO_MONEY, capacityLeftMinor));
    bounds.push({
      cause: 'capacity',
      amountMinor: left,
      sentence: `The capacity left of what this risk shares with others is ${money(left)}.`,
    });
  }
  const percent = appetiteFor(grade, model);
  if (percent === null)
    unknown.push(`The wording of model ${model.version} has no table of appetite by grade.`);
  else {
    const of = authorityMinor ?? wholeMinor;
    const amountMinor = shareWithin(of, percent);
    const share = `${formatPercentValue(percent)} of ${authorityMinor === null ? 'the whole' : 'your authority'}`;
    bounds.push({
      cause: 'appetite',
      amountMinor,
      sentence: `${grade === null ? 'Without a grade' : `For grade ${grade}`} the appetite is ${share}, ${money(amountMinor)}.`,
    });
  }
  const amountMinor = smallestMinor(bounds.map((bound) => bound.amountMinor));
  return {
    amountMinor,
    percent: percentWithin(amountMinor, wholeMinor),
    binding: bounds.find((bound) => bound.amountMinor === amountMinor)!,
    bounds,
    unknown,
  };
}
