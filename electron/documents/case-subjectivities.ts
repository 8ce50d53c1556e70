import type { StandingSubjectivity } from '#shared/deal/papers/missing-information.ts';
import { subjectivityShown } from '#shared/deal/state-shown.ts';
import { type IsoDate, localDay } from '#shared/domain/dates.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';

/** Those of the newest quote as they stand today; null before there is one. */
export function lastSubjectivities(
  { quotes, deal }: AssessmentRecord,
  model: RatingModel,
  now: Date,
): readonly StandingSubjectivity[] | null {
  const last = quotes.toSorted((a, b) => b.version - a.version)[0];
  return last === undefined
    ? null
    : subjectivitiesOf(deal, { quoteId: last.id, model, today: localDay(now) });
}

/** Those of one quote as they stand today. */
export const subjectivitiesOf = (
  { subjectivities }: AssessmentRecord['deal'],
  {
    quoteId,
    model,
    today,
  }: { readonly quoteId: string; readonly model: RatingModel; readonly today: IsoDate },
): readonly StandingSubjectivity[] =>
  subjectivities
    .filter((subjectivity) => subjectivity.quoteId === quoteId)
    .map((subjectivity) => ({
      text:
        subjectivity.text ??
        model.subjectivities.find(({ id }) => id === subjectivity.key)?.text ??
        subjectivity.key,
      dueOn: subjectivity.dueOn,
      state: subjectivityShown(subjectivity, today),
    }));
