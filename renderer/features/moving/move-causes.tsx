import type { ReactElement } from 'react';
import { formatAmount, formatChange } from '#shared/domain/format-money.ts';
import { minorOf, minorWithout } from '#shared/domain/money.ts';
import type { Result } from '#shared/domain/result.ts';
import type { ModelChange } from '#shared/underwriting/explain-model-change.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Notice } from '../../components/notice.tsx';

interface MoveCausesProps {
  readonly change: Result<ModelChange>;
  readonly names: { readonly from: string; readonly to: string };
  readonly currency: string;
}

/** From the technical premium of one model to that of the other, cause by cause, to the cent. */
export function MoveCauses({ change, names, currency }: MoveCausesProps): ReactElement {
  if (!change.ok)
    return (
      <Notice tone="refer" title="The premiums cannot be compared">
        {change.failure.message} The draft can be moved all the same.
      </Notice>
    );
  const { before, after, causes } = change.value;
  const moving = causes.filter(({ amountMinor }) => amountMinor !== 0);
  const still = causes.filter(({ amountMinor }) => amountMinor === 0);
  let soFar: number = before.technicalMinor;
  return (
    <div className="stack-tight">
      <h3>Why the technical premium changes</h3>
      <DataTable
        label="Why the technical premium changes"
        columns={[
          { label: 'Cause' },
          { label: `Change, ${currency}`, isFigure: true },
          { label: `Premium then, ${currency}`, isFigure: true },
        ]}
        rows={[
          {
            key: 'before',
            cells: [`Under ${names.from}`, '', formatAmount(before.technicalMinor)],
            isTotal: true,
          },
          ...moving.map(({ id, label, why, amountMinor }) => {
            soFar += amountMinor;
            return {
              key: id,
              cells: [
                <span key="cause" className="move-cause">
                  {label}
                  {why !== null && <span className="soft small">{why}</span>}
                </span>,
                formatChange(amountMinor),
                formatAmount(minorOf(soFar)),
              ],
            };
          }),
          {
            key: 'after',
            cells: [
              `Under ${names.to}`,
              formatChange(minorWithout(after.technicalMinor, before.technicalMinor)),
              formatAmount(after.technicalMinor),
            ],
            isTotal: true,
          },
        ]}
      />
      {still.length > 0 && (
        <p className="small soft measure">
          {`Moves no cent here: ${still.map(({ label }) => label.toLowerCase()).join('; ')}.`}
        </p>
      )}
      <p className="small soft measure">
        The rules are switched one after another in this order, so each amount is what its rule adds to those
        above it.
      </p>
    </div>
  );
}
