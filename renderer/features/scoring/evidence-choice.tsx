import { memo } from 'react';
import type { Factor } from '#shared/domain/rating-model.ts';
import { EVIDENCE_STATES, type EvidenceState } from '#shared/domain/vocabulary.ts';
import { Segments } from '../../components/segments.tsx';
import { fieldId } from '../../editor/draft/field-path.ts';
import { editAnswer, withEvidence } from './answer-edit.ts';
import { evidenceMeaning, evidenceShort } from './scoring.strings.ts';

interface EvidenceChoiceProps {
  readonly factor: Factor;
  readonly evidence: EvidenceState;
  readonly isReadOnly: boolean;
}

const choices = EVIDENCE_STATES.map((key) => ({ key, label: evidenceShort[key] }));

/** How the answer is known. Not provided, not applicable and "no" are three different things. */
export const EvidenceChoice = memo(({ factor, evidence, isReadOnly }: EvidenceChoiceProps) => (
  <Segments
    id={fieldId(`answers.${factor.id}.evidence`)}
    label={`Evidence for ${factor.label}`}
    isLabelHidden
    value={evidence}
    choices={choices}
    onChange={(chosen) => editAnswer(factor, 'evidence', withEvidence(chosen))}
    isReadOnly={isReadOnly}
    help={evidenceMeaning[evidence]}
  />
));
