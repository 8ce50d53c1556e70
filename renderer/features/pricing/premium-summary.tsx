import type { ReactElement } from 'react';
import type { QuoteTerms } from '#shared/domain/assessment-content.ts';
import { formatAdequacy, formatLossRatio, formatRateOnLine } from '#shared/domain/format-figures.ts';
import { formatAmountPlain } from '#shared/domain/format-money.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import { type MinorUnits, toMinor } from '#shared/domain/money.ts';
import { mostForOneEvent } from '#shared/pricing/most-for-one-event.ts';
import type { PriceResult } from '#shared/pricing/price-result.ts';
import { walkAwayMinor } from '#shared/underwriting/walk-away.ts';
import { MoneyFigure } from '../../components/exact.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import type { PriceView } from '../../editor/draft/judgement-view.ts';
import { CountingAmount } from './counting-amount.tsx';
import { NO_PRICE_YET } from './price-words.ts';
import './premium-summary.css';

interface PremiumSummaryProps {
  readonly view: PriceView;
  /** The premium of the last save: shown, marked as such, until the first judgement is there. */
  readonly storedMinor: MinorUnits | null;
  readonly currency: string;
  /** What share the amounts are at: `at 100%`. */
  readonly share: string;
  /** The terms that the price is of. */
  readonly terms: Pick<QuoteTerms, 'parts'>;
  /** The lowest premium that may be offered, in per cent of the technical one; null where no floor is set. */
  readonly walkAwayPercent: number | null;
  /** False for a knocked-out or ungraded subject: priced as information. */
  readonly isQuotable: boolean;
}

/** Premium, rate on line and what stands behind them; figures of an earlier input are marked until the new ones are there. */
export function PremiumSummary({
  view,
  storedMinor,
  currency,
  share,
  terms,
  walkAwayPercent,
  isQuotable,
}: PremiumSummaryProps): ReactElement {
  const { price, isCurrent, failure } = view;
  return (
    <section
      className={isCurrent ? 'premium-summary' : 'premium-summary is-stale'}
      aria-label="Premium"
      // Until the figures are those of what is entered, on the grid that a quote is issued on.
      aria-busy={!isCurrent || (price !== null && view.grid === 'draft')}
    >
      <div className="spread">
        <h3>Quoted premium</h3>
        <p className="small faint" role="status">
          {stateOf(view)}
        </p>
      </div>
      {price === null ? (
        <NoPrice view={view} storedMinor={storedMinor} currency={currency} />
      ) : (
        <Figures price={price} {...{ currency, share, terms, walkAwayPercent }} />
      )}
      {price !== null && view.isExplanationCurrent && <OpenRange view={view} currency={currency} />}
      {price !== null && failure !== null && <Notice tone="stop">{failure}</Notice>}
      {price !== null && !isQuotable && (
        <p className="small premium-information">For information only: it cannot be quoted as it stands.</p>
      )}
    </section>
  );
}

/** How far open answers leave the technical premium, where they leave it open at all. */
function OpenRange({ view, currency }: Pick<PremiumSummaryProps, 'view' | 'currency'>): ReactElement | null {
  const range = view.explanation?.range;
  if (range == null || range.lowMinor === range.highMinor) return null;
  return (
    <p className="small soft figures">
      Open answers leave the technical premium between{' '}
      <MoneyFigure minor={range.lowMinor} currency={currency} /> and{' '}
      <MoneyFigure minor={range.highMinor} currency={currency} />
    </p>
  );
}

function stateOf({ price, isCurrent, failure, grid, whyNone }: PriceView): string {
  if (failure !== null) return '';
  if (!isCurrent)
    return price !== null ? 'Previous figures, updating…' : whyNone === null ? 'Working it out…' : '';
  return price !== null && grid === 'draft' ? 'Refining…' : '';
}

function NoPrice({
  view: { whyNone, failure },
  storedMinor,
  currency,
}: Pick<PremiumSummaryProps, 'view' | 'storedMinor' | 'currency'>): ReactElement {
  if (failure !== null) return <Notice tone="stop">{failure}</Notice>;
  // Before the first answer what was last saved is known, and nothing else.
  if (whyNone === null)
    return storedMinor === null ? (
      <p className="premium-figure premium-none" aria-hidden>
        –
      </p>
    ) : (
      <p className="premium-figure figures">
        <span className="premium-currency">{currency}</span> {formatAmountPlain(storedMinor)}
      </p>
    );
  return (
    <>
      <p className="premium-figure premium-none">{NO_PRICE_YET}</p>
      <p className="small soft">{whyNone}</p>
    </>
  );
}

interface FiguresProps extends Pick<PremiumSummaryProps, 'currency' | 'share' | 'terms' | 'walkAwayPercent'> {
  readonly price: PriceResult;
}

function Figures({ price, currency, share, terms, walkAwayPercent }: FiguresProps): ReactElement {
  const money = (minor: MinorUnits) => <MoneyFigure minor={minor} currency={currency} />;
  const floor = walkAwayMinor(price.technicalMinor, walkAwayPercent);
  return (
    <>
      <p className="premium-figure figures">
        <span className="premium-currency">{currency}</span>{' '}
        <CountingAmount minor={price.quotedMinor} format={formatAmountPlain} />
      </p>
      <p className="small soft">All amounts {share}</p>
      <Facts
        facts={[
          { label: 'Rate on line', value: formatRateOnLine(price.rateOnLine) },
          { label: 'Technical premium', value: money(price.technicalMinor) },
          {
            label: 'Walk-away premium',
            value: floor === null ? 'no floor set' : money(floor),
            note:
              floor === null || walkAwayPercent === null
                ? undefined
                : `${formatPercentValue(walkAwayPercent)} of technical${price.quotedMinor < floor ? '; quoted is below it' : ''}`,
          },
          {
            label: 'Adequacy',
            value: formatAdequacy(price.adequacy),
            note: 'quoted over technical',
          },
          { label: 'Payable with taxes', value: money(price.payableMinor) },
          {
            label: 'Expected loss',
            value: money(toMinor(price.loss.mean)),
            note: `${formatLossRatio(price.expectedLossRatio)} of the premium`,
          },
          { label: 'Most paid for one event', value: money(mostForOneEvent(price, terms)) },
          { label: 'Most paid in the period', value: money(price.maximumPayableMinor) },
        ]}
      />
    </>
  );
}
