import type { ReactElement } from 'react';
import { formatPoints } from '#shared/domain/format-figures.ts';
import { formatPercent, formatScore } from '#shared/domain/format-number.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import { evidenceWords } from '#shared/domain/model-words.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { assertNever } from '#shared/domain/result.ts';
import type { FactorRule, FactorScore } from '#shared/scoring/score-result.ts';
import { JudgementMark } from './judgement-mark.tsx';
import './working-line.css';

interface WorkingLineProps {
  readonly factor: FactorScore;
  readonly model: RatingModel;
}

/** Answer × weight = points, and every rule that moved the score on the way. */
export function WorkingLine({ factor, model }: WorkingLineProps): ReactElement {
  if (factor.status === 'not-applicable' || factor.score === null)
    return <p className="working-line faint">Does not apply, so it is not counted</p>;
  return (
    <p className="working-line figures">
      <span title="Score after every rule, 0 to 100">{formatScore(factor.score)}</span>
      <span className="faint"> × {formatPercent(factor.share, 1)} = </span>
      <strong>{formatPoints(factor.points)}</strong>
      <span className="faint"> of {formatPoints(factor.maximumPoints)} points</span>
      {factor.original !== undefined && <JudgementMark original={formatScore(factor.original)} />}
      {factor.rules.map((rule) => (
        <span key={rule.kind} className="working-rule">
          {ruleText(rule, factor, model)}
        </span>
      ))}
    </p>
  );
}

export function ruleText(rule: FactorRule, factor: FactorScore, model: RatingModel): string {
  switch (rule.kind) {
    case 'evidence-cap':
      return `${formatScore(factor.uncapped ?? 0)} capped at ${rule.cap}: ${lowerFirst(evidenceWords(model, factor.evidence).short)} only`;
    case 'freshness-floor':
      return `raised to ${rule.floor}: ${model.wording.freshness.added}`;
    case 'socialised-loss-cap':
      return `capped at ${rule.cap}: ${model.wording.socialisedLoss?.added ?? ''}`;
    case 'other-code-cap':
      return `capped at ${rule.cap}: other code runs than was reviewed`;
    case 'judgement':
      return `by judgement in place of ${formatScore(rule.from)}: ${rule.reason}`;
    case 'register-not-provided':
      return 'no incident register: counts as 0';
    case 'clean-record':
      return 'clean record';
    default:
      return assertNever(rule);
  }
}
