import type { Cumulants } from '../measures/cumulants.ts';

/** min(S, cap) on the lattice; a cap between two points is split so that the mean is kept. */
export function capMasses(mass: Float64Array, step: number, cap: number, length: number): Float64Array {
  const place = cap / step;
  const near = Math.round(place);
  const isOnLattice = Math.abs(place - near) <= 1e-9 * near;
  const below = isOnLattice ? near : Math.floor(place);
  const points = below + (isOnLattice ? 1 : 2);
  if (points > Math.min(mass.length, length)) return mass.slice(0, length);
  const capped = mass.slice(0, points);
  let under = 0;
  const last = isOnLattice ? below : below + 1;
  for (let j = 0; j < last; j++) under += mass[j]!;
  // All that is not below the cap is at it, what lies beyond the lattice included.
  if (isOnLattice) capped[below] = 1 - under;
  else {
    const share = place - below;
    capped[below] = capped[below]! + (1 - under) * (1 - share);
    capped[below + 1] = (1 - under) * share;
  }
  return capped;
}

export function leastMass(mass: Float64Array): number {
  let value = 0;
  for (let j = 0; j < mass.length; j++) if (mass[j]! < value) value = mass[j]!;
  return value;
}

/** Cumulants of masses on a lattice, from one pass about a point near the mean. */
export function massCumulants(mass: Float64Array, step: number): Cumulants {
  const origin = Math.round(roughMean(mass));
  let total = 0;
  let first = 0;
  let second = 0;
  let third = 0;
  for (let j = 0; j < mass.length; j++) {
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
