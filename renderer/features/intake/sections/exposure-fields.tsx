import type { ReactElement } from 'react';
import type { Exposures } from '#shared/domain/assessment-content.ts';
import { EXPOSURE_FIELDS, type ExposureField } from '#shared/domain/exposures.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import { exposureLabel } from '#shared/domain/model-words.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { SubjectType } from '#shared/domain/vocabulary.ts';
import { DateField } from '../../../components/date-field.tsx';
import { MoneyField } from '../../../components/money-field.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { edit } from '../../../editor/draft/draft-store.ts';
import { problemAt, useEditor } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';

/** The amounts that matter to a type, and any other that was given all the same. */
function exposureKeys({ wording }: RatingModel, type: SubjectType, exposures: Exposures): ExposureField[] {
  const usual = wording.subjectTypes.find(({ id }) => id === type)?.exposures ?? [];
  const given = EXPOSURE_FIELDS.filter((key) => exposures[key] !== null && !usual.includes(key));
  return [...usual, ...given];
}

const editExposures = (name: string, key: keyof Exposures, patch: Partial<Exposures>) =>
  edit(`change ${name}`, `exposures.${key}`, (content) => ({
    ...content,
    exposures: { ...content.exposures, ...patch },
  }));

export function ExposureFields(): ReactElement {
  const editor = useEditor('content', 'model', 'isReadOnly', 'problems');
  const { content, model, isReadOnly } = editor;
  const { exposures, currency } = content;
  return (
    <div className="section-block">
      <h3>Exposures</h3>
      <p className="small faint">{`${model.wording.exposuresNote} Write 25m, 1.25m or 250k.`}</p>
      <div className="field-grid">
        {exposureKeys(model, content.subject.type, exposures).map((key) => {
          const label = exposureLabel(model, key);
          return (
            <MoneyField
              key={key}
              id={fieldId(`exposures.${key}`)}
              label={label}
              help={model.wording.exposures.find(({ id }) => id === key)?.hint}
              currency={currency}
              value={exposures[key]}
              onChange={(minor) => editExposures(lowerFirst(label), key, { [key]: minor })}
              isReadOnly={isReadOnly}
              error={problemAt(editor, `exposures.${key}`)}
            />
          );
        })}
      </div>
      <div className="field-grid">
        <div className="field-broad">
          <TextEntry
            id={fieldId('exposures.source')}
            label="Source"
            value={exposures.source}
            onChange={(source) => editExposures('source of exposures', 'source', { source })}
            maximumLength={1000}
            isReadOnly={isReadOnly}
          />
        </div>
        <DateField
          id={fieldId('exposures.seenOn')}
          label="Seen on"
          value={exposures.seenOn}
          onChange={(seenOn) => editExposures('date seen of exposures', 'seenOn', { seenOn })}
          isReadOnly={isReadOnly}
        />
        <div className="field-wide">
          <TextEntry
            id={fieldId('exposures.note')}
            label="Note"
            value={exposures.note}
            onChange={(note) => editExposures('note on exposures', 'note', { note })}
            maximumLength={4000}
            isLong
            isReadOnly={isReadOnly}
          />
        </div>
      </div>
    </div>
  );
}
