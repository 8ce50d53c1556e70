import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { scoreBlocks } from '#shared/pricing/price-notes.ts';
import type { Flag, ScoreResult } from '#shared/scoring/score-result.ts';
import { decideIssue, type IssueDecision } from '#shared/underwriting/issue-decision.ts';
import type { PriceView } from './price-view.ts';
import { cannotPrice, problemsOf } from './problems-of.ts';

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** What issuing would make now, by the rule that the main process applies when it issues. */
export function issueDecision(
  content: AssessmentContent,
  model: RatingModel,
  score: ScoreResult,
  view: Pick<PriceView, 'price' | 'problems' | 'isCurrent'>,
  referrals: readonly Flag[],
): IssueDecision {
  const { price } = view;
  const found = problemsOf(content, model);
  const ofPrice =
    price === null ? scoreBlocks(score) : price.notes.filter(({ kind }) => kind === 'cannot-quote');
  return decideIssue(content, model, {
    blocks: [...cannotPrice(found.cannotPrice, view), ...found.cannotQuote, ...ofPrice],
    referrals,
  });
}

/** The decision in one line, for beside the button. */
export function standingText({ kind, reasons }: IssueDecision): string {
  switch (kind) {
    case 'quote':
      return 'Within authority: goes out as a quote.';
    case 'indication':
      return `Goes out as an indication: ${counted(reasons.length, 'matter needs', 'matters need')} authority.`;
    default:
      return `Cannot be issued yet: ${counted(reasons.length, 'reason', 'reasons')}.`;
  }
}
