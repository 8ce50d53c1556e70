import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { PriceNote } from '#shared/pricing/price-result.ts';
import type { ScoreResult } from '#shared/scoring/score-result.ts';
import { ASSETS_NOT_GIVEN_MINOR } from './assets-not-given.ts';
import type { Problem } from './editor-context.tsx';
import { pathOfReference, stablePath } from './field-path.ts';
import type { PriceView } from './price-view.ts';
import { cannotPrice, problemsOf } from './problems-of.ts';

export interface FoundProblems {
  /** Cannot proceed: no quote goes out until they are settled. Knock-outs have their own list. */
  readonly problems: readonly Problem[];
  /** Odd, or not given: a quote can go out and names what is missing. */
  readonly remarks: readonly Problem[];
}

/** Everything that is wrong or missing, each tied to its field and each field once. */
export function findProblems(
  content: AssessmentContent,
  model: RatingModel,
  score: ScoreResult,
  price: PriceView,
): FoundProblems {
  const located = ({ field, message }: Pick<PriceNote, 'field' | 'message'>): Problem => ({
    path: field === null ? null : pathOfReference(field, content, model),
    message,
  });
  const found = problemsOf(content, model);
  const gates = new Set(['no-grade', ...score.knockOuts.map(({ id }) => id)]);
  const ofPrice =
    price.price?.notes.filter(({ kind, id }) => kind === 'cannot-quote' && !gates.has(id)) ?? [];
  const problems = eachOnce([
    ...found.ofModel.map(({ field, message }) => ({
      path: field === undefined ? null : stablePath(field, content),
      message,
    })),
    ...[...cannotPrice(found.cannotPrice, price), ...found.cannotQuote, ...ofPrice].map(located),
  ]);
  const taken = new Set(problems.map(({ path }) => path));
  const questions = new Set(['answers', 'register']);
  const remarks = [
    ...[...found.warnings, ...found.missing.filter(({ id }) => !questions.has(id))].map(located),
    ...unmeasuredIncidents(content),
  ].filter(({ path }) => !taken.has(path));
  return { problems, remarks };
}

/** An incident is entered with assets of a cent until they are given. */
const unmeasuredIncidents = ({ incidents }: AssessmentContent): Problem[] =>
  incidents
    .filter(({ assetsAtTimeMinor }) => assetsAtTimeMinor <= ASSETS_NOT_GIVEN_MINOR)
    .map(({ id, date }) => ({
      path: `incidents.${id}.assetsAtTimeMinor`,
      message: `The assets at the time of the incident of ${formatDate(date)} are not given.`,
    }));

function eachOnce(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ path, message }) => {
    const key = path ?? message;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
