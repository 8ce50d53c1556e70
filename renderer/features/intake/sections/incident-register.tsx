import type { ReactElement } from 'react';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { evidenceWords, registerEffect } from '#shared/domain/model-words.ts';
import { REGISTER_EVIDENCE_STATES } from '#shared/domain/vocabulary.ts';
import { DateField } from '../../../components/date-field.tsx';
import { Segments } from '../../../components/segments.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { edit } from '../../../editor/draft/draft-store.ts';
import { useEditor, useEditorPart } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';

const editRegister = (name: string, patch: Partial<AssessmentContent['incidentRegister']>) =>
  edit(`change ${name} of the incident register`, `incidentRegister.${name}`, (content) => ({
    ...content,
    incidentRegister: { ...content.incidentRegister, ...patch },
  }));

/** One state for the whole register: it caps the factors computed from it. */
export function IncidentRegister(): ReactElement {
  const { model, isReadOnly } = useEditor('model', 'isReadOnly');
  const register = useEditorPart(({ content }) => content.incidentRegister);
  return (
    <div className="section-block">
      <h3>{model.wording.register.label}</h3>
      <Segments
        id={fieldId('incidentRegister.evidence')}
        label="Evidence for the register"
        value={register.evidence}
        choices={REGISTER_EVIDENCE_STATES.map((key) => ({ key, label: evidenceWords(model, key).short }))}
        onChange={(evidence) => editRegister('evidence', { evidence })}
        isReadOnly={isReadOnly}
        help={registerEffect(model, register.evidence)}
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
