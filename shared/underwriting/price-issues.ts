import type { AssessmentContent, PartTerms } from '../domain/assessment-content.ts';
import { corridorPosition, corridorSpan } from '../domain/corridor-words.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatRateOnLine } from '../domain/format-figures.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import { formatPercent, formatPercentValue } from '../domain/format-number.ts';
import type { Issue } from '../domain/issue.ts';
import { fromMinor, type MinorUnits, sumOfMinor, toMinor } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Failure } from '../domain/result.ts';
import { standsUnderPolicy } from '../domain/stands-under-policy.ts';
import type { BarePrice } from '../pricing/price-assessment.ts';
import type { ScoreResult } from '../scoring/score-result.ts';

const issue = ({
  severity,
  id,
  message,
  field = null,
}: {
  readonly severity: Issue['severity'];
  readonly id: string;
  readonly message: string;
  readonly field?: string | null;
}): Issue => ({ severity, id, about: 'price', field, message });

/** Why a score keeps a priced subject from being quoted: knocked out or without a grade. Empty when it does not. */
export function scoreIssues({ outcome, knockOuts }: ScoreResult): readonly Issue[] {
  const about = 'score' as const;
  if (outcome.kind === 'knocked-out') {
    return knockOuts.map((flag) => ({
      ...issue({
        severity: 'cannot-quote',
        id: flag.id,
        message: `Knocked out: ${flag.label}. ${flag.reason}`,
        field: flag.fields[0] ?? null,
      }),
      about,
    }));
  }
  return outcome.kind === 'no-grade'
    ? [{ ...issue({ severity: 'cannot-quote', id: 'no-grade', message: outcome.reason }), about }]
    : [];
}

/** What keeps a price from being made that the content by itself does not show. */
export const noPriceIssues = (failure: Failure, ofContent: readonly Issue[]): readonly Issue[] =>
  ofContent.some(({ severity }) => severity === 'cannot-price')
    ? []
    : [
        issue({
          severity: 'cannot-price',
          id: 'no-price',
          message: failure.message,
          field: failure.field ?? null,
        }),
      ];

function premiumIssues(content: AssessmentContent, price: BarePrice, model: RatingModel): readonly Issue[] {
  const { quotedMinor, maximumPayableMinor } = price;
  const money = (minor: MinorUnits) => formatMoneyPlain(minor, content.currency);
  const share = model.pricing.buildUp.warnAboveShareOfMaximumPayable;
  if (quotedMinor >= maximumPayableMinor) {
    const message = `The quoted premium of ${money(quotedMinor)} is not below the maximum payable of ${money(maximumPayableMinor)}.`;
    return [
      issue({ severity: 'cannot-quote', id: 'premium-above-maximum-payable', message, field: 'terms.parts' }),
    ];
  }
  if (quotedMinor > share * maximumPayableMinor) {
    const message = `The quoted premium of ${money(quotedMinor)} is above ${formatPercent(share, 0)} of the maximum payable of ${money(maximumPayableMinor)}.`;
    return [issue({ severity: 'warning', id: 'premium-high', message, field: 'terms.parts' })];
  }
  return [];
}

/** Much of the premium charged beside it: a slip of the pen, or a price that the quote does not show. */
function feeIssues(
  { terms, currency }: AssessmentContent,
  price: BarePrice,
  model: RatingModel,
): readonly Issue[] {
  const words = model.wording.decision?.unusual ?? null;
  const total = sumOfMinor((terms.contract?.fees ?? []).map(({ amountMinor }) => amountMinor));
  if (words === null || total * 100 <= price.quotedMinor * words.feesPercent) return [];
  const message = fillTemplate(words.fees, {
    fees: formatMoneyPlain(total, currency),
    premium: formatMoneyPlain(price.quotedMinor, currency),
    percent: formatPercent(fromMinor(total) / fromMinor(price.quotedMinor)),
    most: formatPercentValue(words.feesPercent),
  });
  return [issue({ severity: 'cannot-quote', id: 'fees-high', message, field: 'terms.contract.fees' })];
}

/** A chance of any loss below this is said to be none in practice. */
const PRACTICALLY_NEVER = 1e-9;
/** A payment of one event this many times what the whole policy can pay makes its lattice too coarse for the policy. */
const FAR_TOO_WIDE = 100;

/** Terms that leave the engine no lattice for both ends of them: each with the sentence that says what to change. */
function termsTooFarApart(
  { terms, currency }: AssessmentContent,
  { parts, certificate }: BarePrice,
): readonly { readonly message: string; readonly field: string }[] {
  const money = (units: number) => formatMoneyPlain(toMinor(units), currency);
  return parts.flatMap((p) => {
    const at = `terms.parts.${terms.parts.findIndex(({ part }) => part === p.part)}`;
    if (p.probabilityAnyLoss < PRACTICALLY_NEVER) {
      const message = `${p.label} attaches practically never: less than once in a billion such periods, which is too rare to be computed beside the rest. Lower its retentions, or take the part off.`;
      return [{ message, field: `${at}.retentionMinor` }];
    }
    const event =
      Math.min(fromMinor(p.limitMinor), p.exposedValue - fromMinor(p.retentionMinor)) *
      (1 - p.coinsurancePercent / 100);
    if (event <= FAR_TOO_WIDE * certificate.range) return [];
    const message = `${p.label} can cost up to ${money(event)} in one event, more than a hundred times the ${money(certificate.range)} that the whole policy can pay: too far apart to be computed together. Lower its limit, or raise the limit of the policy.`;
    return [{ message, field: `${at}.limitMinor` }];
  });
}

function certificateIssues(content: AssessmentContent, price: BarePrice): readonly Issue[] {
  const { verdict, checks } = price.certificate;
  const named = verdict === 'fail' ? termsTooFarApart(content, price) : [];
  if (named.length > 0)
    return named.map(({ message, field }) =>
      issue({ severity: 'cannot-quote', id: `certificate:${field}`, message, field }),
    );
  const labels = checks.filter((check) => check.verdict === verdict).map(({ label }) => label);
  switch (verdict) {
    case 'fail':
      return [
        issue({
          severity: 'cannot-quote',
          id: 'certificate',
          message: `The loss distribution failed its own check: ${labels.join('; ')}.`,
        }),
      ];
    case 'warn':
      return [
        issue({
          severity: 'warning',
          id: 'certificate',
          message: `The loss distribution is less exact than usual: ${labels.join('; ')}.`,
        }),
      ];
    default:
      return [];
  }
}

function partIssues({ terms, currency }: AssessmentContent, price: BarePrice): readonly Issue[] {
  const at = (part: string, field: string) =>
    `terms.parts.${terms.parts.findIndex((p) => p.part === part)}.${field}`;
  const unattached = price.parts
    .filter((p) => fromMinor(p.retentionMinor) >= p.exposedValue)
    .map((p) => {
      const value = formatMoneyPlain(toMinor(p.exposedValue), currency);
      const message = `${p.label} cannot attach: its retention is at or above the exposed value of ${value}, so its loss is 0.`;
      return issue({
        severity: 'warning',
        id: `cannot-attach:${p.part}`,
        message,
        field: at(p.part, 'retentionMinor'),
      });
    });
  const isUnder = standsUnderPolicy(terms);
  // Its tick, or that none is ticked, may be read as if it stood under them.
  const isMeant = (part: PartTerms) => isUnder({ ...part, enteredRate: null });
  const beside = price.enteredParts
    .filter(({ part }) => terms.parts.some((own) => own.part === part && isMeant(own)))
    .map(({ part, label }) =>
      issue({
        severity: 'note',
        id: `beside-policy-terms:${part}`,
        message: `${label} is at an entered rate and stands beside the policy's aggregate terms.`,
        field: at(part, 'isShared'),
      }),
    );
  const unaveraged = price.enteredParts
    .filter(({ part }) => terms.parts.find((p) => p.part === part)?.hasAverageClause === true)
    .map(({ part, label }) =>
      issue({
        severity: 'note',
        id: `average-beside-rate:${part}`,
        message: `${label} is at an entered rate, which its average clause does not move.`,
        field: at(part, 'hasAverageClause'),
      }),
    );
  return [...unattached, ...beside, ...unaveraged];
}

function corridorIssues({ parts, enteredParts }: BarePrice, model: RatingModel): readonly Issue[] {
  return [...parts, ...enteredParts].flatMap(({ part, label, corridor }) => {
    if (corridor === null) return [];
    const measure =
      corridor.measure === 'rate-on-line' ? 'rate on line' : `share ${model.wording.corridor.of}`;
    const position = corridorPosition(corridor);
    if (position === 'inside') return [];
    const message = `${label}: ${measure} of ${formatRateOnLine(corridor.value)} is ${position} the market corridor of ${corridorSpan(corridor)}.`;
    return [issue({ severity: 'note', id: `corridor:${part}`, message, field: part })];
  });
}

/** What a price shows by itself: that it cannot be quoted, warnings and notes (rating algorithm, sections 6 and 9). */
export const priceIssues = (
  content: AssessmentContent,
  price: BarePrice,
  model: RatingModel,
): readonly Issue[] => [
  ...premiumIssues(content, price, model),
  ...feeIssues(content, price, model),
  ...certificateIssues(content, price),
  ...partIssues(content, price),
  ...corridorIssues(price, model),
];
