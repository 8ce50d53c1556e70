import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { withUnprovenAt } from '#shared/scoring/extreme-answers.ts';
import { bundledModel } from '#test/models/bundled-model.ts';
import { arbitraryIncident } from '#test/scoring/arbitrary-content.ts';
import { arbitraryQuote, lineOf, priced } from './quotes.ts';

/** Premiums of two lattices may differ by their discretisation; in cents on quotes of up to 150m. */
const LATTICE_CENTS = 100;
const changePart = (
  content: AssessmentContent,
  change: (part: AssessmentContent['terms']['parts'][number]) => object,
) => ({
  ...content,
  terms: {
    ...content.terms,
    parts: content.terms.parts.map((p, i) => (i === 0 ? { ...p, ...change(p) } : p)),
  },
});

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe('any price', () => {
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
      { numRuns: 100 },
    );
  });

  it('has tails in order, inside the range, and a falling exceedance curve', () => {
    fc.assert(
      fc.property(arbitraryQuote(), (content) => {
        const { loss, maximumPayableMinor, certificate } = priced(content);
        const top = (maximumPayableMinor / 100) * (1 + 1e-9) + certificate.policyStep;
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
      { numRuns: 80 },
    );
  });

  it('passes its certificate on the full grid', () => {
    fc.assert(
      fc.property(arbitraryQuote(), (content) => {
        const { certificate } = priced(content, 'full');
        const bad = certificate.checks.filter((c) => c.verdict === 'fail');
        expect(bad).toEqual([]);
      }),
      { numRuns: 40 },
    );
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

describe('premiums move the right way', () => {
  it('a higher retention or coinsurance never raises the expected loss; nor does a lower limit', () => {
    fc.assert(
      fc.property(arbitraryQuote(), fc.integer({ min: 1, max: 20_000 }), (content, n) => {
        const before = priced(content, 'full').loss.mean;
        const dearer = [
          changePart(content, (p) => ({ retentionMinor: p.retentionMinor + n * 100_000 })),
          changePart(content, (p) => ({ limitMinor: Math.max(100_000, p.limitMinor - n * 100_000) })),
          changePart(content, (p) => ({ coinsurancePercent: p.coinsurancePercent + 20 })),
          changePart(content, (p) => ({ aggregateRetentionMinor: p.aggregateRetentionMinor + n * 100_000 })),
        ];
        for (const changed of dearer) {
          // A policy limit left open follows the largest aggregate limit, and that follows the limit changed here.
          expect(priced(changed, 'full').loss.mean).toBeLessThanOrEqual(before * (1 + 1e-7) + 1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('more evidence never raises the technical premium', () => {
    fc.assert(
      fc.property(arbitraryQuote(), (content) => {
        const [best, present, worst] = [
          withUnprovenAt('best', content, bundledModel),
          content,
          withUnprovenAt('worst', content, bundledModel),
        ].map((c) => priced(c).technicalMinor);
        expect(best).toBeLessThanOrEqual(present! + LATTICE_CENTS);
        expect(present).toBeLessThanOrEqual(worst! + LATTICE_CENTS);
      }),
      { numRuns: 40 },
    );
  });

  // But for the evidence load: an incident brings factors that a clean record leaves out, and with a verified register
  // these dilute the gap that the pillar's own two answers leave.
  it('an incident more never lowers a frequency before the evidence load', () => {
    fc.assert(
      fc.property(arbitraryQuote(3), arbitraryIncident, (content, incident) => {
        const before = priced(content).parts;
        const after = priced({ ...content, incidents: [...content.incidents, incident] }).parts;
        for (const [i, part] of after.entries()) {
          const was = before[i]!;
          const floor = (was.frequency / was.evidenceLoad) * (1 - 1e-12);
          expect(part.frequency / part.evidenceLoad).toBeGreaterThanOrEqual(floor);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a shared limit never costs more than the parts apart', () => {
    fc.assert(
      fc.property(arbitraryQuote(), (content) => {
        const terms = { ...content.terms, policyAggregateLimitMinor: null, policyAggregateRetentionMinor: 0 };
        const as = (isShared: boolean) => ({
          ...content,
          terms: { ...terms, parts: terms.parts.map((p) => ({ ...p, isShared })) },
        });
        const [shared, apart] = [priced(as(true), 'full').loss.mean, priced(as(false), 'full').loss.mean];
        expect(shared).toBeLessThanOrEqual(apart * (1 + 1e-7) + 1);
      }),
      { numRuns: 40 },
    );
  });
});
