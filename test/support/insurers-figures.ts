import { formatAmount } from '#shared/domain/format-money.ts';
import { minorOf } from '#shared/domain/money.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';

/** Every number of a value, in the order in which it is met. */
export function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

/** What the insurer keeps: how the premium was made, and what it would be otherwise. */
export function insurersFigures({ price, bridge, effects, range, score }: QuoteDocument): readonly number[] {
  const { buildUp, parts, enteredParts, riskLoads, loss, ...whole } = price!;
  const inner = buildUp.filter(
    ({ id }) => !['quoted-premium', 'tax', 'payable', 'entered-rate-parts'].includes(id),
  );
  return [
    ...numbersIn(inner.map(({ amountMinor }) => amountMinor)),
    ...numbersIn(
      parts.map(
        ({ limitMinor, retentionMinor, coinsurancePercent, aggregateLimitMinor, exposedValue, ...part }) => {
          const { aggregateRetentionMinor, corridor, ...working } = part;
          return [working, corridor];
        },
      ),
    ),
    ...numbersIn([enteredParts, riskLoads, loss, bridge, effects, range]),
    ...numbersIn(score.incidentWorking),
    whole.technicalMinor,
    whole.unroundedMinor,
    whole.minimumPremiumMinor,
    whole.adequacy,
    whole.expectedLossRatio,
    whole.rateOnLine,
    whole.rateOnLineAnnual,
    whole.kappa,
  ];
}

/** Round figures stand in any paper: they tell nothing. */
export const tells = (value: number): boolean =>
  Number.isFinite(value) && Math.abs(value) > 1 && !/^\d{1,3}$/.test(String(value));

/**
 * The figures of the insurer's working that stand in what a broker's paper holds, each as it was found. Those of the terms
 * are the broker's own.
 */
export function figuresTold(
  held: string,
  { document, allowed: terms }: { readonly document: QuoteDocument; readonly allowed: unknown },
): readonly (readonly [value: number, words: string])[] {
  const shown = new Set(held.match(/(?<![\d.,])\d[\d,]*(?:\.\d+)?(?![\d,])/g) ?? []);
  const allowed = new Set(numbersIn(terms));
  return insurersFigures(document)
    .filter(tells)
    .flatMap((value) => {
      if (allowed.has(value) || allowed.has(value * 100) || value < 10_000) return [];
      const written = Number.isInteger(value)
        ? [String(value), formatAmount(minorOf(value))]
        : [String(value)];
      return written.filter((words) => shown.has(words)).map((words) => [value, words] as const);
    });
}
