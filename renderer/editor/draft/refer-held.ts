import { fieldWords } from '#shared/domain/field-words.ts';
import { isClearable } from '#shared/domain/issue.ts';
import { listText } from '#shared/domain/list-text.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { JudgementView } from './judgement-view.ts';

const issuesOf = ({ judgement, options }: JudgementView) => [
  ...(judgement?.issues ?? []),
  ...options.flatMap(({ issues }) => issues),
];

/** What a quote still lacks, each once and as the form names it: `the legal name`. */
export const missingNames = (judged: JudgementView, model: RatingModel): readonly string[] => [
  ...new Set(
    issuesOf(judged)
      .filter(({ severity }) => severity === 'needed')
      .map(({ field, message }) =>
        field === null ? message : lowerFirst(fieldWords(field.split('.'), model)),
      ),
  ),
];

/**
 * Why what is open cannot be referred though it is no quote yet, in a sentence: something is missing and nothing needs
 * authority. Null where it can be, and where nothing is missing.
 */
export function whyNotReferred(judged: JudgementView, model: RatingModel): string | null {
  const missing = missingNames(judged, model);
  if (missing.length === 0 || issuesOf(judged).some(isClearable)) return null;
  return `Nothing here needs anybody’s authority, and referring would lock the answers. First give what is missing: ${listText(missing)}.`;
}
