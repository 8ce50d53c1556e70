import { type ReactElement, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { addressProblem, CHAINS, scheduledOnce } from '#shared/domain/chain-address.ts';
import { SCHEDULED_KINDS, type ScheduledAsset } from '#shared/domain/deal-content.ts';
import { partLabel } from '#shared/domain/model-words.ts';
import { upperFirst } from '#shared/domain/upper-first.ts';
import type { CoveragePartId } from '#shared/domain/vocabulary.ts';
import { Button } from '../../../components/button.tsx';
import { ChoiceField } from '../../../components/choice-field.tsx';
import { OfferedEntry } from '../../../components/offered-entry.tsx';
import { TextEntry } from '../../../components/text-entry.tsx';
import { type Editor, useEditor, useEditorPart } from '../../../editor/draft/editor-context.tsx';

interface Typed {
  readonly kind: ScheduledAsset['kind'];
  readonly chain: string | null;
  readonly address: string | null;
  readonly label: string | null;
  readonly part: CoveragePartId | '';
}

const typedOf = (line: ScheduledAsset | undefined): Typed => ({
  kind: line?.kind ?? 'wallet',
  chain: line?.chain ?? null,
  address: line?.address ?? null,
  label: line?.label ?? null,
  part: line?.part ?? '',
});

const assetOf = ({ kind, chain, address, label, part }: Typed): ScheduledAsset => ({
  kind,
  ...(kind === 'vault' || chain === null ? {} : { chain }),
  address: (address ?? '').trim(),
  ...(label === null ? {} : { label }),
  ...(part === '' ? {} : { part }),
});

interface ScheduleLineFormProps {
  /** The line to change; undefined for a new one. */
  readonly line: ScheduledAsset | undefined;
  readonly others: readonly ScheduledAsset[];
  readonly onPut: (line: ScheduledAsset) => void;
  readonly onCancel: (() => void) | undefined;
}

/** One line of the schedule. It is taken only once its address passes the checksum of its chain. */
export function ScheduleLineForm({ line, others, onPut, onCancel }: ScheduleLineFormProps): ReactElement {
  const { model } = useEditor('model');
  const quoted = useEditorPart(
    useShallow(({ content }: Editor) => content.terms.parts.map(({ part }) => part)),
  );
  const [typed, setTyped] = useState(typedOf(line));
  const asset = assetOf(typed);
  const problem = asset.address === '' ? null : addressProblem(asset);
  const once = scheduledOnce();
  for (const other of others) once.place(other);
  const isTwice = once.place(asset) !== undefined;
  const isEmpty = asset.address === '';
  const addressError =
    problem?.field === 'address'
      ? `The address ${problem.complaint}.`
      : !isEmpty && isTwice
        ? 'This address is in the schedule already.'
        : undefined;
  const put = () => {
    onPut(asset);
    if (line === undefined) setTyped({ ...typedOf(undefined), kind: typed.kind, chain: typed.chain });
  };
  const parts = [...new Set([...quoted, ...(line?.part === undefined ? [] : [line.part])])];
  return (
    <fieldset
      className="line-form schedule-form"
      aria-label={line === undefined ? 'New line' : 'Line to change'}
    >
      <ChoiceField
        label="Kind"
        value={typed.kind}
        choices={SCHEDULED_KINDS.map((key) => ({ key, label: upperFirst(key) }))}
        onChange={(kind) => setTyped({ ...typed, kind })}
      />
      {typed.kind !== 'vault' && (
        <OfferedEntry
          label="Chain"
          value={typed.chain}
          offers={CHAINS.map(({ name }) => name)}
          onChange={(chain) => setTyped({ ...typed, chain })}
          maximumLength={60}
          error={problem?.field === 'chain' ? 'Name the chain.' : undefined}
        />
      )}
      <div className="schedule-form-address">
        <TextEntry
          label={typed.kind === 'vault' ? 'Name of the vault' : 'Address'}
          value={typed.address}
          onChange={(address) => setTyped({ ...typed, address })}
          maximumLength={200}
          error={addressError}
        />
      </div>
      <TextEntry
        label="Used for"
        value={typed.label}
        onChange={(label) => setTyped({ ...typed, label })}
        maximumLength={200}
      />
      <ChoiceField
        label="Under the part"
        value={typed.part}
        choices={[
          { key: '', label: 'All parts' },
          ...parts.map((id) => ({
            key: id,
            label: partLabel(model, id),
          })),
        ]}
        onChange={(part) => setTyped({ ...typed, part })}
      />
      <Button onPress={put} isDisabled={isEmpty || problem !== null || isTwice}>
        {line === undefined ? 'Add line' : 'Put the change'}
      </Button>
      {onCancel !== undefined && (
        <Button tone="quiet" onPress={onCancel}>
          Leave it as it is
        </Button>
      )}
    </fieldset>
  );
}
