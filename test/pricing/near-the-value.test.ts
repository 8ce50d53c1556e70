import { describe, expect, it } from 'vitest';
import { bundledModel, workedExample } from '#test/models/bundled-model.ts';
import { cents } from '#test/support/branded.ts';
import { judged } from '#test/underwriting/judged.ts';
import { costOf } from './deals.ts';

// Prices of model 2026.1 for layers that begin next to the exposed value, as the engine made them when that model was
// retired: whatever becomes of the engine in that corner, what was quoted there reproduces to the cent.

const part = workedExample.terms.parts.find((one) => one.part === 'crime-online')!;
const valueMinor = workedExample.exposures.onlinePeakMinor!;

/** The online part of the worked example alone, its retention so much below the value. */
const contentAt = (belowMinor: number, limitMinor: number) => ({
  ...workedExample,
  terms: {
    ...workedExample.terms,
    policyAggregateLimitMinor: null,
    parts: [
      {
        ...part,
        limitMinor: cents(limitMinor),
        aggregateLimitMinor: null,
        retentionMinor: cents(valueMinor - belowMinor),
      },
    ],
  },
});

/** Below the value, limit, expected loss, technical premium and quoted premium; all but the third in cents. */
const FROZEN: readonly (readonly [number, number, number, number, number])[] = [
  [1_200_000_000, 10_000_000, 293.4198800137436, 1_315_875, 2_500_000],
  [120_000_000, 2_500_000_000, 351.8892479766999, 1_602_739, 6_250_000],
  [120_000_000, 10_000_000, 49.71898201414138, 1_203_782, 2_500_000],
  [12_000_000, 2_500_000_000, 6.2493912564573115, 1_162_953, 6_250_000],
  [12_000_000, 10_000_000, 5.977477684040036, 1_161_978, 2_500_000],
  [1_200_000, 2_500_000_000, 0.11111713843658978, 1_145_769, 6_250_000],
  [100_000, 2_500_000_000, 0.0014361774327588076, 1_145_061, 6_250_000],
  [100, 2_500_000_000, 8.0762090389898e-9, 1_145_039, 6_250_000],
  [1, 10_000_000, 2.553923037041796e-12, 1_145_039, 2_500_000],
];

describe('prices of model 2026.1 next to the exposed value stand for ever', () => {
  it.each(FROZEN)('%i cents below it, limit %i cents', (below, limit, expectedLoss, technical, quoted) => {
    const content = contentAt(below, limit);
    const { price } = judged(content, { grid: 'full', model: bundledModel });
    if (!price.ok) throw new Error(price.failure.message);
    expect([price.value.technicalMinor, price.value.quotedMinor]).toEqual([technical, quoted]);
    expect(price.value.certificate.verdict).toBe('pass');
    const loss = costOf(content, bundledModel, 'full')?.expectedLoss ?? Number.NaN;
    expect(Math.abs(loss / expectedLoss - 1)).toBeLessThan(1e-9);
  });

  it('and fall with the retention, as the loss does', () => {
    const sorted = FROZEN.filter(([, limit]) => limit === 2_500_000_000).map(([, , loss]) => loss);
    expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
  });
});
