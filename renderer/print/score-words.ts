import { formatNumber, formatScore, formatShareValue } from '#shared/domain/format-number.ts';
import { assertNever } from '#shared/domain/result.ts';
import type { DocumentWords } from '#shared/quote/document-words.ts';
import type { ModelFigures } from '#shared/quote/model-figures.ts';
import type { FactorRule, IncidentCap, ScoreResult } from '#shared/scoring/score-result.ts';
import { hasRange, rangeWords } from '../charts/gauge-view.ts';

/** The mark of a figure that was set by judgement, or that rests on one. */
export const JUDGED = '\u2020';

/** The range that unproven answers leave, in one sentence. */
export const rangeSentence = (score: ScoreResult): string =>
  hasRange(score)
    ? `Unproven answers at worst and at best: ${rangeWords(score)}.`
    : 'Every answer is proven, so the score has no range.';

/** A rule that moved a factor's score, in a few words. */
export function ruleWords(rule: FactorRule, words: DocumentWords): string {
  switch (rule.kind) {
    case 'evidence-cap':
      return `capped at ${formatNumber(rule.cap)} by its evidence`;
    case 'freshness-floor':
      return `at least ${formatNumber(rule.floor)}: ${words.freshness}`;
    case 'socialised-loss-cap':
      return `capped at ${formatNumber(rule.cap)}: ${words.socialisedLoss}`;
    case 'other-code-cap':
      return `capped at ${formatNumber(rule.cap)}: other code runs than was reviewed`;
    case 'judgement':
      return `${JUDGED} ${formatScore(rule.to)} by judgement in place of ${formatScore(rule.from)}: ${rule.reason}. ${rule.words}`;
    case 'register-not-provided':
      return 'incident register not provided';
    case 'clean-record':
      return 'no material incident in the look-back';
    default:
      return assertNever(rule);
  }
}

/** A cap on the incident pillar, in one sentence. */
export function incidentCapWords(cap: IncidentCap): string {
  const which = cap.incidentIds.join(', ');
  switch (cap.kind) {
    case 'large-own-loss':
      return `Capped at ${formatNumber(cap.cap)} by a large own loss (${which}).`;
    case 'users-not-whole':
      return `Capped at ${formatNumber(cap.cap)}: users were not made whole (${which}).`;
    default:
      return assertNever(cap);
  }
}

/** How the overall score comes from the pillars, as a chain of figures. */
export function overallWords(score: ScoreResult, figures?: ModelFigures): string {
  const lowest = score.pillars[score.lowestPillar];
  const shares =
    figures === undefined
      ? ''
      : `, ${formatShareValue(figures.pillars.meanShare)} to ${formatShareValue(figures.pillars.lowestShare)}`;
  const cap =
    score.weakPillarCap === null
      ? ''
      : ` A pillar this weak caps the overall score at ${formatNumber(score.weakPillarCap.cap)}.`;
  return `Weighted mean of the pillars ${formatScore(score.weightedPillars)}; blended with the lowest pillar, ${lowest.label.toLowerCase()} at ${formatScore(lowest.score)}${shares}: ${formatScore(score.blended)}.${cap} Overall score: ${formatScore(score.overall)}.`;
}
