import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { model } from '#test/models/model-2026-2.ts';
import { judged } from '#test/underwriting/judged.ts';
import { arbitraryCornerDeal } from './corner-deals.ts';
import { arbitraryDeal } from './deals.ts';

/** Thousands of cases take as long on a busy machine. */
const MINUTES = 600_000;
const SEEDS = [1, 2, 3, 4, 5, 6] as const;
const DEALS = Number(process.env.DEALS ?? 3000);
/** Of deals as they are sold, and of those far beyond, that a price can be made for. */
const SOLD = 0.5;
const BEYOND = 0.25;

/**
 * What is wrong with how the engine answers a deal, or null: blame on the model, or a check that fails on the grid of
 * quotes while no sentence names the terms. The draft, whose lattice is sixteen times as coarse, may fail where that one
 * does not.
 */
function faultOf(content: AssessmentContent, tell: (isPriced: boolean) => void): string | null {
  const draft = judged(content, { grid: 'draft', model });
  tell(draft.price.ok);
  if (!draft.price.ok) {
    const { field = '', message } = draft.price.failure;
    return /^(terms|exposures)\./.test(field) ? null : message;
  }
  if (draft.price.value.certificate.verdict !== 'fail') return null;
  const full = judged(content, { grid: 'full', model });
  const failed = full.price.ok && full.price.value.certificate.verdict === 'fail';
  const unnamed = full.blocks.filter(({ id, field }) => id === 'certificate' && field === null);
  return failed && unnamed.length > 0 ? unnamed.map(({ message }) => message).join(' ') : null;
}

/** Refusals must not hollow out the property: at least this share of deals has to be priced. */
function expectNone(deals: fc.Arbitrary<AssessmentContent>, seed: number, leastPriced: number): void {
  const numRuns = Math.ceil(DEALS / 2 / SEEDS.length);
  let priced = 0;
  fc.assert(
    fc.property(deals, (content) => {
      expect(
        faultOf(content, (isPriced) => {
          priced += isPriced ? 1 : 0;
        }),
      ).toBeNull();
    }),
    { numRuns, seed },
  );
  expect(priced / numRuns).toBeGreaterThan(leastPriced);
}

describe('no certificate fails, unless a sentence names the terms', { timeout: MINUTES }, () => {
  it.each(SEEDS)('for deals as they are sold, seed %i', (seed) => expectNone(arbitraryDeal(), seed, SOLD));
  it.each(SEEDS)('for deals far beyond that, seed %i', (seed) =>
    expectNone(arbitraryCornerDeal, seed, BEYOND),
  );
});
