import type { ReactElement } from 'react';
import type { Incident } from '#shared/domain/assessment-content.ts';
import { ASSETS_NOT_GIVEN_MINOR, takesUnknown } from '#shared/domain/not-given.ts';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { KnownDateField } from '../../../components/known-date-field.tsx';
import { MoneyField } from '../../../components/money-field.tsx';
import { NumberField } from '../../../components/number-field.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { TickBox } from '../../../components/tick-box.tsx';
import { problemAt, useEditor, useEditorPart } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { editIncident } from '../../../editor/draft/incident-edit.ts';

const choicesOf = <K extends string>(records: readonly { readonly id: K; readonly label: string }[]) =>
  records.map(({ id, label }) => ({ key: id, label }));

/** Every field of one incident. */
export function IncidentFields({ incident }: { readonly incident: Incident }): ReactElement {
  const editor = useEditor('model', 'isReadOnly', 'problems');
  const { model, isReadOnly } = editor;
  const currency = useEditorPart(({ content }) => content.currency);
  const { id } = incident;
  const set = (name: string, key: keyof Incident) => (value: unknown) =>
    editIncident({ id, name, key, patch: { [key]: value } as Partial<Incident> });
  const field = (key: keyof Incident) => ({
    id: fieldId(`incidents.${id}.${key}`),
    isReadOnly,
    error: problemAt(editor, `incidents.${id}.${key}`),
  });
  const cause = model.causes.find(({ code }) => code === incident.cause);
  const isWithoutAssets = incident.assetsAtTimeMinor === ASSETS_NOT_GIVEN_MINOR;
  /** An empty field is what is not known, where the model has a rule for that; else it says what to enter. */
  const orUnknown = (otherwise: string) =>
    takesUnknown(model)
      ? { placeholder: 'Not known', help: 'Leave empty if it is not known: it then counts at its worst.' }
      : { emptyError: otherwise };

  return (
    <div className="field-grid incident-fields">
      <TextEntry
        {...field('title')}
        label="Title"
        value={incident.title}
        onChange={set('title', 'title')}
        maximumLength={300}
      />
      <KnownDateField
        {...field('date')}
        label="Date"
        help={
          takesUnknown(model)
            ? 'Enter the month or the year alone if the day is not known: its last day then counts.'
            : undefined
        }
        value={incident}
        onChange={(patch) =>
          editIncident({ id, name: 'date', key: 'date', patch, leftOut: ['datePrecision'] })
        }
        emptyError="The date cannot be empty; the previous one is kept."
      />
      <ChoiceField
        {...field('cause')}
        label="Cause"
        help={cause?.definition}
        value={incident.cause}
        choices={model.causes.map(({ code, label, definition }) => ({
          key: code,
          label,
          detail: definition,
        }))}
        onChange={set('cause', 'cause')}
      />
      <ChoiceField
        {...field('boundary')}
        label="Whose control failed"
        value={incident.boundary}
        choices={choicesOf(model.wording.boundaries)}
        onChange={set('control', 'boundary')}
      />
      <MoneyField
        {...field('lossMinor')}
        label="Loss"
        currency={currency}
        value={incident.lossMinor}
        onChange={set('loss', 'lossMinor')}
        {...orUnknown('Enter 0 if nothing was lost.')}
      />
      <MoneyField
        {...field('recoveredMinor')}
        label="Recovered from the attacker"
        currency={currency}
        value={incident.recoveredMinor}
        onChange={set('recovery', 'recoveredMinor')}
        {...orUnknown('Enter 0 if nothing was recovered.')}
      />
      <MoneyField
        {...field('assetsAtTimeMinor')}
        label="Assets at the time"
        {...(takesUnknown(model) ? { placeholder: 'Not known' } : {})}
        help={`All assets it held just before the incident.${takesUnknown(model) ? ' Leave empty if they are not known: today’s then count.' : ''}`}
        currency={currency}
        value={isWithoutAssets ? null : incident.assetsAtTimeMinor}
        onChange={(minor) =>
          set(
            'assets at the time',
            'assetsAtTimeMinor',
          )(minor === null && takesUnknown(model) ? null : Math.max(minor ?? 0, ASSETS_NOT_GIVEN_MINOR))
        }
        error={
          isWithoutAssets
            ? 'Enter the assets at the time: the share lost is measured against them.'
            : field('assetsAtTimeMinor').error
        }
      />
      <NumberField
        {...field('usersMadeWholePercent')}
        label="Users made whole"
        value={incident.usersMadeWholePercent}
        onChange={set('restitution', 'usersMadeWholePercent')}
        low={0}
        high={100}
        unit="%"
        {...orUnknown('Enter 0 if nothing was restored.')}
      />
      <ChoiceField
        {...field('fixStatus')}
        label="Fix"
        value={incident.fixStatus}
        choices={choicesOf(model.wording.fixStatuses)}
        onChange={set('fix', 'fixStatus')}
      />
      <NumberField
        {...field('disclosureHours')}
        label="Disclosed to the public after"
        help={`Hours from the first malicious transaction.${takesUnknown(model) ? ' Leave empty if it is not known: it then counts at its worst.' : ''}`}
        value={incident.disclosureHours}
        onChange={(disclosureHours) =>
          editIncident({
            id,
            name: 'disclosure',
            key: 'disclosureHours',
            patch: { disclosureHours },
            leftOut: disclosureHours === null ? [] : ['isNeverDisclosed'],
          })
        }
        low={0}
        high={1_000_000}
        unit="hours"
        {...(incident.isNeverDisclosed
          ? { placeholder: 'Never' }
          : takesUnknown(model)
            ? { placeholder: 'Not known' }
            : {})}
      />
      <TickBox
        {...field('isNeverDisclosed')}
        label="Never disclosed"
        help="It is known that there was no public notice: no points, whatever else is found out."
        isChecked={incident.isNeverDisclosed === true}
        onChange={(isNever) =>
          editIncident({
            id,
            name: 'disclosure',
            key: 'isNeverDisclosed',
            patch: isNever ? { isNeverDisclosed: true, disclosureHours: null } : {},
            leftOut: ['isNeverDisclosed'],
          })
        }
      />
      <ChoiceField
        {...field('postmortem')}
        label="Post-mortem"
        value={incident.postmortem}
        choices={choicesOf(model.wording.postmortems)}
        onChange={set('post-mortem', 'postmortem')}
      />
      <TextEntry
        {...field('source')}
        label="Source"
        value={incident.source}
        onChange={set('source', 'source')}
        maximumLength={1000}
      />
      <div className="field-wide">
        <TextEntry
          {...field('note')}
          label="Note"
          value={incident.note}
          onChange={set('note', 'note')}
          maximumLength={4000}
          isLong
        />
      </div>
    </div>
  );
}
