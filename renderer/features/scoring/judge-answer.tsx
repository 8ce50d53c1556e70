import { type ReactElement, useState } from 'react';
import { formatScore, formatSignificant } from '#shared/domain/format-number.ts';
import { judgementRulesOf } from '#shared/domain/judgement-rules.ts';
import type { Factor, RatingModel } from '#shared/domain/rating-model.ts';
import type { FactorScore } from '#shared/scoring/score-result.ts';
import { Button } from '../../components/button.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { Disclosure } from '../../components/disclosure.tsx';
import { NumberField } from '../../components/number-field.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { fieldId } from '../../editor/draft/field-path.ts';
import { type JudgedAnswer, judgeAnswer } from './judgement-edit.ts';
import { TakeJudgementOff } from './take-judgement-off.tsx';
import './judgement-mark.css';

interface JudgeAnswerProps {
  readonly factor: Factor;
  readonly model: RatingModel;
  readonly scored: FactorScore;
  /** What is set by judgement; undefined where nothing is. */
  readonly set: JudgedAnswer | undefined;
  readonly isReadOnly: boolean;
}

/** The score of an answer set by judgement, with its reason in words; nothing counts until all three are given. */
export function JudgeAnswer({
  factor,
  model,
  scored,
  set,
  isReadOnly,
}: JudgeAnswerProps): ReactElement | null {
  const rules = judgementRulesOf(model);
  if (rules === null || scored.score === null || (isReadOnly && set === undefined)) return null;
  const label = rules.reasons.find(({ id }) => id === set?.reason)?.label;
  return (
    <Disclosure
      title="Judgement"
      summary={
        set === undefined
          ? 'the score as computed counts'
          : `${formatScore(set.score)} in place of ${formatScore(scored.original ?? scored.score)}: ${label ?? set.reason}`
      }
      isDrawnWhenOpened
    >
      {isReadOnly ? (
        <p className="small measure">{set?.words}</p>
      ) : (
        <JudgementForm
          key={JSON.stringify(set ?? null)}
          factor={factor}
          model={model}
          scored={scored}
          set={set}
        />
      )}
    </Disclosure>
  );
}

function JudgementForm({
  factor,
  model,
  scored,
  set,
}: Omit<JudgeAnswerProps, 'isReadOnly'>): ReactElement | null {
  const rules = judgementRulesOf(model);
  const [score, setScore] = useState(set?.score ?? null);
  const [reason, setReason] = useState(set?.reason ?? null);
  const [words, setWords] = useState(set?.words ?? null);
  if (rules === null) return null;
  const computed = scored.original ?? scored.score ?? 0;
  const most = formatSignificant(rules.answerPoints);
  const isBeyond = score !== null && Math.abs(score - computed) > rules.answerPoints;
  const isWhole = score !== null && reason !== null && (words ?? '').trim() !== '';
  const path = `judgement.answers.${factor.id}`;
  return (
    <div className="judgement-form">
      <p className="small faint measure">
        The computed score, {formatScore(computed)}, stays beside it. More than {most} points either way is a
        referral.
      </p>
      <div className="line-form">
        <NumberField
          id={fieldId(`${path}.score`)}
          label="Score in its place"
          value={score}
          low={0}
          high={100}
          onChange={setScore}
          help={isBeyond ? `More than ${most} points: a referral.` : undefined}
        />
        <ChoiceField
          id={fieldId(`${path}.reason`)}
          label="Reason"
          value={reason}
          choices={rules.reasons.map(({ id, label }) => ({ key: id, label }))}
          onChange={setReason}
        />
        <TextEntry
          id={fieldId(`${path}.words`)}
          label="In words"
          value={words}
          onChange={setWords}
          maximumLength={2000}
        />
        <Button
          isDisabled={!isWhole}
          onPress={() => {
            if (score === null || reason === null || words === null) return;
            judgeAnswer(factor, { score, reason, words });
          }}
        >
          Set by judgement
        </Button>
      </div>
      {set !== undefined && <TakeJudgementOff onPress={() => judgeAnswer(factor, null)} />}
    </div>
  );
}
