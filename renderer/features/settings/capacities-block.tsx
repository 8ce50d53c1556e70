import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { LinkField } from '#shared/domain/links.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import { MoneyField } from '../../components/money-field.tsx';
import { setCapacity } from '../../editor/actions.ts';
import { capacitiesQuery, currentModelQuery, workbookQuery } from '../../editor/queries.ts';
import { useResting } from './use-resting.ts';

const FIELDS: readonly { readonly field: LinkField; readonly label: string }[] = [
  { field: 'group', label: 'One group' },
  { field: 'custodians', label: 'One custodian' },
  { field: 'vendors', label: 'One technology vendor' },
  { field: 'chains', label: 'One chain' },
  { field: 'auditors', label: 'One auditor' },
];

/** The most that the open workbook may have at risk in one event at a name that subjects share. */
export function CapacitiesBlock(): ReactElement | null {
  const { data: workbook } = useQuery(workbookQuery);
  const { data: capacities } = useQuery(capacitiesQuery);
  const { data: current } = useQuery(currentModelQuery);
  if (workbook === undefined || workbook.problem !== null || capacities === undefined) return null;
  const usual = current?.model.currencies[0] ?? 'USD';
  return (
    <div className="section-block">
      <h2>Capacities</h2>
      <p className="small soft measure">
        The most that one event may cost this workbook over all offers whose subjects share a name: the limits
        each event of each case’s largest paper that is still open, and of the offer in hand. Above it the
        offer is a referral. While a field is empty, accumulation of that kind is not computed, and offers say
        so.
      </p>
      <div className="field-grid">
        {FIELDS.map(({ field, label }) => {
          const kept = capacities.find((one) => one.field === field);
          return (
            <CapacityField
              key={field}
              field={field}
              label={label}
              currency={kept?.currency ?? usual}
              value={kept?.amountMinor ?? null}
              isReadOnly={workbook.isReadOnly}
            />
          );
        })}
      </div>
    </div>
  );
}

interface CapacityFieldProps {
  readonly field: LinkField;
  readonly label: string;
  readonly currency: string;
  readonly value: MinorUnits | null;
  readonly isReadOnly: boolean;
}

function CapacityField({ field, label, currency, value, isReadOnly }: CapacityFieldProps): ReactElement {
  const [shown, change] = useResting(value, (amountMinor) => {
    if (amountMinor !== 0) void setCapacity({ field, amountMinor, currency });
  });
  return (
    <MoneyField
      id={`capacity-${field}`}
      label={label}
      currency={currency}
      value={shown}
      onChange={change}
      isReadOnly={isReadOnly}
      placeholder="No capacity set"
      error={shown === 0 ? 'Enter an amount above 0, or leave it empty.' : undefined}
    />
  );
}
