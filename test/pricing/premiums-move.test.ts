import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { withUnprovenAt } from '#shared/scoring/extreme-answers.ts';
import { bundledModel } from '#test/models/bundled-model.ts';
import { arbitraryIncident } from '#test/scoring/arbitrary-content.ts';
import { cents } from '../support/branded.ts';
import { arbitraryQuote, expectedLoss, frequenciesOf, priced } from './quotes.ts';

/** Thousands of cases take as long on a busy machine. */
const MINUTES = 600_000;
/** Expected losses of two draft lattices may differ by this share of themselves. */
const LATTICE_SHARE = 1e-5;
/** Grids with the share and the cases of each: as many drafts as one has time for, the full grid more strictly. */
const GRIDS = [
  ['draft', LATTICE_SHARE, 500],
  ['full', 1e-7, 40],
] as const;
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

describe('premiums move the right way', { timeout: MINUTES }, () => {
  it.each(GRIDS)(
    'a higher retention or coinsurance never raises the expected loss; nor does a lower limit (%s)',
    (grid, share, numRuns) => {
      fc.assert(
        fc.property(arbitraryQuote(), fc.integer({ min: 1, max: 20_000 }), (content, n) => {
          const before = expectedLoss(content, grid);
          const dearer = [
            changePart(content, (p) => ({ retentionMinor: p.retentionMinor + n * 100_000 })),
            changePart(content, (p) => ({ limitMinor: Math.max(100_000, p.limitMinor - n * 100_000) })),
            changePart(content, (p) => ({ coinsurancePercent: p.coinsurancePercent + 20 })),
            changePart(content, (p) => ({
              aggregateRetentionMinor: p.aggregateRetentionMinor + n * 100_000,
            })),
          ];
          for (const changed of dearer) {
            // A policy limit left open follows the largest aggregate limit, and that follows the limit changed here.
            expect(expectedLoss(changed, grid)).toBeLessThanOrEqual(before * (1 + share) + 1);
          }
        }),
        { numRuns },
      );
    },
  );

  it('a higher frequency never lowers the expected loss: a longer period costs no less', () => {
    fc.assert(
      fc.property(arbitraryQuote(), fc.integer({ min: 1, max: 1096 }), (content, days) => {
        const over = (periodDays: number) =>
          expectedLoss({ ...content, terms: { ...content.terms, periodDays } });
        const longer = Math.max(days, content.terms.periodDays);
        const shorter = Math.min(days, content.terms.periodDays);
        expect(over(shorter)).toBeLessThanOrEqual(over(longer) * (1 + LATTICE_SHARE) + 1);
      }),
      { numRuns: 500 },
    );
  });

  it('every unproven answer at its best is never dearer, at its worst never cheaper', () => {
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
      { numRuns: 500 },
    );
  });

  it('more evidence for one answer, or for the register, never raises the technical premium', () => {
    const ladder = ['not-provided', 'asserted', 'documented', 'verified'] as const;
    fc.assert(
      fc.property(arbitraryQuote(), fc.nat(), fc.nat(), (content, which, rung) => {
        const given = Object.entries(content.answers).filter(
          ([, answer]) => answer.evidence !== 'not-applicable',
        );
        const at = which % (given.length + 1);
        const from = at < given.length ? given[at]![1].evidence : content.incidentRegister.evidence;
        const above = ladder.slice((ladder as readonly string[]).indexOf(from) + 1);
        fc.pre(above.length > 0);
        const evidence = above[rung % above.length]!;
        const more =
          at < given.length
            ? { ...content, answers: { ...content.answers, [given[at]![0]]: { ...given[at]![1], evidence } } }
            : { ...content, incidentRegister: { ...content.incidentRegister, evidence } };
        expect(priced(more).technicalMinor).toBeLessThanOrEqual(
          priced(content).technicalMinor + LATTICE_CENTS,
        );
      }),
      { numRuns: 500 },
    );
  });

  // But for the evidence load: an incident brings factors that a clean record leaves out, and with a verified register
  // these dilute the gap that the pillar's own two answers leave.
  it('an incident more never lowers a frequency before the evidence load', () => {
    fc.assert(
      fc.property(arbitraryQuote(3), arbitraryIncident, (content, incident) => {
        const before = frequenciesOf(content);
        const after = frequenciesOf({ ...content, incidents: [...content.incidents, incident] });
        for (const [i, frequency] of after.entries())
          expect(frequency).toBeGreaterThanOrEqual(before[i]! * (1 - 1e-12));
      }),
      { numRuns: 500 },
    );
  });

  it.each(GRIDS)('a shared limit never costs more than the parts apart (%s)', (grid, share, numRuns) => {
    fc.assert(
      fc.property(arbitraryQuote(), (content) => {
        const terms = {
          ...content.terms,
          policyAggregateLimitMinor: null,
          policyAggregateRetentionMinor: cents(0),
        };
        const as = (isShared: boolean) => ({
          ...content,
          terms: { ...terms, parts: terms.parts.map((p) => ({ ...p, isShared })) },
        });
        const [shared, apart] = [expectedLoss(as(true), grid), expectedLoss(as(false), grid)];
        expect(shared).toBeLessThanOrEqual(apart * (1 + share) + 1);
      }),
      { numRuns },
    );
  });

  it('in another currency unit the expected loss is scaled', () => {
    fc.assert(
      fc.property(arbitraryQuote(), (content) => {
        const times = (minor: number | null) => (minor === null ? null : cents(minor * 8));
        const scaled: AssessmentContent = {
          ...content,
          incidents: [],
          exposures: Object.fromEntries(
            Object.entries(content.exposures).map(([field, given]) => [
              field,
              typeof given === 'number' ? times(given) : given,
            ]),
          ) as AssessmentContent['exposures'],
          terms: {
            ...content.terms,
            policyAggregateLimitMinor: times(content.terms.policyAggregateLimitMinor),
            policyAggregateRetentionMinor: cents(content.terms.policyAggregateRetentionMinor * 8),
            parts: content.terms.parts.map((p) => ({
              ...p,
              limitMinor: cents(p.limitMinor * 8),
              retentionMinor: cents(p.retentionMinor * 8),
              aggregateLimitMinor: times(p.aggregateLimitMinor),
              aggregateRetentionMinor: cents(p.aggregateRetentionMinor * 8),
            })),
          },
        };
        const [here, there] = [expectedLoss({ ...content, incidents: [] }), expectedLoss(scaled)];
        expect(Math.abs(there - 8 * here)).toBeLessThanOrEqual(1e-9 * there);
      }),
      { numRuns: 500 },
    );
  });
});
