import type { ReactElement } from 'react';
import { formatRateOnLine } from '#shared/domain/format-figures.ts';
import { formatAmount, formatMoney } from '#shared/domain/format-money.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import { isolated } from '#shared/domain/isolated.ts';
import { sumOfMinor } from '#shared/domain/money.ts';
import type { DocumentStatus, QuoteDocument } from '#shared/quote/quote-document.ts';
import { type Fact, FactList } from './fact-list.tsx';
import { missing } from './value-or-missing.tsx';

interface PremiumBlockProps {
  readonly document: QuoteDocument;
}

const HEADINGS: Readonly<Record<DocumentStatus, string>> = {
  quote: 'Premium',
  draft: 'Premium',
  indication: 'Premium, indicative',
  'not-quotable': 'Premium, for information only',
};

/** Quoted premium, tax, payable and rate on line; where there is no price, why. */
export function PremiumBlock({ document }: PremiumBlockProps): ReactElement {
  return (
    <section>
      <h2>{HEADINGS[document.status]}</h2>
      {document.price === null ? <NotPriced document={document} /> : <Priced document={document} />}
    </section>
  );
}

function NotPriced({ document }: PremiumBlockProps): ReactElement {
  return (
    <>
      <p className="large missing">Not priced</p>
      <p className="missing">
        {document.statusReasons.length > 0
          ? 'The reasons stand above.'
          : 'No reason was recorded; ask the underwriter.'}
      </p>
    </>
  );
}

function taxFacts({ price }: QuoteDocument): readonly Fact[] {
  if (price === null) return [];
  if (price.taxes.length === 0) return [{ name: 'Taxes and levies', value: missing('None entered') }];
  return price.taxes.map((tax) => ({
    name: `${isolated(tax.label)}, ${isolated(tax.jurisdiction)} ${formatPercentValue(tax.ratePercent)}`,
    value: formatAmount(tax.amountMinor),
  }));
}

function Priced({ document }: PremiumBlockProps): ReactElement | null {
  const { price, content } = document;
  if (price === null) return null;
  const { currency } = content;
  const fees = content.terms.contract?.fees ?? [];
  const isAnnual = content.terms.periodDays === 365;
  const facts: Fact[] = [
    {
      name: `${document.status === 'not-quotable' ? 'Premium as computed' : 'Quoted premium'}, ${currency}`,
      value: formatAmount(price.quotedMinor),
    },
    ...taxFacts(document),
    ...fees.map(({ label, amountMinor }) => ({ name: label, value: formatAmount(amountMinor) })),
    {
      name: 'Payable',
      value: formatAmount(sumOfMinor([price.payableMinor, ...fees.map(({ amountMinor }) => amountMinor)])),
      isTotal: true,
    },
    { name: 'Rate on line (of maximum payable)', value: formatRateOnLine(price.rateOnLine) },
    ...(isAnnual ? [] : [{ name: 'Rate on line, a year', value: formatRateOnLine(price.rateOnLineAnnual) }]),
  ];
  return (
    <>
      <p className="large">{formatMoney(price.quotedMinor, currency)}</p>
      <FactList kind="figures" facts={facts} />
    </>
  );
}
