import { memo } from 'react';
import { evidenceEffect, evidenceWords } from '#shared/domain/model-words.ts';
import type { Factor, RatingModel } from '#shared/domain/rating-model.ts';
import { EVIDENCE_STATES, type EvidenceState } from '#shared/domain/vocabulary.ts';
import { Segments } from '../../components/segments.tsx';
import { fieldId } from '../../editor/draft/field-path.ts';
import { editAnswer, withEvidence } from './answer-edit.ts';

interface EvidenceChoiceProps {
  readonly model: RatingModel;
  readonly factor: Factor;
  readonly evidence: EvidenceState;
  readonly isReadOnly: boolean;
}

/** How the answer is known. Not provided, not applicable and "no" are three different things. */
export const EvidenceChoice = memo(({ model, factor, evidence, isReadOnly }: EvidenceChoiceProps) => (
  <Segments
    id={fieldId(`answers.${factor.id}.evidence`)}
    label={`Evidence for ${factor.label}`}
    isLabelHidden
    value={evidence}
    choices={EVIDENCE_STATES.map((key) => ({ key, label: evidenceWords(model, key).short }))}
    onChange={(chosen) => editAnswer(factor, 'evidence', withEvidence(chosen))}
    isReadOnly={isReadOnly}
    help={evidenceEffect(model, evidence)}
  />
));
