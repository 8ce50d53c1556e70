import type { ReactElement } from 'react';
import type { ContractTerms } from '#shared/domain/deal-content.ts';
import { contractTermsSchema } from '#shared/domain/deal-content.ts';
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

const NOT_CHOSEN = { key: '', label: 'Not chosen' } as const;

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

/** What an optional field of the contract calls itself, and all that every control of it needs. */
function useContractField() {
  const editor = useEditor('isReadOnly', 'problems', 'model');
  const { model } = editor;
  return (key: keyof ContractTerms) => {
    const path = `terms.contract.${key}`;
    const label = contractLabel(key);
    const isNeeded = neededForQuote(path, model) !== null;
    const words = [HELP[key], isNeeded ? 'A quote needs it.' : undefined].filter(Boolean).join(' ');
    return {
      id: fieldId(path),
      label,
      name: lowerFirst(label),
      help: words === '' ? undefined : words,
      isReadOnly: editor.isReadOnly,
      error: problemAt(editor, path),
    };
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
  const { contract } = useTerms('contract');
  const { name, ...field } = useContractField()(key);
  const unit = COUNTED[key];
  const value = contract?.[key];
  const read = (text: string): string | number =>
    unit !== undefined && /^\d+$/.test(text.trim()) ? Number(text.trim()) : text;
  return (
    <OfferedEntry
      {...field}
      unit={unit}
      value={value === undefined ? null : String(value)}
      offers={(model.wording.contract?.[key] ?? []).map(String)}
      complaintAbout={(text) => complaintAbout(key, read(text))}
      onChange={(text) =>
        editContract(name, key, (text === null ? undefined : read(text)) as ContractTerms[typeof key])
      }
      maximumLength={500}
    />
  );
}

/** Who, when, where and under which law. */
export function ContractFields(): ReactElement {
  const field = useContractField();
  const { contract } = useTerms('contract');
  const { name: addressName, ...address } = field('insuredAddress');
  const { name: umrName, ...umr } = field('umr');
  const { name: retroactiveName, ...retroactive } = field('retroactiveDate');
  const { name: poolingName, ...pooling } = field('pooling');
  return (
    <>
      <div className="section-block">
        <h3>Parties</h3>
        <div className="field-grid">
          <div className="field-broad">
            <TextEntry
              {...address}
              value={contract?.insuredAddress ?? null}
              onChange={(text) => editContract(addressName, 'insuredAddress', text ?? undefined)}
              maximumLength={500}
            />
          </div>
          <TextEntry
            {...umr}
            value={contract?.umr ?? null}
            onChange={(text) => editContract(umrName, 'umr', text ?? undefined)}
            maximumLength={50}
          />
        </div>
      </div>
      <div className="section-block">
        <h3>Hours and offer</h3>
        <div className="field-grid">
          <Offered of="startTime" />
          <Offered of="endTime" />
          <Offered of="timePlace" />
          <Offered of="validUntilTime" />
          <Offered of="validityPlace" />
          <div className="field-broad">
            <Offered of="paymentTerms" />
          </div>
        </div>
      </div>
      <div className="section-block">
        <h3>Law and territory</h3>
        <div className="field-grid">
          <Offered of="law" />
          <Offered of="jurisdiction" />
          <Offered of="territory" />
          <Offered of="situs" />
        </div>
      </div>
      <div className="section-block">
        <h3>Losses in time</h3>
        <div className="field-grid">
          <Offered of="waitingHours" />
          <Offered of="discoveryDays" />
          <Offered of="claimsDays" />
          <DateField
            {...retroactive}
            value={contract?.retroactiveDate ?? null}
            onChange={(day) => editContract(retroactiveName, 'retroactiveDate', day ?? undefined)}
          />
          <ChoiceField
            {...pooling}
            value={contract?.pooling ?? ''}
            choices={[
              NOT_CHOSEN,
              { key: 'pooled', label: 'One limit for all clients together' },
              { key: 'per-client', label: 'A limit for each client' },
            ]}
            onChange={(key) => editContract(poolingName, 'pooling', key === '' ? undefined : key)}
          />
        </div>
      </div>
    </>
  );
}
