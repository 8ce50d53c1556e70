import type { ReactElement } from 'react';
import { EVIDENCE_STATES, type EvidenceState } from '#shared/domain/vocabulary.ts';
import { Segments } from '../../components/segments.tsx';
import { evidenceMeaning, evidenceShort, words } from './scoring.strings.ts';

interface EvidenceChoiceProps {
  readonly id: string;
  readonly of: string;
  readonly evidence: EvidenceState;
  readonly isReadOnly: boolean;
  readonly onChange: (evidence: EvidenceState) => void;
}

const choices = EVIDENCE_STATES.map((key) => ({ key, label: evidenceShort[key] }));

/** How the answer is known. Not provided, not applicable and "no" are three different things. */
export const EvidenceChoice = ({
  id,
  of,
  evidence,
  isReadOnly,
  onChange,
}: EvidenceChoiceProps): ReactElement => (
  <Segments
    id={id}
    label={`${words.evidence} for ${of}`}
    isLabelHidden
    value={evidence}
    choices={choices}
    onChange={onChange}
    isReadOnly={isReadOnly}
    help={evidenceMeaning[evidence]}
  />
);
