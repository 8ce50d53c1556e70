import type { ReactElement } from 'react';
import { formatAmount, formatMoney } from '#shared/domain/format-money.ts';
import { formatNumber, formatPercent, formatPercentValue } from '#shared/domain/format-number.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import type { DocumentPrice } from '#shared/quote/document-figures.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { PremiumBridgeChart } from '../charts/premium-bridge-chart.tsx';
import { PremiumBuildUpChart } from '../charts/premium-build-up-chart.tsx';
import { TornadoChart } from '../charts/tornado-chart.tsx';
import { FactList } from './fact-list.tsx';
import { textWidth } from './paper.ts';
import { PrintTable } from './print-table.tsx';

interface WorkingPremiumProps {
  readonly document: QuoteDocument;
  readonly price: DocumentPrice;
}

/** How the premium was made, line by line, and what moves it. */
export function WorkingPremium({ document, price }: WorkingPremiumProps): ReactElement {
  const { currency } = document.content;
  const paperWidth = textWidth(document.paper);
  return (
    <>
      <h2>From expected loss to premium</h2>
      <PrintTable
        label={`Premium build-up, ${currency}`}
        columns={[
          { label: 'Line', width: 30 },
          { label: 'How it is made' },
          { label: currency, kind: 'figure', width: 20 },
        ]}
        rows={price.buildUp.map((line) => ({
          key: line.id,
          isTotal: line.kind === 'total',
          cells: [line.label, line.basis, formatAmount(line.amountMinor)],
        }))}
      />
      <ScheduleReason document={document} />
      <PremiumBuildUpChart price={price} currency={currency} medium="paper" paperWidth={paperWidth} />
      <Measures document={document} price={price} />
      <RiskLoads document={document} price={price} />
      {document.bridge === null ? null : (
        <>
          <h3>From the class average to this subject</h3>
          <PremiumBridgeChart
            bridge={document.bridge}
            currency={currency}
            medium="paper"
            paperWidth={paperWidth}
          />
        </>
      )}
      {document.effects === null ? null : (
        <>
          <h3>What each factor costs</h3>
          <TornadoChart
            effects={document.effects}
            currency={currency}
            medium="paper"
            paperWidth={paperWidth}
          />
        </>
      )}
    </>
  );
}

function ScheduleReason({ document }: { readonly document: QuoteDocument }): ReactElement | null {
  const { schedulePercent, scheduleNote } = document.content.terms;
  if (schedulePercent === 0) return null;
  const reason = document.words.scheduleReason;
  return (
    <p>
      {`Schedule adjustment ${schedulePercent > 0 ? '+' : ''}${formatPercentValue(schedulePercent)}: `}
      {reason === null ? <span className="missing">reason not stated</span> : lowerFirst(reason)}
      {scheduleNote === null ? '.' : `. ${scheduleNote}`}
    </p>
  );
}

function Measures({ document, price }: WorkingPremiumProps): ReactElement {
  const { currency } = document.content;
  const range = document.range;
  return (
    <>
      <h3>Measures of the price</h3>
      <FactList
        kind="figures"
        facts={[
          { name: 'Rate on line: quoted over maximum payable', value: formatPercent(price.rateOnLine, 3) },
          { name: 'Rate on line, a year of 365 days', value: formatPercent(price.rateOnLineAnnual, 3) },
          {
            name: 'Rate on exposed value: quoted over the largest',
            value: formatPercent(price.rateOnExposedValue, 4),
          },
          { name: 'Expected loss over quoted premium', value: formatPercent(price.expectedLossRatio, 1) },
          { name: 'Adequacy: quoted over technical premium', value: formatNumber(price.adequacy, 3) },
          ...(range === null
            ? []
            : [
                {
                  name: 'Technical premium with unproven answers at best and at worst',
                  value: `${formatMoney(range.lowMinor, currency)} to ${formatAmount(range.highMinor)}`,
                },
              ]),
        ]}
      />
      {price.notes.length === 0 ? null : (
        <>
          <h3>Notes on the price</h3>
          <ul className="notes">
            {price.notes.map((note) => (
              <li key={`${note.id} ${note.message}`}>{note.message}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function RiskLoads({ document, price }: WorkingPremiumProps): ReactElement {
  const { currency } = document.content;
  return (
    <>
      <h3>Risk load by principle</h3>
      <PrintTable
        label={`Risk load by principle, ${currency}`}
        columns={[
          { label: 'Principle', width: 30 },
          { label: 'Basis' },
          { label: currency, kind: 'figure', width: 16 },
          { label: 'In this price', width: 14 },
        ]}
        rows={price.riskLoads.map((load) => ({
          key: load.principle,
          isTotal: load.principle === price.principle,
          cells: [
            load.label,
            load.basis,
            formatNumber(load.amount, 0),
            load.principle === price.principle ? 'Used' : 'Shown only',
          ],
        }))}
      />
    </>
  );
}
