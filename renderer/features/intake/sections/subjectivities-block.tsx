import { X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { IsoDate } from '#shared/domain/dates.ts';
import { ownSubjectivityId } from '#shared/domain/deal-content.ts';
import { Button, IconButton } from '../../../components/button.tsx';
import { DateField } from '../../../components/date-field.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { TickBox } from '../../../components/tick-box.tsx';
import { useEditor } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { SubjectivityDetails } from './subjectivity-details.tsx';
import { removeOwnSubjectivity, takeSubjectivityOff } from './subjectivity-edit.ts';
import { editTerms } from './terms-edit.ts';
import { useTerms } from './use-terms.ts';
import './line-list.css';

const DUE = 'date, if any';

/** "Yes, if": the model's subjectivities and the underwriter's own, each with a day by which it falls due. */
export function SubjectivitiesBlock(): ReactElement {
  const { model, isReadOnly } = useEditor('model', 'isReadOnly');
  const { subjectivities } = useTerms('subjectivities');
  const choose = (id: string, isChosen: boolean) =>
    isChosen
      ? editTerms('subjectivities', `subjectivities.${id}`, {
          subjectivities: [...subjectivities, { id, dueOn: null }],
        })
      : takeSubjectivityOff(id);
  return (
    <div className="section-block">
      <h3>Subjectivities</h3>
      <ul className="line-list">
        {model.subjectivities.map(({ id, text }) => {
          const chosen = subjectivities.find((candidate) => candidate.id === id);
          return (
            <li key={id}>
              <TickBox
                id={fieldId(`terms.subjectivities.${id}`)}
                label={text}
                isChecked={chosen !== undefined}
                onChange={(isChosen) => choose(id, isChosen)}
                isReadOnly={isReadOnly}
              />
              {chosen !== undefined && (
                <DateField
                  label={`Due: ${text}`}
                  isLabelHidden
                  prefix="due"
                  placeholder={DUE}
                  value={chosen.dueOn}
                  onChange={(dueOn) =>
                    editTerms('day a subjectivity falls due', `subjectivities.${id}.dueOn`, {
                      subjectivities: subjectivities.map((other) =>
                        other.id === id ? { ...other, dueOn } : other,
                      ),
                    })
                  }
                  isReadOnly={isReadOnly}
                />
              )}
              {chosen !== undefined && <SubjectivityDetails id={id} text={text} />}
            </li>
          );
        })}
      </ul>
      <OwnSubjectivities />
    </div>
  );
}

function OwnSubjectivities(): ReactElement {
  const { isReadOnly } = useEditor('isReadOnly');
  const { ownSubjectivities: own } = useTerms('ownSubjectivities');
  const [typed, setTyped] = useState<{ text: string | null; dueOn: IsoDate | null }>({
    text: null,
    dueOn: null,
  });
  const add = () => {
    if (typed.text === null) return;
    editTerms('subjectivities: add one', 'ownSubjectivities.add', {
      ownSubjectivities: [...own, { text: typed.text, dueOn: typed.dueOn }],
    });
    setTyped({ text: null, dueOn: null });
  };
  return (
    <>
      <h4>In your own words</h4>
      <ul className="line-list">
        {own.map(({ text, dueOn }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added at the end and removed; two may be alike
          <li key={index}>
            <span>{text}</span>
            <DateField
              label={`Due: ${text}`}
              isLabelHidden
              prefix="due"
              placeholder={DUE}
              value={dueOn}
              isReadOnly={isReadOnly}
              onChange={(day) =>
                editTerms('day a subjectivity falls due', `ownSubjectivities.${index}.dueOn`, {
                  ownSubjectivities: own.map((other, at) =>
                    at === index ? { ...other, dueOn: day } : other,
                  ),
                })
              }
            />
            {!isReadOnly && (
              <IconButton label={`Remove ${text}`} onPress={() => removeOwnSubjectivity(index)}>
                <X aria-hidden />
              </IconButton>
            )}
            <SubjectivityDetails id={ownSubjectivityId(index)} text={text} />
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <div className="line-form">
          <TextEntry
            label="Subjectivity"
            value={typed.text}
            onChange={(text) => setTyped({ ...typed, text })}
            maximumLength={1000}
          />
          <DateField label="Due" value={typed.dueOn} onChange={(dueOn) => setTyped({ ...typed, dueOn })} />
          <Button onPress={add} isDisabled={typed.text === null}>
            Add subjectivity
          </Button>
        </div>
      )}
    </>
  );
}
