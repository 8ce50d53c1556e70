import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { localDay } from '#shared/domain/dates.ts';
import {
  ACTORS,
  CONFIDENCES,
  type IncidentRow,
  LIBRARY_CAUSES,
  LIBRARY_SUBJECT_TYPES,
} from '#shared/library/library-row.ts';
import {
  ACTOR_WORDS,
  AUDITED_WORDS,
  CAUSE_WORDS,
  CONFIDENCE_WORDS,
  FIELD_WORDS,
  MADE_WHOLE_WORDS,
  TYPE_WORDS,
} from '#shared/library/library-words.ts';
import { readOwnIncident, suggestedId, type TypedIncident } from '#shared/library/own-incidents.ts';
import { ChoiceField } from '../../components/choice-field.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextEntry } from '../../components/text-entry.tsx';
import { putOwnIncident } from './library-actions.ts';
import type { LibraryRow } from './library-row.ts';

interface OwnIncidentDialogProps {
  /** The own row to change; null for a new one. */
  readonly shown: LibraryRow | null;
  readonly takenIds: ReadonlySet<string>;
  readonly onClose: () => void;
}

type Field = keyof IncidentRow;

const fresh: TypedIncident = {
  audited_before_loss: 'unknown',
  users_made_whole: 'unknown',
  chain_or_venue: '',
};

const typedOf = (row: IncidentRow): TypedIncident =>
  Object.fromEntries(
    Object.entries(row).flatMap(([field, value]) => (value === null ? [] : [[field, String(value)]])),
  );

const choicesOf = <K extends string>(keys: readonly K[], words: Readonly<Record<K, string>>) =>
  keys.map((key) => ({ key, label: words[key] }));

/** An incident of one's own. What is wrong is said at its field once saving was tried, in the words of the library's parser. */
export function OwnIncidentDialog({ shown, takenIds, onClose }: OwnIncidentDialogProps): ReactElement {
  const [typed, setTyped] = useState<TypedIncident>(shown === null ? fresh : typedOf(shown.row));
  const [wasTried, setWasTried] = useState(false);
  const own = shown?.row.id ?? null;
  const others = new Set([...takenIds].filter((id) => id !== own));
  const withId: TypedIncident = {
    ...typed,
    id: own ?? suggestedId(typed.subject ?? '', typed.date ?? '', others),
  };
  const reading = readOwnIncident(withId, { takenIds: others, today: localDay(new Date()) });
  const faults = reading.ok ? [] : reading.faults;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => putOwnIncident(own, withId),
    onSuccess: onClose,
  });

  const errorOf = (field: Field) =>
    wasTried ? faults.find((fault) => fault.field === field)?.sentence : undefined;
  const set = (field: Field) => (value: string | null) =>
    setTyped((before) => ({ ...before, [field]: value ?? '' }));
  const entry = (field: Field, help?: string) => (
    <TextEntry
      label={FIELD_WORDS[field]}
      help={help}
      value={typed[field] ?? null}
      onChange={set(field)}
      maximumLength={1000}
      error={errorOf(field)}
    />
  );
  const choice = <K extends string>(field: Field, keys: readonly K[], words: Readonly<Record<K, string>>) => (
    <ChoiceField
      label={FIELD_WORDS[field]}
      value={keys.find((key) => key === typed[field]) ?? null}
      choices={choicesOf(keys, words)}
      onChange={set(field)}
      error={errorOf(field)}
    />
  );
  return (
    <FormDialog
      title={shown === null ? 'Add an incident of your own' : `Change ${shown.row.subject}`}
      verb={shown === null ? 'Add incident' : 'Save change'}
      width="wide"
      onClose={onClose}
      onConfirm={() => {
        setWasTried(true);
        if (reading.ok) mutate();
      }}
      isBusy={isPending}
      error={error}
      errorTitle="The incident was not saved"
    >
      <p className="small soft measure">
        It is kept in this workbook, marked as yours, and no fit of the library uses it. Amounts are US
        dollars of the day in plain digits.
      </p>
      <div className="field-grid">
        {entry('subject')}
        {choice('subject_type', LIBRARY_SUBJECT_TYPES, TYPE_WORDS)}
        {entry('date', 'Written YYYY-MM-DD')}
        {choice('cause', LIBRARY_CAUSES, CAUSE_WORDS)}
        {entry('gross_loss_usd')}
        {entry('recovered_usd', 'Empty if it is not known')}
        {entry('assets_at_risk_usd', 'All assets just before the loss; empty if not known')}
        {choice('confidence', CONFIDENCES, CONFIDENCE_WORDS)}
        {choice('users_made_whole', ['full', 'partial', 'no', 'unknown'] as const, MADE_WHOLE_WORDS)}
        {choice('audited_before_loss', ['yes', 'no', 'unknown'] as const, AUDITED_WORDS)}
        {entry('chain_or_venue')}
        {choice('actor', ACTORS, ACTOR_WORDS)}
        {entry('actor_name')}
        {entry('vendor')}
        {entry('first_notice_hours', 'Hours from the loss to the first public notice')}
        {entry('source', 'Where you know it from')}
      </div>
      {wasTried && faults.length > 0 && (
        <Notice tone="stop" role="alert" title="The incident was not saved">
          {faults.map(({ sentence }) => sentence).join(' ')}
        </Notice>
      )}
    </FormDialog>
  );
}
