import type { ReactElement } from 'react';
import type { AssessmentContent, Subject } from '#shared/domain/assessment-content.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { LinkList } from '#shared/domain/links.ts';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { DateField } from '../../../components/date-field.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { edit } from '../../../editor/draft/draft-store.ts';
import { problemAt, useEditor } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { subjectTypeChoices } from '../subject-types.ts';
import { ExposureFields } from './exposure-fields.tsx';
import { LinkedNames } from './linked-names.tsx';
import { SectionHead } from './section-head.tsx';

const editSubject = (name: string, key: keyof Subject, patch: Partial<Subject>) =>
  edit(`change ${name}`, `subject.${key}`, (content) => ({
    ...content,
    subject: { ...content.subject, ...patch },
  }));

type TextKey = 'legalName' | 'jurisdiction' | 'website' | 'group';
const TEXTS: readonly { key: TextKey; label: string; help?: string; maximum: number }[] = [
  { key: 'legalName', label: 'Legal name', maximum: 300 },
  { key: 'jurisdiction', label: 'Jurisdiction', maximum: 200 },
  { key: 'group', label: 'Group', help: 'Parent or group, for accumulation.', maximum: 200 },
  { key: 'website', label: 'Website', maximum: 500 },
];

export function SubjectSection({ title }: { readonly title: string }): ReactElement {
  const editor = useEditor('content', 'model', 'isReadOnly', 'problems');
  const { content, model, isReadOnly } = editor;
  const { subject } = content;
  const field = (path: string) => ({ id: fieldId(path), isReadOnly, error: problemAt(editor, path) });
  return (
    <section aria-labelledby="section-heading">
      <SectionHead title={title}>
        Who is being assessed, at what date, and how much could be lost.
      </SectionHead>
      <div className="section-block">
        <h3>Subject</h3>
        <div className="field-grid">
          <TextEntry
            {...field('subject.name')}
            label="Name"
            value={subject.name}
            onChange={(name) => name !== null && editSubject('name', 'name', { name })}
            maximumLength={200}
            emptyError="The name cannot be empty; the previous one is kept."
          />
          {TEXTS.map(({ key, label, help, maximum }) => (
            <TextEntry
              key={key}
              {...field(`subject.${key}`)}
              label={label}
              help={help}
              value={subject[key]}
              onChange={(text) => editSubject(label.toLowerCase(), key, { [key]: text })}
              maximumLength={maximum}
            />
          ))}
        </div>
        <ChoiceField
          {...field('subject.type')}
          label="Type"
          help="Changing the type changes the questions. Answers that no longer apply are kept but not used."
          value={subject.type}
          choices={subjectTypeChoices(model)}
          onChange={(type) => editSubject('type of subject', 'type', { type })}
        />
        <Dates />
      </div>
      <Links />
      <ExposureFields />
    </section>
  );
}

const LINKS: readonly { list: LinkList; label: string; one: string }[] = [
  { list: 'custodians', label: 'Custodians', one: 'custodian' },
  { list: 'vendors', label: 'Technology vendors', one: 'technology vendor' },
  { list: 'chains', label: 'Chains', one: 'chain' },
  { list: 'auditors', label: 'Auditors', one: 'auditor' },
];

/** Writes a list of names; content leaves out one without any. */
const editLinks = (list: LinkList, label: string, names: readonly string[]) =>
  edit(`change ${label.toLowerCase()}`, `subject.${list}`, (content) => {
    const { [list]: _, ...subject } = content.subject;
    return { ...content, subject: { ...subject, ...(names.length === 0 ? {} : { [list]: [...names] }) } };
  });

/** What it shares with other insureds. */
function Links(): ReactElement {
  const editor = useEditor('content', 'isReadOnly', 'problems');
  const { content, isReadOnly } = editor;
  return (
    <div className="section-block">
      <h3>What it shares with others</h3>
      <p className="small soft measure">
        One failure at any of these may cause losses to several insureds. With the group above, they are
        summed against the capacities of the workbook, which stand in the settings.
      </p>
      <div className="field-grid">
        {LINKS.map(({ list, label, one }) => (
          <LinkedNames
            key={list}
            id={fieldId(`subject.${list}`)}
            list={list}
            label={label}
            one={one}
            names={content.subject[list] ?? []}
            onChange={(names) => editLinks(list, label, names)}
            isReadOnly={isReadOnly}
            error={problemAt(editor, `subject.${list}`)}
          />
        ))}
      </div>
    </div>
  );
}

function Dates(): ReactElement {
  const editor = useEditor('content', 'isReadOnly', 'problems');
  const { content, isReadOnly } = editor;
  const editAsOf = (asOf: IsoDate) =>
    edit('change day of assessment', 'asOf', (before: AssessmentContent) => ({ ...before, asOf }));
  return (
    <div className="field-grid">
      <DateField
        id={fieldId('asOf')}
        label="As of"
        help="The date at which everything is assessed."
        value={content.asOf}
        onChange={(asOf) => asOf !== null && editAsOf(asOf)}
        emptyError="The date of assessment cannot be empty; the previous one is kept."
        isReadOnly={isReadOnly}
        error={problemAt(editor, 'asOf')}
      />
      <DateField
        id={fieldId('subject.liveSince')}
        label="Live since"
        help="First day with client or protocol assets. Without it, the track record counts as 0 years."
        value={content.subject.liveSince}
        onChange={(liveSince) => editSubject('first day live', 'liveSince', { liveSince })}
        isReadOnly={isReadOnly}
        error={problemAt(editor, 'subject.liveSince')}
      />
    </div>
  );
}
