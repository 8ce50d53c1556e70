import type { AssessmentContent } from '../domain/assessment-content.ts';
import { largestMinor, type MinorUnits, minorWithout, NO_MONEY, sumOfMinor } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { CoveragePartId } from '../domain/vocabulary.ts';
import { enteredEventOf, eventOf, underPolicy } from './most-for-one-event.ts';
import { readTerms } from './priced-terms.ts';

/** The most that is paid, in cents: for one event, and for all of the period. */
export interface MostPaid {
  readonly eventMinor: MinorUnits;
  readonly periodMinor: MinorUnits;
}

/** Of each part under its own terms, and of all of them under the policy's. */
export interface MostPaidOfTerms extends MostPaid {
  readonly parts: ReadonlyMap<CoveragePartId, MostPaid>;
}

/**
 * The most that terms can pay for one event, which hits one part, and in the period (rating algorithm, section 4). Null
 * where the terms cannot be priced. Total and pure.
 */
export function mostPaid(content: AssessmentContent, model: RatingModel): MostPaidOfTerms | null {
  const { terms } = readTerms(content, model);
  if (terms === null) return null;
  const { modelled, entered, policyLimitMinor } = terms;
  const parts = new Map<CoveragePartId, MostPaid>([
    ...modelled.map((part): [CoveragePartId, MostPaid] => [
      part.part,
      { eventMinor: eventOf(part), periodMinor: part.mostPayableMinor },
    ]),
    ...entered.map(({ terms: own, aggregateLimitMinor }): [CoveragePartId, MostPaid] => [
      own.part,
      { eventMinor: enteredEventOf(own, aggregateLimitMinor), periodMinor: aggregateLimitMinor },
    ]),
  ]);
  const events = modelled.map((part) => underPolicy(eventOf(part), part.isShared, policyLimitMinor));
  return {
    parts,
    eventMinor: largestMinor([
      NO_MONEY,
      ...events,
      ...entered.map((part) => enteredEventOf(part.terms, part.aggregateLimitMinor)),
    ]),
    periodMinor: terms.maximumPayableMinor,
  };
}

/** What the parts under the policy's terms can come to together; null where none stands under them. */
export function mostUnderPolicy(content: AssessmentContent, model: RatingModel): MinorUnits | null {
  const { terms } = readTerms(content, model);
  if (terms === null || !terms.modelled.some(({ isShared }) => isShared)) return null;
  const alone = sumOfMinor([
    ...terms.modelled.filter(({ isShared }) => !isShared).map(({ mostPayableMinor }) => mostPayableMinor),
    ...terms.entered.map(({ aggregateLimitMinor }) => aggregateLimitMinor),
  ]);
  return minorWithout(terms.maximumPayableMinor, alone);
}
