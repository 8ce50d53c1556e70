import type { AssessmentContent } from './assessment-content.ts';
import type { ContractTerms } from './deal-content.ts';
import { contractLabel } from './field-words.ts';
import { lowerFirst } from './lower-first.ts';
import type { RatingModel } from './rating-model.ts';

/** The terms of the contract that a wording offers usual words for, in the order of the form. */
const OFFERED = [
  'startTime',
  'endTime',
  'timePlace',
  'law',
  'jurisdiction',
  'territory',
  'situs',
  'waitingHours',
  'discoveryDays',
  'claimsDays',
  'paymentTerms',
  'validUntilTime',
  'validityPlace',
] as const satisfies readonly (keyof ContractTerms)[];
export type OfferedTerm = (typeof OFFERED)[number];

/** The content with every empty term of the contract in its usual words, and what was filled, by the names of the form. */
export interface UsualTerms {
  readonly content: AssessmentContent;
  readonly filled: readonly string[];
}

/**
 * Takes over the usual words of the model's wording where nothing stands; what is written stays. Conditions are taken over
 * where there is none, those that the wording calls usual. Null where nothing is empty or the wording offers nothing.
 */
export function withUsualTerms(content: AssessmentContent, model: RatingModel): UsualTerms | null {
  const offer = model.wording.contract;
  if (offer === null) return null;
  const before = content.terms.contract ?? {};
  const empty = OFFERED.filter((field) => before[field] === undefined);
  const words = Object.fromEntries(empty.map((field) => [field, offer[field][0]]));
  const usual = offer.conditions.filter(({ isUsual }) => isUsual);
  const takesConditions = (before.conditions ?? []).length === 0 && usual.length > 0;
  const conditions = takesConditions
    ? { conditions: usual.map(({ id, kind, text }) => ({ id, kind, text })) }
    : {};
  const fields = [...empty, ...(takesConditions ? (['conditions'] as const) : [])];
  if (fields.length === 0) return null;
  const contract: ContractTerms = { ...before, ...words, ...conditions };
  return {
    content: { ...content, terms: { ...content.terms, contract } },
    filled: fields.map((field) => lowerFirst(contractLabel(field))),
  };
}
