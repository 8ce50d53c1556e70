import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Frequency, Payment } from '#shared/actuarial/library/index.ts';

/** One peril of a simulated year. */
export interface SimulatedPeril {
  readonly payment: Payment;
  readonly frequency: Frequency;
  readonly aggregateLimit?: number;
}

/** Annual sums of seeded years, perils independent: counts and severities by inversion, nothing of the engine's lattices. */
export function simulateYears(perils: readonly SimulatedPeril[], years: number, seed: number): Float64Array {
  const generator = xoroshiro128plus(seed);
  const uniform = () => uniformFloat64(generator);
  const sums = new Float64Array(years);
  for (const { payment, frequency, aggregateLimit = Number.POSITIVE_INFINITY } of perils) {
    const count = countSampler(frequency, uniform);
    const { retention, limit, coinsurance } = payment.terms;
    for (let year = 0; year < years; year += 1) {
      let sum = 0;
      for (let n = count(); n > 0; n -= 1) {
        const loss = payment.severity.quantile(uniform());
        sum += coinsurance * Math.min(Math.max(loss - retention, 0), limit);
      }
      sums[year] = sums[year]! + Math.min(sum, aggregateLimit);
    }
  }
  return sums;
}

function countSampler(frequency: Frequency, uniform: () => number): () => number {
  const cumulated: number[] = [];
  let sum = 0;
  for (let n = 0; sum < 1 - 1e-14 && n < 2000; n += 1) {
    sum += frequency.pmf(n);
    cumulated.push(sum);
  }
  return () => {
    const u = uniform();
    const n = cumulated.findIndex((p) => u < p);
    return n < 0 ? cumulated.length : n;
  };
}

/** Mean of f over the years with the standard error of that mean. */
export function estimate(years: Float64Array, f: (sum: number) => number): { mean: number; error: number } {
  let first = 0;
  let second = 0;
  for (const sum of years) {
    const value = f(sum);
    first += value;
    second += value * value;
  }
  const mean = first / years.length;
  return { mean, error: Math.sqrt(Math.max(0, second / years.length - mean * mean) / years.length) };
}
