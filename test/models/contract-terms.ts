import type { Answer, AssessmentContent, QuoteTerms } from '#shared/domain/assessment-content.ts';
import { type IsoDate, isoDateSchema } from '#shared/domain/dates.ts';
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

const seen = <T extends Pick<Answer, 'source' | 'seenOn'>>(of: T, on: IsoDate): T => ({
  ...of,
  source: of.source ?? 'Report of the auditor',
  seenOn: of.seenOn ?? on,
});

/** Content with all that an offer cannot do without, and evidence of which nothing is left to ask. */
export const withAllNeeded = (content: AssessmentContent, model: RatingModel): AssessmentContent => ({
  ...content,
  subject: {
    ...content.subject,
    legalName: content.subject.legalName ?? content.terms.insured ?? 'Example Exchange Ltd',
  },
  exposures: seen(content.exposures, content.asOf),
  incidentRegister: seen(content.incidentRegister, content.asOf),
  answers: Object.fromEntries(
    Object.entries(content.answers).map(([id, answer]) => [id, seen(answer, content.asOf)]),
  ),
  declarations: Object.fromEntries(model.declarations.map(({ id }) => [id, 'no' as const])),
  terms: {
    ...content.terms,
    insured: content.terms.insured ?? 'Example Exchange Ltd',
    periodStart: isoDateSchema.parse('2027-01-01'),
    contract: usualContract(model),
    subjectivities: [{ id: 'sj-inventory', dueOn: null }],
  },
});
