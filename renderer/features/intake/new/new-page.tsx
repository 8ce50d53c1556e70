import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useMemo, useState } from 'react';
import { assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { SubjectType } from '#shared/domain/vocabulary.ts';
import { ask, failureOf, failureText } from '../../../bridge.ts';
import { Button } from '../../../components/button.tsx';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { DateField } from '../../../components/date-field.tsx';
import { today } from '../../../components/format/dates.ts';
import { Notice } from '../../../components/notice.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { useUnreadableEntries } from '../../../components/unreadable-entries.ts';
import { duplicateAssessment, openAssessment } from '../../../editor/actions.ts';
import { currentModelQuery, listQuery, refreshList } from '../../../editor/queries.ts';
import { goBack, goToPage, useNavigation } from '../../../editor/state/navigation.ts';
import { listRows } from '../list/list-row.ts';
import { subjectTypeChoices } from '../subject-types.ts';
import { EarlierRecords } from './earlier-records.tsx';
import { sameNamed } from './same-name.ts';
import './new-page.css';

const AS_OF = 'new:as-of';
const LIVE_SINCE = 'new:live-since';
const DATE_IDS: readonly string[] = [AS_OF, LIVE_SINCE];

interface Beginning {
  readonly name: string | null;
  readonly type: SubjectType | null;
  readonly asOf: IsoDate | null;
  readonly liveSince: IsoDate | null;
}

/** Name, type and two dates: enough to ask the right questions. Everything else follows in the editor. */
export function NewPage({ title }: { readonly title: string }): ReactElement {
  const { data: current } = useQuery(currentModelQuery);
  const { data: list } = useQuery(listQuery);
  const [start, setStart] = useState<Beginning>({ name: null, type: null, asOf: today(), liveSince: null });
  const [isAsked, setIsAsked] = useState(false);
  const change = (patch: Partial<Beginning>) => setStart((before) => ({ ...before, ...patch }));
  const { mutate: begin, error, isPending } = useBegin();
  const rows = useMemo(() => listRows(list ?? []), [list]);
  const earlier = sameNamed(start.name ?? '', rows);
  const missing = {
    name: (start.name ?? '').trim() === '' ? 'Enter the name of the subject.' : undefined,
    type: start.type === null ? 'Choose the type: the questions depend on it.' : undefined,
    asOf: start.asOf === null ? 'Enter the date of assessment.' : undefined,
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsAsked(true);
    // A date that cannot be read is neither the one before it nor none: its field says so.
    const unreadable = useUnreadableEntries.getState().entries.find(({ id }) => DATE_IDS.includes(id));
    if (unreadable !== undefined) document.getElementById(unreadable.id)?.focus();
    else if (!missing.name && !missing.type && !missing.asOf) begin(start);
  };
  const complaint = (key: keyof typeof missing) => (isAsked ? missing[key] : undefined);

  return (
    <form className="new-page" aria-labelledby="page-heading" onSubmit={submit} noValidate>
      <h1 id="page-heading" tabIndex={-1}>
        {title}
      </h1>
      <TextEntry
        label="Name"
        help="The exchange, protocol or firm to be insured, as it calls itself."
        value={start.name}
        onChange={(name) => change({ name })}
        maximumLength={200}
        error={complaint('name')}
      />
      {earlier.length > 0 && (
        <EarlierRecords
          records={earlier}
          onOpen={openAssessment}
          onDuplicate={(id) => void duplicateAssessment(id)}
        />
      )}
      <ChoiceField
        label="Type"
        help="Decides which questions are asked and how the three pillars are weighted."
        value={start.type}
        choices={current === undefined ? [] : subjectTypeChoices(current.model)}
        onChange={(type) => change({ type })}
        placeholder="Choose a type"
        error={complaint('type')}
      />
      <div className="new-dates">
        <DateField
          id={AS_OF}
          label="As of"
          help="The date at which everything is assessed."
          value={start.asOf}
          onChange={(asOf) => change({ asOf })}
          error={complaint('asOf')}
        />
        <DateField
          id={LIVE_SINCE}
          label="Live since"
          help="First day with client or protocol assets. You can add this later."
          value={start.liveSince}
          onChange={(liveSince) => change({ liveSince })}
        />
      </div>
      {error !== null && (
        <Notice tone="stop" role="alert" title="The assessment could not be created">
          {failureText(failureOf(error))}
        </Notice>
      )}
      <div className="row">
        <Button tone="primary" type="submit" isDisabled={isPending}>
          Start assessment
        </Button>
        <Button tone="quiet" onPress={leave}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

const leave = () => (useNavigation.getState().behind.length > 0 ? goBack() : goToPage('list'));

function useBegin() {
  return useMutation({
    mutationFn: ({ name, type, asOf, liveSince }: Beginning) => {
      const content = assessmentContentSchema.parse({
        subject: { name: name?.trim(), type, liveSince },
        asOf,
      });
      return ask((client) => client.assessments.create({ content }));
    },
    onSuccess: (record) => {
      refreshList();
      openAssessment(record.summary.id, 'subject');
    },
  });
}
