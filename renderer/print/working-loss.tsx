import type { ReactElement } from 'react';
import { formatUnits } from '#shared/domain/format-money.ts';
import { formatNumber, formatPercent } from '#shared/domain/format-number.ts';
import type { PriceResult } from '#shared/pricing/price-result.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { ExceedanceChart } from '../charts/exceedance-chart.tsx';
import { periodNoun } from '../charts/exceedance-view.ts';
import { LayerChart } from '../charts/layer-chart.tsx';
import { FactList } from './fact-list.tsx';
import { textWidth } from './paper.ts';
import { PrintTable } from './print-table.tsx';

interface WorkingLossProps {
  readonly document: QuoteDocument;
  readonly price: PriceResult;
}

const CERTIFICATE_WORDS = {
  pass: 'The calculation passed its own accuracy checks; the certificate stands in the annex.',
  warn: 'The calculation is less exact than usual: the certificate in the annex says which check is over its tolerance.',
  fail: 'The calculation failed its own accuracy checks: these figures must not be relied on.',
} as const;

/** The loss of the period: moments, tails, return periods, curves and layers. */
export function WorkingLoss({ document, price }: WorkingLossProps): ReactElement {
  const { currency } = document.content;
  const { loss } = price;
  const paperWidth = textWidth(document.paper);
  return (
    <>
      <h2>Loss of the period</h2>
      <p>{`Insurer’s loss after all terms over ${price.periodDays} days, ${currency}. ${CERTIFICATE_WORDS[price.certificate.verdict]}`}</p>
      <div className="columns">
        <FactList
          kind="figures"
          facts={[
            { name: 'Mean', value: formatUnits(loss.mean) },
            { name: 'Standard deviation', value: formatUnits(loss.sd) },
            { name: 'Skewness', value: formatNumber(loss.skewness, 2) },
            { name: 'Chance of any loss', value: formatPercent(loss.probabilityAnyLoss) },
            {
              name: 'Chance that the aggregate limit is used up',
              value: formatPercent(loss.probabilityLimitExhausted, 3),
            },
          ]}
        />
        <PrintTable
          label={`Value at risk and tail value at risk, ${currency}`}
          columns={[
            { label: 'Level', width: 24 },
            { label: 'VaR', kind: 'figure' },
            { label: 'TVaR', kind: 'figure' },
          ]}
          rows={loss.tails.map((tail) => ({
            key: String(tail.level),
            cells: [
              formatPercent(tail.level, 1),
              formatUnits(tail.valueAtRisk),
              formatUnits(tail.tailValueAtRisk),
            ],
          }))}
        />
      </div>
      <ExceedanceChart price={price} currency={currency} medium="paper" paperWidth={paperWidth} />
      <h3>Return periods</h3>
      <PrintTable
        label={`Losses by return period, ${currency}`}
        columns={[
          { label: `Return period, ${periodNoun(price)}`, kind: 'figure', width: 22 },
          { label: `Aggregate of a period (AEP), ${currency}`, kind: 'figure' },
          { label: `Largest event, before aggregate terms (OEP), ${currency}`, kind: 'figure' },
        ]}
        rows={loss.returnLosses.map((row) => ({
          key: String(row.years),
          cells: [formatNumber(row.years), formatUnits(row.aggregate), formatUnits(row.occurrence)],
        }))}
      />
      <LayerChart price={price} currency={currency} medium="paper" paperWidth={paperWidth} />
    </>
  );
}
