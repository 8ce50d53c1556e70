import type { ReactElement } from 'react';
import { formatChance, formatLoss, formatSkewness } from '#shared/domain/format-figures.ts';
import { formatUnits } from '#shared/domain/format-money.ts';
import { formatShareValue } from '#shared/domain/format-number.ts';
import type { PriceResult } from '#shared/pricing/price-result.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { ExceedanceChart } from '../charts/exceedance-chart.tsx';
import { LayerChart } from '../charts/layer-chart.tsx';
import { FactList } from './fact-list.tsx';
import { PageLink } from './page-link.tsx';
import { columnWidth, textWidth } from './paper.ts';
import { PrintTable } from './print-table.tsx';

interface WorkingLossProps {
  readonly document: QuoteDocument;
  readonly price: PriceResult;
}

const CERTIFICATE_WORDS = {
  pass: 'The calculation passed its own accuracy checks',
  warn: 'The calculation is less exact than usual: a check is over its tolerance',
  fail: 'The calculation failed its own accuracy checks: these figures must not be relied on',
} as const;

/** Share of the wider column, see print.css. */
const WIDE = 7 / 12;

/** The loss of the period: moments, tails, return periods, curves and layers. */
export function WorkingLoss({ document, price }: WorkingLossProps): ReactElement {
  const { currency } = document.content;
  const { loss } = price;
  return (
    <>
      <h2 id="loss">Loss of the period</h2>
      <p>
        {`Insurer’s loss after all terms over ${price.periodDays} days, ${currency}. ${CERTIFICATE_WORDS[price.certificate.verdict]}; `}
        <PageLink to="certificate">the certificate stands in the annex</PageLink>.
      </p>
      <div className="columns">
        <FactList
          kind="figures"
          facts={[
            { name: 'Mean', value: formatLoss(loss.mean) },
            { name: 'Standard deviation', value: formatLoss(loss.sd) },
            { name: 'Skewness', value: formatSkewness(loss.skewness) },
            { name: 'Chance of any loss', value: formatChance(loss.probabilityAnyLoss) },
            {
              name: 'Chance that the aggregate limit is used up',
              value: formatChance(loss.probabilityLimitExhausted),
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
              formatShareValue(tail.level),
              formatUnits(tail.valueAtRisk),
              formatUnits(tail.tailValueAtRisk),
            ],
          }))}
        />
      </div>
      <LayerChart price={price} currency={currency} medium="paper" paperWidth={textWidth(document.paper)} />
      <div className="columns wide-and-narrow">
        <ExceedanceChart
          price={price}
          currency={currency}
          medium="paper"
          paperWidth={columnWidth(document.paper, WIDE)}
        />
        <PrintTable
          label={`Losses by their chance in the period, ${currency}`}
          columns={[
            { label: 'Chance in the period', kind: 'figure', width: 22 },
            { label: 'Whole period or more (AEP)', kind: 'figure' },
            { label: 'Largest event or more (OEP)', kind: 'figure' },
          ]}
          rows={loss.returnLosses.map((row) => ({
            key: String(row.years),
            cells: [formatShareValue(1 / row.years), formatUnits(row.aggregate), formatUnits(row.occurrence)],
          }))}
        />
      </div>
    </>
  );
}
