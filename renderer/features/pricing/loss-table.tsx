import type { ReactElement } from 'react';
import { formatUnits } from '#shared/domain/format-money.ts';
import { formatNumber, formatPercent } from '#shared/domain/format-number.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Facts } from '../../components/facts.tsx';
import type { PriceTableProps } from './build-up-table.tsx';

/** The loss of the period after all terms: moments, tails, return periods. */
export function LossTable({ price, currency }: PriceTableProps): ReactElement {
  const { loss } = price;
  return (
    <>
      <Facts
        facts={[
          { label: 'Mean', value: `${currency} ${formatUnits(loss.mean)}` },
          { label: 'Standard deviation', value: `${currency} ${formatUnits(loss.sd)}` },
          { label: 'Skewness', value: formatNumber(loss.skewness, 3) },
          { label: 'Chance of any loss', value: formatPercent(loss.probabilityAnyLoss, 2) },
          {
            label: 'Chance that the aggregate limit is exhausted',
            value: formatPercent(loss.probabilityLimitExhausted, 3),
          },
        ]}
      />
      <DataTable
        label="Tail of the loss"
        columns={[
          { label: 'Level' },
          { label: `Value at risk, ${currency}`, isFigure: true },
          { label: `Tail value at risk, ${currency}`, isFigure: true },
        ]}
        rows={loss.tails.map(({ level, valueAtRisk, tailValueAtRisk }) => ({
          key: String(level),
          cells: [formatPercent(level, 1), formatUnits(valueAtRisk), formatUnits(tailValueAtRisk)],
        }))}
      />
      <DataTable
        label="Return periods"
        columns={[
          { label: 'Return period, years' },
          { label: `Loss of the period, ${currency}`, isFigure: true },
          { label: `Largest event, ${currency}`, isFigure: true },
        ]}
        rows={loss.returnLosses.map(({ years, aggregate, occurrence }) => ({
          key: String(years),
          cells: [formatNumber(years), formatUnits(aggregate), formatUnits(occurrence)],
        }))}
      />
    </>
  );
}
