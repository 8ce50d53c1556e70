import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Issue, Severity } from '#shared/domain/issue.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { referralsIn } from '#shared/underwriting/judgement.ts';
import { bundledModel, workedExample } from '#test/models/bundled-model.ts';

interface Options {
  readonly grid?: 'draft' | 'full';
  readonly model?: RatingModel;
  readonly today?: IsoDate;
}

/** A judgement with its issues by severity; today is the day of the worked example unless told. */
export function judged(
  content: AssessmentContent,
  { grid = 'draft', model = bundledModel, today = workedExample.asOf }: Options = {},
) {
  const judgement = judge({ content, model, today, grid });
  const of = (...severities: readonly Severity[]): readonly Issue[] =>
    judgement.issues.filter(({ severity }) => severities.includes(severity));
  return {
    ...judgement,
    referrals: referralsIn(judgement),
    /** Whatever keeps it from going out. */
    blocks: of('cannot-price', 'cannot-proceed', 'cannot-quote'),
    warnings: of('warning'),
    notes: of('note'),
    missing: of('missing'),
    isQuotable: judgement.decision.kind === 'quote' || judgement.decision.kind === 'indication',
  };
}
