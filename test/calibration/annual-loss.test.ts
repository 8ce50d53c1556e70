import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, it } from 'vitest';
import { negativeBinomialByMean } from '#shared/actuarial/index.ts';
import { lossQuantiles } from '#shared/calibration/backtest/annual-loss.ts';

it('quantiles of a sum of losses are those of draws', () => {
  const count = negativeBinomialByMean({ mean: 6, cv2: 0.25 });
  if (!count.ok) throw new Error(count.failure.message);
  // Losses even between nothing and the value, seen from 1m on; half of the subjects hold 20m, half 200m.
  const sizes = [20e6, 200e6].map((value) => ({ value, events: 1 }));
  const survival = (value: number) => (u: number) => (u >= value ? 0 : 1 - u / value);
  const levels = [0.05, 0.5, 0.95];
  const found = lossQuantiles({
    losses: { sizes, survival },
    thresholdUsd: 1e6,
    count: count.value,
    levels,
    lossLattice: {
      step: 500_000,
      points: 2 ** 13,
    },
  });

  const random = xoroshiro128plus(20262);
  const draw = () => uniformFloat64(random);
  const counts: number[] = [];
  for (let n = 0, sum = 0; sum < 1 - 1e-12; n += 1) {
    sum += count.value.pmf(n);
    counts.push(sum);
  }
  const seen = [19 / 20, 199 / 200];
  const years = Array.from({ length: 200_000 }, () => {
    const level = draw();
    const n = counts.findIndex((sum) => sum >= level);
    let total = 0;
    for (let i = 0; i < n; i += 1) {
      const value = draw() * (seen[0]! + seen[1]!) < seen[0]! ? 20e6 : 200e6;
      total += 1e6 + draw() * (value - 1e6);
    }
    return total;
  }).sort((a, b) => a - b);
  levels.forEach((level, i) => {
    const drawn = years[Math.floor(level * years.length)]!;
    expect(Math.abs(found[i]! / drawn - 1), `level ${level}`).toBeLessThan(0.02);
  });
});
