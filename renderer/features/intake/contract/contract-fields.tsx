import type { ReactElement, ReactNode } from 'react';
import { POOLING_LABELS } from '#shared/domain/choices.ts';
import type { ContractTerms } from '#shared/domain/deal-content.ts';
import { contractTermsSchema, POOLINGS } from '#shared/domain/deal-content.ts';
import { contractLabel } from '#shared/domain/field-words.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import { neededForQuote } from '#shared/domain/needed-for-quote.ts';
import type { OfferedTerm } from '#shared/domain/usual-terms.ts';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { DateField } from '../../../components/date-field.tsx';
import { OfferedEntry } from '../../../components/offered-entry.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { problemAt, useEditor } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { editContract } from '../sections/terms-edit.ts';
import { useTerms } from '../sections/use-terms.ts';

/** A field that is counted: what is typed becomes a whole number. */
const COUNTED: Readonly<Partial<Record<keyof ContractTerms, string>>> = {
  waitingHours: 'hours',
  discoveryDays: 'days',
  claimsDays: 'days',
};

const HELP: Readonly<Partial<Record<keyof ContractTerms, string>>> = {
  waitingHours: 'Before a loss counts; 0 for none. The price takes no account of it.',
  discoveryDays: 'After the period, in which a loss may be discovered.',
  claimsDays: 'From the discovery of a loss.',
  retroactiveDate: 'No cover for what began before this day.',
  umr: 'Of the broker.',
};

/** One optional term of the contract: what every control of it needs, its value, and how it is changed. */
function useTerm<K extends keyof ContractTerms>(key: K) {
  const editor = useEditor('isReadOnly', 'problems', 'model');
  const { contract } = useTerms('contract');
  const path = `terms.contract.${key}`;
  const label = contractLabel(key);
  const isNeeded = neededForQuote(path, editor.model) !== null;
  const words = [HELP[key], isNeeded ? 'A quote needs it.' : undefined].filter(Boolean).join(' ');
  return {
    field: {
      id: fieldId(path),
      label,
      help: words === '' ? undefined : words,
      isReadOnly: editor.isReadOnly,
      error: problemAt(editor, path),
    },
    value: contract?.[key] ?? null,
    set: (value: ContractTerms[K] | null) => editContract(lowerFirst(label), key, value ?? undefined),
  };
}

/** What is wrong with a value of a field, in the words of its schema. */
function complaintAbout(key: keyof ContractTerms, value: unknown): string | undefined {
  const read = contractTermsSchema.shape[key].safeParse(value);
  const message = read.error?.issues[0]?.message;
  return message === undefined ? undefined : `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

/** One term that is picked from usual words or typed. */
function Offered({ of: key }: { readonly of: OfferedTerm }): ReactElement {
  const { model } = useEditor('model');
  const { field, value, set } = useTerm(key);
  const unit = COUNTED[key];
  const read = (text: string): string | number =>
    unit !== undefined && /^\d+$/.test(text.trim()) ? Number(text.trim()) : text;
  return (
    <OfferedEntry
      {...field}
      unit={unit}
      value={value === null ? null : String(value)}
      offers={(model.wording.contract?.[key] ?? []).map(String)}
      complaintAbout={(text) => complaintAbout(key, read(text))}
      onChange={(text) => set((text === null ? null : read(text)) as ContractTerms[typeof key] | null)}
      maximumLength={500}
    />
  );
}

interface WrittenProps {
  readonly of: 'insuredAddress' | 'umr';
  readonly maximumLength: number;
}

/** One term in words of its own. */
function Written({ of: key, maximumLength }: WrittenProps): ReactElement {
  const { field, value, set } = useTerm(key);
  return <TextEntry {...field} value={value} onChange={set} maximumLength={maximumLength} />;
}

function RetroactiveDate(): ReactElement {
  const { field, value, set } = useTerm('retroactiveDate');
  return <DateField {...field} value={value} onChange={set} />;
}

const POOLING_CHOICES = [
  { key: '' as const, label: 'Not chosen' },
  ...POOLINGS.map((key) => ({ key, label: POOLING_LABELS[key] })),
];

function Pooling(): ReactElement {
  const { field, value, set } = useTerm('pooling');
  return (
    <ChoiceField
      {...field}
      value={value ?? ''}
      choices={POOLING_CHOICES}
      onChange={(key) => set(key === '' ? null : key)}
    />
  );
}

interface GroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

const Group = ({ title, children }: GroupProps): ReactElement => (
  <div className="section-block">
    <h3>{title}</h3>
    <div className="field-grid">{children}</div>
  </div>
);

/** What takes a sentence has the room of two fields. */
const Broad = ({ children }: Pick<GroupProps, 'children'>): ReactElement => (
  <div className="field-broad">{children}</div>
);

/** Who, when, where and under which law. */
export const ContractFields = (): ReactElement => (
  <>
    <Group title="Parties">
      <Broad>
        <Written of="insuredAddress" maximumLength={500} />
      </Broad>
      <Written of="umr" maximumLength={50} />
    </Group>
    <Group title="Hours and offer">
      <Offered of="startTime" />
      <Offered of="endTime" />
      <Offered of="timePlace" />
      <Offered of="validUntilTime" />
      <Broad>
        <Offered of="validityPlace" />
      </Broad>
      <Broad>
        <Offered of="paymentTerms" />
      </Broad>
    </Group>
    <Group title="Law and territory">
      <Offered of="law" />
      <Offered of="jurisdiction" />
      <Broad>
        <Offered of="territory" />
      </Broad>
      <Offered of="situs" />
    </Group>
    <Group title="Losses in time">
      <Offered of="waitingHours" />
      <Offered of="discoveryDays" />
      <Offered of="claimsDays" />
      <RetroactiveDate />
      <Broad>
        <Pooling />
      </Broad>
    </Group>
  </>
);
