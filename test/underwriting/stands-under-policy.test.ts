import { describe, expect, it } from 'vitest';
import type { AssessmentContent, PartTerms } from '#shared/domain/assessment-content.ts';
import { standsUnderPolicy } from '#shared/domain/stands-under-policy.ts';
import { readTerms } from '#shared/pricing/priced-terms.ts';
import { authorityFacts } from '#shared/underwriting/authority.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { model, quotableExample } from '#test/models/model-2026-2.ts';
import { cents } from '../support/branded.ts';

const [first, ...others] = quotableExample.terms.parts.map((part) => ({ ...part, isShared: false }));
const rated: PartTerms = {
  ...first!,
  part: 'cyber-ir',
  limitMinor: cents(100_000_000),
  retentionMinor: cents(0),
  enteredRate: { ratePercent: 2, reason: 'As the market' },
};
const withTerms = (parts: readonly PartTerms[], limit: number | null): AssessmentContent => ({
  ...quotableExample,
  terms: {
    ...quotableExample.terms,
    parts: [...parts],
    policyAggregateLimitMinor: limit === null ? null : cents(limit),
  },
});

describe('which parts stand under the terms of the policy', () => {
  const modelled = [first!, ...others];
  it.each<[string, readonly PartTerms[], number | null]>([
    ['none is ticked', modelled, 200_000_000],
    ['none is ticked and the policy has no terms', modelled, null],
    ['one is ticked', [{ ...first!, isShared: true }, ...others], 200_000_000],
    ['only one at an entered rate is ticked', [...modelled, { ...rated, isShared: true }], 200_000_000],
    ['one at an entered rate stands beside', [...modelled, rated], 200_000_000],
  ])('is the same for price, authority and paper where %s', (_, parts, limit) => {
    const content = withTerms(parts, limit);
    const isUnder = standsUnderPolicy(content.terms);
    const { terms, problems } = readTerms(content, model);
    expect(problems).toEqual([]);
    for (const part of terms!.modelled) expect(part.isShared).toBe(isUnder(part.terms));
    for (const { terms: own } of terms!.entered) expect(isUnder(own)).toBe(false);
    // What may be paid by the terms alone is never less than what the price says.
    const facts = authorityFacts(content, {
      score: { outcome: { kind: 'graded', grade: 'A', action: '' } },
      price: null,
      referrals: [],
      model,
    });
    expect(facts.aggregateMinor).toBeGreaterThanOrEqual(terms!.maximumPayableMinor);
  });

  it('a part at an entered rate is said to stand beside terms that seem to be of all', () => {
    const { issues } = judge({
      content: withTerms([first!, ...others, rated], 2_000_000_000),
      model,
      today: quotableExample.asOf,
      grid: 'draft',
    });
    expect(issues.map(({ id }) => id)).toContain('beside-policy-terms:cyber-ir');
    expect(issues.map(({ id }) => id)).toContain('policy-terms-unshared');
  });
});
