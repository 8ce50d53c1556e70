import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { explainModelChange, type ModelChange } from '#shared/underwriting/explain-model-change.ts';
import { bundledModel as earlier } from '#test/models/bundled-model.ts';
import { example, model } from '#test/models/model-2026-2.ts';
import { arbitraryQuote } from '#test/pricing/quotes.ts';
import { cents } from '#test/support/branded.ts';

const changed = (content: AssessmentContent, from: RatingModel, to: RatingModel): ModelChange => {
  const made = explainModelChange(content, { from, to });
  if (!made.ok) throw new Error(made.failure.message);
  return made.value;
};
const sumOf = ({ causes }: ModelChange): number =>
  causes.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

describe('what moving an assessment to another model changes', () => {
  it('leads from one technical premium of the worked example to the other, cause by cause', () => {
    const change = changed(example, earlier, model);
    expect(change.before).toMatchObject({ modelId: earlier.id, technicalMinor: 199_216_467, grade: 'BBB' });
    expect(change.after).toMatchObject({ modelId: model.id, technicalMinor: 230_280_766, grade: 'BBB' });
    expect(change.causes.map(({ id }) => id)).toEqual([
      'scoring',
      'large-losses',
      'small-losses',
      'base-rates',
      'size',
      'scores-in-price',
      'own-experience',
      'risk-load',
      'rest',
    ]);
    expect(sumOf(change)).toBe(230_280_766 - 199_216_467);
    const amounts = Object.fromEntries(change.causes.map(({ id, amountMinor }) => [id, amountMinor]));
    // Nothing of the example's scores moved; small losses only add, larger exchanges are hit more often.
    expect(amounts.scoring).toBe(0);
    expect(amounts['small-losses']).toBeGreaterThan(0);
    expect(amounts.size).toBeGreaterThan(0);
    expect(amounts.rest).toBe(0);
  });

  it('is nothing where the model stays', () => {
    expect(changed(example, model, model).causes.every(({ amountMinor }) => amountMinor === 0)).toBe(true);
  });

  it('sums to the cent in both directions, whatever the deal', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(arbitraryQuote(), fc.boolean(), (content, isForward) => {
        const [from, to] = isForward ? [earlier, model] : [model, earlier];
        const made = explainModelChange(content, { from, to }, 'draft');
        // A part that can pay nothing is refused by one of the two.
        fc.pre(made.ok);
        if (!made.ok) return;
        const { before, after } = made.value;
        expect(sumOf(made.value)).toBe(after.technicalMinor - before.technicalMinor);
      }),
      { numRuns: 40 },
    );
  });

  it('fails with the sentence of the model that cannot price it', () => {
    const [part, ...parts] = example.terms.parts;
    const high = { ...part!, retentionMinor: cents(12_000_000_000) };
    const content = { ...example, terms: { ...example.terms, parts: [high, ...parts] } };
    const made = explainModelChange(content, { from: earlier, to: model });
    expect(made).toMatchObject({ ok: false, failure: { field: 'terms.parts.0.retentionMinor' } });
  });
});
