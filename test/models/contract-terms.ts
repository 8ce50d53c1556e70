import type { AssessmentContent, QuoteTerms } from '#shared/domain/assessment-content.ts';
import { isoDateSchema } from '#shared/domain/dates.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';

/** What an offer says beside limits and price, as a wording offers it first. */
function usualContract({ wording }: RatingModel): NonNullable<QuoteTerms['contract']> {
  const { contract } = wording;
  if (contract === null) throw new Error('the wording offers no terms of a contract');
  return {
    insuredAddress: '1 Harbour Street, Singapore 049145',
    startTime: contract.startTime[0]!,
    endTime: contract.endTime[0]!,
    timePlace: contract.timePlace[0]!,
    law: contract.law[0]!,
    jurisdiction: contract.jurisdiction[0]!,
    validUntilTime: contract.validUntilTime[0]!,
    validityPlace: contract.validityPlace[0]!,
  };
}

/** Content with all that an offer cannot do without. */
export const withAllNeeded = (content: AssessmentContent, model: RatingModel): AssessmentContent => ({
  ...content,
  declarations: Object.fromEntries(model.declarations.map(({ id }) => [id, 'no' as const])),
  terms: {
    ...content.terms,
    insured: content.terms.insured ?? 'Example Exchange Ltd',
    periodStart: isoDateSchema.parse('2027-01-01'),
    contract: usualContract(model),
    subjectivities: [{ id: 'sj-inventory', dueOn: null }],
  },
});
