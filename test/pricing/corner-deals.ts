import fc from 'fast-check';
import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { PERILS, type Peril } from '#shared/domain/vocabulary.ts';
import { exposedValueOf } from '#shared/pricing/exposed-value.ts';
import { baseFrequencyOf } from '#shared/pricing/priced-terms.ts';
import { model } from '#test/models/model-2026-2.ts';
import { arbitraryContent } from '#test/scoring/arbitrary-content.ts';

// Deals far beyond what is sold: values from a hundred thousand to fifty billion, retentions up to a cent below the value,
// layers of a cent beside layers of billions, aggregate and policy terms of any size.

/** A whole number, low to high, as evenly over its powers of ten as over itself. */
const anySize = (low: number, high: number): fc.Arbitrary<number> =>
  fc
    .double({ min: Math.log(low), max: Math.log(high), noNaN: true })
    .map((x) => Math.min(high, Math.max(low, Math.round(Math.exp(x)))));

const perilOf = (id: Peril) => model.pricing.perils.find((p) => p.id === id)!;

/** The most that one limit may be, so that four of them stay where a price is exact. */
const MOST = 2_000_000_000_000;

function arbitraryPart(part: Peril, valueMinor: number): fc.Arbitrary<Record<string, unknown>> {
  const retention = fc.oneof(
    fc.constant(0),
    anySize(1, valueMinor),
    anySize(100_000, 10_000_000_000),
    // From a tenth of the value to a cent below it.
    anySize(1, Math.max(1, Math.round(valueMinor / 10))).map((room) => valueMinor - room),
  );
  return fc
    .record({
      retentionMinor: retention,
      limit: fc.oneof(anySize(1, MOST), anySize(1, Math.min(MOST, 2 * valueMinor))),
      aggregate: fc.option(fc.double({ min: -2, max: 2, noNaN: true })),
      aggregateRetention: fc.option(fc.double({ min: -4, max: 0.5, noNaN: true })),
      coinsurancePercent: fc.constantFrom(0, 0, 10, 50, 99),
      isShared: fc.boolean(),
      average: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ limit, aggregate, aggregateRetention, average, ...terms }) => {
      const of = (power: number) =>
        Math.min(MOST, Math.max(1, Math.round(Math.min(limit, valueMinor) * 10 ** power)));
      return {
        ...terms,
        part,
        limitMinor: limit,
        aggregateLimitMinor: aggregate === null ? null : of(aggregate),
        aggregateRetentionMinor: aggregateRetention === null ? 0 : of(aggregateRetention),
        ...(average === 0 ? { hasAverageClause: true } : {}),
      };
    });
}

const value = anySize(100_000_00, 50_000_000_000_00);

/** Any subject with one to four parts on such terms. */
export const arbitraryCornerDeal: fc.Arbitrary<AssessmentContent> = fc
  .tuple(
    arbitraryContent(2),
    fc.record({ onlinePeakMinor: value, offlineMinor: value, valueLockedMinor: value, stakeMinor: value }),
  )
  .chain(([content, exposures]) => {
    const at = assessmentContentSchema.parse({ ...content, exposures });
    const possible = PERILS.filter(
      (id) => baseFrequencyOf(perilOf(id), content.subject.type, model) !== null,
    );
    const parts = fc
      .uniqueArray(fc.constantFrom(...possible), { minLength: 1, maxLength: 4 })
      .chain((ids) =>
        fc.tuple(
          ...ids.map((id) =>
            arbitraryPart(id, exposedValueOf(perilOf(id).exposedValue, at.exposures).valueMinor ?? 0),
          ),
        ),
      );
    return fc
      .record({
        parts,
        policyAggregateLimitMinor: fc.option(anySize(1, MOST)),
        policyAggregateRetentionMinor: fc.oneof(fc.constant(0), fc.constant(0), anySize(1, MOST / 10)),
        periodDays: fc.integer({ min: 1, max: 1096 }),
      })
      .map((terms) => assessmentContentSchema.parse({ ...at, terms }));
  });
