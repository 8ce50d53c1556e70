import type { ReactElement } from 'react';
import {
  formatAdequacy,
  formatLoss,
  formatLossRatio,
  formatRateOnLine,
} from '#shared/domain/format-figures.ts';
import { formatAmount } from '#shared/domain/format-money.ts';
import { formatPercent, formatPercentValue } from '#shared/domain/format-number.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import type { DocumentPrice } from '#shared/quote/document-figures.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { PremiumBridgeChart } from '../charts/premium-bridge-chart.tsx';
import { TornadoChart } from '../charts/tornado-chart.tsx';
import { FactList } from './fact-list.tsx';
import { columnWidth, textWidth } from './paper.ts';
import { PrintTable } from './print-table.tsx';

interface WorkingPremiumProps {
  readonly document: QuoteDocument;
  readonly price: DocumentPrice;
}

/** Those that cost most; the file holds all. */
const FACTORS_DRAWN = 6;

/** How the premium was made, line by line, and what moves it. */
export function WorkingPremium({ document, price }: WorkingPremiumProps): ReactElement {
  const { currency } = document.content;
  return (
    <>
      <h2 id="premium">From expected loss to premium</h2>
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
      <div className="columns">
        {document.bridge === null ? null : (
          <PremiumBridgeChart
            bridge={document.bridge}
            currency={currency}
            medium="paper"
            paperWidth={columnWidth(document.paper)}
          />
        )}
        <section>
          <h3>Measures of the price</h3>
          <Measures document={document} price={price} />
        </section>
      </div>
      <Notes price={price} />
      <RiskLoads document={document} price={price} />
      {document.effects === null ? null : (
        <TornadoChart
          effects={document.effects}
          rowLimit={FACTORS_DRAWN}
          currency={currency}
          medium="paper"
          paperWidth={textWidth(document.paper)}
        />
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
  const range = document.range;
  return (
    <FactList
      kind="figures"
      facts={[
        { name: 'Rate on line: quoted over maximum payable', value: formatRateOnLine(price.rateOnLine) },
        { name: 'Rate on line, a year of 365 days', value: formatRateOnLine(price.rateOnLineAnnual) },
        {
          name: 'Rate on exposed value: quoted over the largest',
          value: formatPercent(price.rateOnExposedValue, 4),
        },
        { name: 'Expected loss over quoted premium', value: formatLossRatio(price.expectedLossRatio) },
        { name: 'Adequacy: quoted over technical premium', value: formatAdequacy(price.adequacy) },
        ...(range === null
          ? []
          : [
              {
                name: 'Technical premium with unproven answers at best',
                value: formatAmount(range.lowMinor),
              },
              { name: 'The same with them at worst', value: formatAmount(range.highMinor) },
            ]),
      ]}
    />
  );
}

function Notes({ price }: Pick<WorkingPremiumProps, 'price'>): ReactElement | null {
  if (price.notes.length === 0) return null;
  return (
    <>
      <h3>Notes on the price</h3>
      <ul className="notes">
        {price.notes.map((note) => (
          <li key={`${note.id} ${note.message}`}>{note.message}</li>
        ))}
      </ul>
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
            formatLoss(load.amount),
            load.principle === price.principle ? 'Used' : 'Shown only',
          ],
        }))}
      />
    </>
  );
}
