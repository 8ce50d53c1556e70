import type { ReactElement } from 'react';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { REGISTER_EVIDENCE_STATES, type RegisterEvidenceState } from '#shared/domain/vocabulary.ts';
import { DateField } from '../../../components/date-field.tsx';
import { Segments } from '../../../components/segments.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { edit } from '../../../editor/draft/draft-store.ts';
import { useEditor, useEditorPart } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';

const LABELS: Readonly<Record<RegisterEvidenceState, string>> = {
  verified: 'Verified',
  documented: 'Documented',
  asserted: 'Asserted',
  'not-provided': 'Not provided',
};

const MEANINGS: Readonly<Record<RegisterEvidenceState, string>> = {
  verified: 'Checked against chain data or independent sources: counts in full.',
  documented: 'A signed register or loss history was seen: the ten factors read from it count up to 90.',
  asserted: 'The applicant’s own list: the ten factors read from it count up to 60.',
  'not-provided': 'No register: the ten factors read from it count as 0.',
};

const editRegister = (name: string, patch: Partial<AssessmentContent['incidentRegister']>) =>
  edit(`change ${name} of the incident register`, `incidentRegister.${name}`, (content) => ({
    ...content,
    incidentRegister: { ...content.incidentRegister, ...patch },
  }));

/** One state for the whole register: it caps the ten factors computed from it. */
export function IncidentRegister(): ReactElement {
  const { isReadOnly } = useEditor('isReadOnly');
  const register = useEditorPart(({ content }) => content.incidentRegister);
  return (
    <div className="section-block">
      <h3>Incident register</h3>
      <Segments
        id={fieldId('incidentRegister.evidence')}
        label="Evidence for the register"
        value={register.evidence}
        choices={REGISTER_EVIDENCE_STATES.map((key) => ({ key, label: LABELS[key] }))}
        onChange={(evidence) => editRegister('evidence', { evidence })}
        isReadOnly={isReadOnly}
        help={MEANINGS[register.evidence]}
      />
      <div className="field-grid">
        <div className="field-broad">
          <TextEntry
            id={fieldId('incidentRegister.source')}
            label="Source of the register"
            value={register.source}
            onChange={(source) => editRegister('source', { source })}
            maximumLength={1000}
            isReadOnly={isReadOnly}
          />
        </div>
        <DateField
          id={fieldId('incidentRegister.seenOn')}
          label="Register seen on"
          value={register.seenOn}
          onChange={(seenOn) => editRegister('date seen', { seenOn })}
          isReadOnly={isReadOnly}
        />
        <div className="field-wide">
          <TextEntry
            id={fieldId('incidentRegister.note')}
            label="Note on the register"
            value={register.note}
            onChange={(note) => editRegister('note', { note })}
            maximumLength={4000}
            isLong
            isReadOnly={isReadOnly}
          />
        </div>
      </div>
    </div>
  );
}
