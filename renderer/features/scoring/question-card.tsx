import { memo, type ReactElement, type ReactNode } from 'react';
import type { Answer } from '#shared/domain/assessment-content.ts';
import { contradictionRule } from '#shared/domain/contradictions.ts';
import { fillTemplate } from '#shared/domain/fill-template.ts';
import { formatPercentValue, formatSignificant } from '#shared/domain/format-number.ts';
import type { Factor, RatingModel } from '#shared/domain/rating-model.ts';
import { saysSomething } from '#shared/domain/says-something.ts';
import type { FactorScore } from '#shared/scoring/score-result.ts';
import { Button } from '../../components/button.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { TickBox } from '../../components/tick-box.tsx';
import { fieldId } from '../../editor/draft/field-path.ts';
import { isEqual } from '../../editor/is-equal.ts';
import { AnswerDetails } from './answer-details.tsx';
import {
  answeredWithLevel,
  answeredWithNumber,
  answeredWithTick,
  blankAnswer,
  editAnswer,
} from './answer-edit.ts';
import { EvidenceChoice } from './evidence-choice.tsx';
import { JudgeAnswer } from './judge-answer.tsx';
import type { JudgedAnswer } from './judgement-edit.ts';
import { LevelScale } from './level-scale.tsx';
import { NumericScale } from './numeric-scale.tsx';
import { WhyWeAsk } from './why-we-ask.tsx';
import { WorkingLine } from './working-line.tsx';
import './question-card.css';

export interface QuestionCardProps {
  readonly factor: Factor;
  readonly model: RatingModel;
  readonly answer: Answer | undefined;
  readonly scored: FactorScore | undefined;
  /** What is unusual about the answer, in a sentence. */
  readonly remark?: string | undefined;
  /** The answer that the exposures give, where they give another one. */
  readonly shareOfExposures?: number | null;
  /** The score set by judgement in place of the computed one. */
  readonly judged?: JudgedAnswer | undefined;
  /** What is kept as evidence of the answer. */
  readonly files?: ReactNode;
  readonly isReadOnly: boolean;
}

/** One question: its scale, how the answer is known, and what it earns. */
function QuestionCardBase({
  factor,
  model,
  answer = blankAnswer,
  scored,
  remark,
  shareOfExposures = null,
  judged,
  files,
  isReadOnly,
}: QuestionCardProps): ReactElement {
  const path = `answers.${factor.id}`;
  const headingId = `heading:${path}`;
  return (
    <article className="question" aria-labelledby={headingId} data-status={scored?.status ?? 'not-provided'}>
      <header className="question-head">
        <div>
          <h3 id={headingId}>{factor.label}</h3>
          <p className="soft measure">{factor.question}</p>
        </div>
        <div className="question-earned">
          <p className="small faint">model weight {factor.weight}</p>
          {scored !== undefined && <WorkingLine factor={scored} model={model} />}
        </div>
      </header>
      <AnswerControl factor={factor} model={model} answer={answer} isReadOnly={isReadOnly} />
      {remark !== undefined && <p className="small question-remark">{remark}</p>}
      {shareOfExposures !== null && !isReadOnly && (
        <TakeOver factor={factor} model={model} share={shareOfExposures} />
      )}
      <div className="question-evidence">
        <EvidenceChoice model={model} factor={factor} evidence={answer.evidence} isReadOnly={isReadOnly} />
      </div>
      {answer.evidence === 'not-applicable' && (
        <TextEntry
          id={fieldId(`${path}.reason`)}
          label="Why it does not apply"
          value={answer.reason}
          onChange={(reason) => editAnswer(factor, 'reason', (before) => ({ ...before, reason }))}
          maximumLength={2000}
          isReadOnly={isReadOnly}
          error={
            saysSomething(answer.reason)
              ? undefined
              : (answer.reason ?? '').trim() === ''
                ? 'Without a reason the answer counts as not provided.'
                : 'This says nothing: say why in words, or nothing can go out.'
          }
        />
      )}
      {scored !== undefined && (
        <JudgeAnswer factor={factor} model={model} scored={scored} set={judged} isReadOnly={isReadOnly} />
      )}
      {files}
      <div className="question-more">
        <AnswerDetails
          factor={factor}
          source={answer.source}
          seenOn={answer.seenOn}
          note={answer.note}
          isReadOnly={isReadOnly}
        />
        <WhyWeAsk factor={factor} model={model} />
      </div>
    </article>
  );
}

interface TakeOverProps {
  readonly factor: Factor;
  readonly model: RatingModel;
  readonly share: number;
}

/** The share that the exposures give, as the answer, by one press. */
function TakeOver({ factor, model, share }: TakeOverProps): ReactElement | null {
  const rule = contradictionRule(factor.id, model);
  if (rule === null) return null;
  const offer = fillTemplate(rule.takeOver, { share: formatPercentValue(share) });
  return (
    <div>
      <Button isSmall onPress={() => editAnswer(factor, 'answer', answeredWithNumber(share))}>
        {offer}
      </Button>
    </div>
  );
}

interface AnswerControlProps {
  readonly factor: Factor;
  readonly model: RatingModel;
  readonly answer: Answer;
  readonly isReadOnly: boolean;
}

/** Stays as it is drawn while only what the answer earns is another. */
const AnswerControl = memo(function AnswerControl({
  factor,
  model,
  answer,
  isReadOnly,
}: AnswerControlProps): ReactElement {
  const id = fieldId(`answers.${factor.id}`);
  const { freshness, socialisedLoss } = model.wording;
  const { freshnessFloor } = model.aggregation;
  if (factor.kind === 'ordinal')
    return (
      <LevelScale
        id={id}
        factor={factor}
        level={answer.level}
        isReadOnly={isReadOnly}
        onChange={(level) => editAnswer(factor, 'answer', answeredWithLevel(level))}
      />
    );
  return (
    <>
      <NumericScale
        id={id}
        question={factor.question}
        unit={factor.unit ?? ''}
        mapping={factor.mapping ?? []}
        value={answer.value}
        isReadOnly={isReadOnly}
        onChange={(value) => editAnswer(factor, 'answer', answeredWithNumber(value))}
      />
      {factor.id === freshnessFloor.factorId && (
        <TickBox
          label={freshness.label}
          help={fillTemplate(freshness.help, { floor: formatSignificant(freshnessFloor.score) })}
          isChecked={answer.isUnchangedSinceReview}
          isReadOnly={isReadOnly}
          onChange={(isTicked) =>
            editAnswer(factor, 'answer', answeredWithTick('isUnchangedSinceReview', isTicked))
          }
        />
      )}
      {socialisedLoss !== null && factor.id === socialisedLoss.factorId && (
        <TickBox
          label={socialisedLoss.label}
          help={fillTemplate(socialisedLoss.help, {
            cap: formatSignificant(model.incidentModel.socialisedLossCap),
          })}
          isChecked={answer.hasSocialisedLoss}
          isReadOnly={isReadOnly}
          onChange={(isTicked) =>
            editAnswer(factor, 'answer', answeredWithTick('hasSocialisedLoss', isTicked))
          }
        />
      )}
    </>
  );
});

/** Scores are computed anew on each keystroke: a card is drawn anew only when its own figures changed. */
export const QuestionCard = memo(
  QuestionCardBase,
  (before, after) =>
    before.factor === after.factor &&
    before.model === after.model &&
    before.answer === after.answer &&
    before.remark === after.remark &&
    before.shareOfExposures === after.shareOfExposures &&
    before.judged === after.judged &&
    before.isReadOnly === after.isReadOnly &&
    isEqual(before.scored, after.scored),
);
