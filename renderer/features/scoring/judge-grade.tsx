import { type ReactElement, useState } from 'react';
import { judgementRulesOf } from '#shared/domain/judgement-rules.ts';
import type { Grade } from '#shared/domain/vocabulary.ts';
import { Button } from '../../components/button.tsx';
import { ChoiceField } from '../../components/choice-field.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { useEditor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import { fieldId } from '../../editor/draft/field-path.ts';
import { judgeGrade } from './judgement-edit.ts';
import { TakeJudgementOff } from './take-judgement-off.tsx';
import './judgement-mark.css';

/** The grade set by judgement, with its reason in words. A knock-out or missing evidence is not judged away. */
export function JudgeGrade(): ReactElement | null {
  const { model, isReadOnly, score } = useEditor('model', 'isReadOnly', 'score');
  const set = useEditorPart(({ content }) => content.judgement?.grade);
  const rules = judgementRulesOf(model);
  if (rules === null || score === null) return null;
  if (isReadOnly && set === undefined) return null;
  const computed = score.original?.grade ?? score.ungatedGrade;
  const reason = rules.reasons.find(({ id }) => id === set?.reason)?.label ?? set?.reason;
  return (
    <section className="section-block" aria-labelledby="judge-grade-heading">
      <h3 id="judge-grade-heading">Judgement of the grade</h3>
      <p className="small soft measure">
        {set === undefined
          ? `The score makes it ${computed}. Another grade by judgement is a referral, and the computed one stays beside it.`
          : `${set.grade} in place of ${computed}: ${reason}. ${set.words}`}
      </p>
      {!isReadOnly && <GradeForm key={JSON.stringify(set ?? null)} computed={computed} />}
    </section>
  );
}

function GradeForm({ computed }: { readonly computed: Grade }): ReactElement | null {
  const { model } = useEditor('model');
  const set = useEditorPart(({ content }) => content.judgement?.grade);
  const rules = judgementRulesOf(model);
  const [grade, setGrade] = useState<Grade | null>(set?.grade ?? null);
  const [reason, setReason] = useState(set?.reason ?? null);
  const [words, setWords] = useState(set?.words ?? null);
  if (rules === null) return null;
  const isWhole = grade !== null && reason !== null && (words ?? '').trim() !== '';
  return (
    <div className="judgement-form">
      <div className="line-form">
        <ChoiceField
          id={fieldId('judgement.grade')}
          label="Grade in its place"
          value={grade}
          choices={model.gradeBands.map((band) => ({
            key: band.grade,
            label: band.grade === computed ? `${band.grade}, as computed` : band.grade,
          }))}
          onChange={setGrade}
        />
        <ChoiceField
          label="Reason"
          value={reason}
          choices={rules.reasons.map(({ id, label }) => ({ key: id, label }))}
          onChange={setReason}
        />
        <TextEntry label="In words" value={words} onChange={setWords} maximumLength={2000} />
        <Button
          isDisabled={!isWhole}
          onPress={() => {
            if (grade === null || reason === null || words === null) return;
            judgeGrade({ grade, reason, words });
          }}
        >
          Set by judgement
        </Button>
      </div>
      {set !== undefined && <TakeJudgementOff onPress={() => judgeGrade(null)} />}
    </div>
  );
}
