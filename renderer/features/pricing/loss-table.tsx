import type { ReactElement } from 'react';
import { formatUnits } from '#shared/domain/format-money.ts';
import { formatNumber, formatPercent } from '#shared/domain/format-number.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Facts } from '../../components/facts.tsx';
import type { PriceTableProps } from './build-up-table.tsx';
import { pricingWords } from './pricing.strings.ts';

/** The loss of the period after all terms: moments, tails, return periods. */
export function LossTable({ price, currency }: PriceTableProps): ReactElement {
  const { loss } = price;
  return (
    <>
      <Facts
        facts={[
          { label: pricingWords.mean, value: `${currency} ${formatUnits(loss.mean)}` },
          { label: pricingWords.standardDeviation, value: `${currency} ${formatUnits(loss.sd)}` },
          { label: pricingWords.skewness, value: formatNumber(loss.skewness, 3) },
          { label: pricingWords.chanceAny, value: formatPercent(loss.probabilityAnyLoss, 2) },
          {
            label: pricingWords.chanceExhausted,
            value: formatPercent(loss.probabilityLimitExhausted, 3),
          },
        ]}
      />
      <DataTable
        label={pricingWords.tailOfTheLoss}
        columns={[
          { label: pricingWords.level },
          { label: `Value at risk, ${currency}`, isFigure: true },
          { label: `Tail value at risk, ${currency}`, isFigure: true },
        ]}
        rows={loss.tails.map(({ level, valueAtRisk, tailValueAtRisk }) => ({
          key: String(level),
          cells: [formatPercent(level, 1), formatUnits(valueAtRisk), formatUnits(tailValueAtRisk)],
        }))}
      />
      <DataTable
        label={pricingWords.returnPeriods}
        columns={[
          { label: pricingWords.onceInYears },
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
