import type { Cumulants } from '../measures/cumulants.ts';

/** The most negative mass, 0 when none is negative: rounding noise of a transform. */
export function leastMass(mass: Float64Array): number {
  let value = 0;
  for (let j = 0; j < mass.length; j += 1) if (mass[j]! < value) value = mass[j]!;
  return value;
}

/** Cumulants of masses on a lattice, from one pass about a point near the mean. */
export function massCumulants(mass: Float64Array, step: number): Cumulants {
  const origin = Math.round(roughMean(mass));
  let total = 0;
  let first = 0;
  let second = 0;
  let third = 0;
  for (let j = 0; j < mass.length; j += 1) {
    const p = mass[j]!;
    const away = j - origin;
    const moment = away * p;
    total += p;
    first += moment;
    second += away * moment;
    third += away * away * moment;
  }
  const shift = origin * (total - 1) + first;
  return {
    mean: (origin + shift) * step,
    variance: (second - shift * shift) * step * step,
    third: (third - 3 * shift * second + 2 * shift ** 3) * step ** 3,
  };
}

/** The mean from every 64th cell: near enough for an origin. */
function roughMean(mass: Float64Array): number {
  let weight = 0;
  let sum = 0;
  for (let j = 0; j < mass.length; j += 64) {
    weight += mass[j]!;
    sum += j * mass[j]!;
  }
  return weight > 0 ? sum / weight : 0;
}
