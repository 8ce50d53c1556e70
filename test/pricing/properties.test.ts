import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryQuote, lineOf, priced } from './quotes.ts';

/** Thousands of cases take as long on a busy machine. */
const MINUTES = 600_000;

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('any price', { timeout: MINUTES }, () => {
  it('is finite, adds up to the cent, and its shares sum', () => {
    fc.assert(
      fc.property(arbitraryQuote(), (content) => {
        const price = priced(content);
        expect(numbersIn(price).every(Number.isFinite)).toBe(true);
        const line = (id: string) => lineOf(price, id);
        const parts = ['expected-loss', 'claims-handling', 'risk-load', 'fixed-expense', 'internal-expense'];
        const technical = [...parts, 'brokerage', 'margin', 'entered-rate-parts'].reduce(
          (s, id) => s + line(id),
          0,
        );
        expect(line('technical-premium')).toBe(technical);
        expect(line('quoted-premium')).toBe(
          technical + line('schedule-adjustment') + line('minimum-premium') + line('rounding'),
        );
        expect(line('payable')).toBe(line('quoted-premium') + line('tax'));
        expect(price.buildUp.every((l) => Number.isSafeInteger(l.amountMinor))).toBe(true);
        expect(price.parts.reduce((s, p) => s + p.shareOfTechnicalMinor, 0)).toBe(price.technicalMinor);
        expect(price.parts.reduce((s, p) => s + p.shareOfQuotedMinor, 0)).toBe(price.quotedMinor);
        expect(price.parts.every((p) => p.shareOfQuotedMinor >= 0)).toBe(true);
        expect(price.riskLoads.every((r) => r.amount >= 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('has tails in order, inside the range, and a falling exceedance curve', () => {
    fc.assert(
      fc.property(arbitraryQuote(), (content) => {
        const { loss, maximumPayableMinor } = priced(content);
        const top = (maximumPayableMinor / 100) * (1 + 1e-12);
        let before = -1;
        for (const { valueAtRisk, tailValueAtRisk } of loss.tails) {
          expect(valueAtRisk).toBeGreaterThanOrEqual(before);
          expect(tailValueAtRisk).toBeGreaterThanOrEqual(valueAtRisk);
          expect(tailValueAtRisk).toBeLessThanOrEqual(top);
          before = valueAtRisk;
        }
        for (const curve of [loss.aggregateCurve, loss.occurrenceCurve]) {
          for (let i = 1; i < curve.length; i += 1) {
            expect(curve[i]!.loss).toBeGreaterThan(curve[i - 1]!.loss);
            expect(curve[i]!.probability).toBeLessThanOrEqual(curve[i - 1]!.probability + 1e-12);
          }
        }
        expect(loss.probabilityAnyLoss).toBeGreaterThanOrEqual(0);
        expect(loss.probabilityAnyLoss).toBeLessThanOrEqual(1);
        expect(loss.probabilityLimitExhausted).toBeLessThanOrEqual(loss.probabilityAnyLoss + 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['full', 300],
    ['draft', 1000],
  ] as const)('never fails its certificate on the %s grid, and seldom warns', (grid, numRuns) => {
    let warnings = 0;
    fc.assert(
      fc.property(arbitraryQuote(), (content) => {
        const { certificate } = priced(content, grid);
        expect(certificate.checks.filter((c) => c.verdict === 'fail')).toEqual([]);
        if (certificate.verdict === 'warn') warnings += 1;
      }),
      { numRuns },
    );
    expect(warnings).toBeLessThanOrEqual(numRuns / 50);
  });

  it('is the same twice', () => {
    fc.assert(
      fc.property(arbitraryQuote(), (content) => {
        expect(priced(content)).toEqual(priced(structuredClone(content)));
      }),
      { numRuns: 30 },
    );
  });
});
