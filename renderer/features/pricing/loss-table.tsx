import type { ReactElement } from 'react';
import { formatChance, formatLoss, formatSkewness } from '#shared/domain/format-figures.ts';
import { formatUnits } from '#shared/domain/format-money.ts';
import { formatNumber, formatShareValue } from '#shared/domain/format-number.ts';
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
          { label: 'Mean', value: `${currency} ${formatLoss(loss.mean)}` },
          { label: 'Standard deviation', value: `${currency} ${formatLoss(loss.sd)}` },
          { label: 'Skewness', value: formatSkewness(loss.skewness) },
          { label: 'Chance of any loss', value: formatChance(loss.probabilityAnyLoss) },
          {
            label: 'Chance that the aggregate limit is exhausted',
            value: formatChance(loss.probabilityLimitExhausted),
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
          cells: [formatShareValue(level), formatUnits(valueAtRisk), formatUnits(tailValueAtRisk)],
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
