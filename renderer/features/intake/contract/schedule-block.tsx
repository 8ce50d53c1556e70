import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { checkAddress } from '#shared/domain/chain-address.ts';
import type { ScheduledAsset } from '#shared/domain/deal-content.ts';
import { formatCount } from '#shared/domain/format-date.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import { neededForQuote } from '#shared/domain/needed-for-quote.ts';
import { upperFirst } from '#shared/domain/upper-first.ts';
import { Button } from '../../../components/button.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { problemAt, useEditor, useEditorPart } from '../../../editor/draft/editor-context.tsx';
import { fieldId } from '../../../editor/draft/field-path.ts';
import { editSchedule } from './schedule-edit.ts';
import { ScheduleLineForm } from './schedule-line-form.tsx';
import { ScheduleTable } from './schedule-table.tsx';
import './schedule.css';

const none: readonly ScheduledAsset[] = [];

/** So many lines are drawn at first; a schedule can have thousands. */
const SHOWN_AT_FIRST = 100;

/** The covered wallets, contracts and vaults: typed, pasted as a table, or read from a CSV file. */
export function ScheduleBlock(): ReactElement {
  const { isReadOnly, model } = useEditor('isReadOnly', 'model');
  const lines = useEditorPart(({ content }) => content.schedule ?? none);
  const [changed, setChanged] = useState<number | null>(null);
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? lines : lines.slice(0, SHOWN_AT_FIRST);
  const line = changed === null ? undefined : lines[changed];
  const isNeeded = neededForQuote('schedule', model) !== null;
  return (
    <div className="section-block">
      <h3 id={fieldId('schedule')} tabIndex={-1}>
        Schedule of covered assets
      </h3>
      <p className="small faint measure">
        Wallets, contracts and vaults that are covered by name.
        {isNeeded && ' A quote needs it, or the subjectivity that asks for the inventory.'}
      </p>
      {lines.length > 0 && (
        <div className="schedule-lines">
          <DataTable
            label="Schedule of covered assets"
            columns={[
              { label: 'No.' },
              { label: 'Kind' },
              { label: 'Chain' },
              { label: 'Address or vault' },
              { label: 'Used for' },
              { label: 'Part' },
              { label: 'Checksum' },
              ...(isReadOnly ? [] : [{ label: 'Change' }]),
            ]}
            rows={shown.map((asset, index) => ({
              key: `${index} ${asset.address}`,
              cells: [
                formatNumber(index + 1),
                upperFirst(asset.kind),
                <span key="chain" className="schedule-words">
                  {asset.chain ?? '–'}
                </span>,
                <span
                  key="address"
                  className="schedule-address"
                  id={fieldId(`schedule.${index}.address`)}
                  tabIndex={-1}
                >
                  {asset.address}
                </span>,
                <span key="label" className="schedule-words">
                  {asset.label ?? '–'}
                </span>,
                model.coverageParts.find(({ id }) => id === asset.part)?.label ?? 'All',
                <CheckMark key="check" asset={asset} at={index} />,
                ...(isReadOnly
                  ? []
                  : [
                      <span key="change" className="schedule-actions">
                        <Button
                          tone="quiet"
                          isSmall
                          aria-label={`Change line ${index + 1}`}
                          onPress={() => setChanged(index)}
                        >
                          Change
                        </Button>
                        <Button
                          tone="quiet"
                          isSmall
                          aria-label={`Remove line ${index + 1}`}
                          onPress={() => {
                            setChanged(null);
                            editSchedule('remove a line of the schedule', (all) =>
                              all.filter((_, other) => other !== index),
                            );
                          }}
                        >
                          Remove
                        </Button>
                      </span>,
                    ]),
              ],
            }))}
          />
        </div>
      )}
      {lines.length > shown.length && (
        <div>
          <Button isSmall onPress={() => setIsWhole(true)}>
            {`Show all ${formatCount(lines.length, 'line')}`}
          </Button>
        </div>
      )}
      {!isReadOnly && (
        <>
          <ScheduleLineForm
            key={changed ?? 'new'}
            line={line}
            others={lines.filter((_, index) => index !== changed)}
            onPut={(asset) => {
              const at = changed;
              editSchedule(
                at === null ? 'add a line to the schedule' : 'change a line of the schedule',
                (all) =>
                  at === null ? [...all, asset] : all.map((other, index) => (index === at ? asset : other)),
              );
              setChanged(null);
            }}
            onCancel={changed === null ? undefined : () => setChanged(null)}
          />
          <ScheduleTable lines={lines} />
        </>
      )}
    </div>
  );
}

interface CheckMarkProps {
  readonly asset: ScheduledAsset;
  readonly at: number;
}

/** What the check of an address found, in words and with a mark of its own. */
function CheckMark({ asset, at }: CheckMarkProps): ReactElement {
  const editor = useEditor('problems');
  const problem = problemAt(editor, `schedule.${at}.address`) ?? problemAt(editor, `schedule.${at}.chain`);
  if (problem !== undefined)
    return (
      <span className="schedule-check is-wrong">
        <CircleX aria-hidden />
        {problem}
      </span>
    );
  const check = asset.kind === 'vault' ? null : checkAddress(asset.chain ?? '', asset.address);
  if (check?.kind === 'checked')
    return (
      <span className="schedule-check">
        <CircleCheck aria-hidden />
        Right
      </span>
    );
  return (
    <span className="schedule-check">
      <CircleHelp aria-hidden />
      {check?.kind === 'unchecked' ? `Not checked: ${check.why}` : 'A vault has none'}
    </span>
  );
}
