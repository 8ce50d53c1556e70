import type { QuoteTerms } from '../domain/assessment-content.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import { formatPercentValue, formatShareValue } from '../domain/format-number.ts';
import {
  largestMinor,
  type MinorUnits,
  minorOf,
  minorWithout,
  roundHalfUp,
  sumOfMinor,
  toMinor,
} from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { type Result, success } from '../domain/result.ts';
import { isExact, notExact } from './cannot-price.ts';
import { premiumCents } from './premium-cents.ts';
import type { BuildUpLine, BuildUpLineId } from './price-result.ts';
import type { PricedTerms, RatedPart } from './priced-terms.ts';

export interface BuildUp {
  readonly lines: readonly BuildUpLine[];
  readonly technicalMinor: MinorUnits;
  readonly quotedMinor: MinorUnits;
  /** Before the last rounding: what a target premium is compared with. */
  readonly unroundedMinor: MinorUnits;
  readonly minimumPremiumMinor: MinorUnits;
  readonly enteredMinor: MinorUnits;
  readonly expectedLossMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
  readonly taxes: readonly TaxLine[];
  readonly payableMinor: MinorUnits;
}

export interface TaxLine {
  readonly jurisdiction: string;
  readonly label: string;
  readonly ratePercent: number;
  readonly amountMinor: MinorUnits;
}

/** Premium of a part at an entered rate: rate x limit x days / 365, half-up to the cent. */
export const enteredPremium = (
  { terms, ratePercent }: RatedPart,
  days: number,
  model: RatingModel,
): MinorUnits => premiumCents(model).rate(terms.limitMinor, ratePercent, days);

/**
 * Technical premium in cents from expected loss and risk load in currency units (rating algorithm, section 6). Fails
 * with `not-ready`, naming the field of the model, where a line cannot be held to the cent.
 */
export function technicalPremium({
  expectedLoss,
  riskLoad,
  terms,
  model,
}: {
  readonly expectedLoss: number;
  readonly riskLoad: number;
  readonly terms: PricedTerms;
  readonly model: RatingModel;
}) {
  const b = model.pricing.buildUp;
  if (!isExact(expectedLoss * 100)) return notExact('The expected loss', 'pricing.perils');
  if (!isExact(riskLoad * 100)) return notExact('The risk load', 'pricing.riskLoad');
  const expectedLossMinor = toMinor(expectedLoss);
  const cents = premiumCents(model);
  const claimsMinor = cents.share(expectedLossMinor, b.claimsHandlingShare);
  const riskLoadMinor = toMinor(riskLoad);
  const netMinor = sumOfMinor([expectedLossMinor, claimsMinor, riskLoadMinor, b.fixedExpenseMinor]);
  const gross = cents.grossed(netMinor, [b.internalExpenseShare, terms.brokerageShare, b.marginShare]);
  if (!isExact(gross)) return notExact('The gross premium', 'pricing.buildUp');
  const internalMinor = cents.share(gross, b.internalExpenseShare);
  const brokerageMinor = cents.share(gross, terms.brokerageShare);
  const marginMinor = cents.share(gross, b.marginShare);
  const enteredMinor = sumOfMinor(terms.entered.map((part) => enteredPremium(part, terms.days, model)));
  return success({
    expectedLossMinor,
    claimsMinor,
    riskLoadMinor,
    internalMinor,
    brokerageMinor,
    marginMinor,
    enteredMinor,
    technicalMinor: sumOfMinor([netMinor, internalMinor, brokerageMinor, marginMinor, enteredMinor]),
  });
}

/**
 * The premium build-up, line by line in cents (rating algorithm, section 6): every line is rounded half-up when made,
 * sums are of rounded lines, and the quoted premium is rounded half-up to the model's step. `riskLoadBasis` says how
 * the risk load was made. Fails as `technicalPremium` does.
 */
export function buildUp({
  expectedLoss,
  riskLoad,
  riskLoadBasis,
  terms,
  quote,
  model,
  currency,
}: {
  readonly expectedLoss: number;
  readonly riskLoad: number;
  readonly riskLoadBasis: string;
  readonly terms: PricedTerms;
  readonly quote: QuoteTerms;
  readonly model: RatingModel;
  readonly currency: string;
}): Result<BuildUp> {
  const b = model.pricing.buildUp;
  const technical = technicalPremium({ expectedLoss, riskLoad, terms, model });
  if (!technical.ok) return technical;
  const t = technical.value;
  const cents = premiumCents(model);
  const scheduleMinor = cents.percent(t.technicalMinor, quote.schedulePercent);
  const minimumPremiumMinor = largestMinor([
    b.minimumPremiumMinor,
    cents.proRata(terms.maximumPayableMinor, b.minimumShareOfMaximumPayable, terms.days),
  ]);
  const adjustedMinor = sumOfMinor([t.technicalMinor, scheduleMinor]);
  const topUpMinor = minorOf(Math.max(0, minimumPremiumMinor - adjustedMinor));
  const unroundedMinor = sumOfMinor([adjustedMinor, topUpMinor]);
  const quotedMinor = minorOf(roundHalfUp(unroundedMinor / b.roundingMinor) * b.roundingMinor);
  const taxes = quote.taxes.map((tax) => ({
    ...tax,
    amountMinor: cents.percent(quotedMinor, tax.ratePercent),
  }));
  const taxMinor = sumOfMinor(taxes.map((tax) => tax.amountMinor));
  const payableMinor = sumOfMinor([quotedMinor, taxMinor]);
  if (![scheduleMinor, payableMinor].every(isExact)) return notExact('The premium', 'pricing.buildUp');

  const percent = formatShareValue;
  const money = (minor: MinorUnits) => formatMoneyPlain(minor, currency);
  const line = ({
    id,
    label,
    basis,
    amountMinor,
  }: {
    readonly id: BuildUpLineId;
    readonly label: string;
    readonly basis: string;
    readonly amountMinor: MinorUnits;
  }): BuildUpLine => ({
    id,
    label,
    basis,
    amountMinor,
    kind: 'line',
  });
  const sum = ({
    id,
    label,
    basis,
    amountMinor,
  }: {
    readonly id: BuildUpLineId;
    readonly label: string;
    readonly basis: string;
    readonly amountMinor: MinorUnits;
  }): BuildUpLine => ({
    ...line({ id, label, basis, amountMinor }),
    kind: 'total',
  });
  const brokerageBasis =
    quote.brokeragePercent === undefined
      ? `${percent(b.brokerageShare)} of gross premium`
      : `${formatPercentValue(quote.brokeragePercent)} of gross premium, agreed for this deal (the model's is ${percent(b.brokerageShare)})`;
  const minimumBasis = `Minimum ${money(minimumPremiumMinor)}: the larger of ${money(b.minimumPremiumMinor)} and ${percent(b.minimumShareOfMaximumPayable)} of ${money(terms.maximumPayableMinor)} for the period`;
  const taxBasis =
    taxes.length === 0
      ? 'None entered'
      : taxes
          .map((x) => `${x.label}, ${x.jurisdiction}: ${formatPercentValue(x.ratePercent)} of quoted`)
          .join('; ');
  return success({
    technicalMinor: t.technicalMinor,
    quotedMinor,
    unroundedMinor,
    minimumPremiumMinor,
    enteredMinor: t.enteredMinor,
    expectedLossMinor: t.expectedLossMinor,
    taxMinor,
    taxes,
    payableMinor,
    lines: [
      line({
        id: 'expected-loss',
        label: 'Expected loss',
        basis: 'Mean loss of the period',
        amountMinor: t.expectedLossMinor,
      }),
      line({
        id: 'claims-handling',
        label: 'Claims handling',
        basis: `${percent(b.claimsHandlingShare)} of expected loss`,
        amountMinor: t.claimsMinor,
      }),
      line({ id: 'risk-load', label: 'Risk load', basis: riskLoadBasis, amountMinor: t.riskLoadMinor }),
      line({
        id: 'fixed-expense',
        label: 'Fixed expense',
        basis: 'Each policy, not pro rata',
        amountMinor: b.fixedExpenseMinor,
      }),
      line({
        id: 'internal-expense',
        label: 'Internal expense',
        basis: `${percent(b.internalExpenseShare)} of gross premium`,
        amountMinor: t.internalMinor,
      }),
      line({
        id: 'brokerage',
        label: 'Brokerage',
        basis: brokerageBasis,
        amountMinor: t.brokerageMinor,
      }),
      line({
        id: 'margin',
        label: 'Margin',
        basis: `${percent(b.marginShare)} of gross premium`,
        amountMinor: t.marginMinor,
      }),
      line({
        id: 'entered-rate-parts',
        label: 'Parts at an entered rate',
        basis: 'Rate × limit for the period',
        amountMinor: t.enteredMinor,
      }),
      sum({
        id: 'technical-premium',
        label: 'Technical premium',
        basis: 'Sum of the lines above',
        amountMinor: t.technicalMinor,
      }),
      line({
        id: 'schedule-adjustment',
        label: 'Schedule adjustment',
        basis: `${formatPercentValue(quote.schedulePercent)} of technical premium`,
        amountMinor: scheduleMinor,
      }),
      line({
        id: 'minimum-premium',
        label: 'Minimum premium top-up',
        basis: minimumBasis,
        amountMinor: topUpMinor,
      }),
      line({
        id: 'rounding',
        label: 'Rounding',
        basis: `Half-up to ${money(b.roundingMinor)}`,
        amountMinor: minorWithout(quotedMinor, unroundedMinor),
      }),
      sum({
        id: 'quoted-premium',
        label: 'Quoted premium',
        basis: 'Excluding taxes and levies',
        amountMinor: quotedMinor,
      }),
      line({ id: 'tax', label: 'Taxes and levies', basis: taxBasis, amountMinor: taxMinor }),
      sum({
        id: 'payable',
        label: 'Payable',
        basis: 'Quoted premium with taxes and levies',
        amountMinor: payableMinor,
      }),
    ],
  });
}
