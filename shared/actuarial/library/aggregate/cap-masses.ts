/** min(S, cap) on the lattice; a cap between two points is split so that the mean is kept. */
export function capMasses({
  mass,
  step,
  cap,
  length,
}: {
  readonly mass: Float64Array;
  readonly step: number;
  readonly cap: number;
  readonly length: number;
}): Float64Array {
  const place = cap / step;
  const near = Math.round(place);
  const isOnLattice = Math.abs(place - near) <= 1e-9 * near;
  const below = isOnLattice ? near : Math.floor(place);
  const points = below + (isOnLattice ? 1 : 2);
  if (points > Math.min(mass.length, length)) return mass.slice(0, length);
  const capped = mass.slice(0, points);
  let under = 0;
  const last = isOnLattice ? below : below + 1;
  for (let j = 0; j < last; j += 1) under += mass[j]!;
  // All mass not below the cap is at the cap, including what lies beyond the lattice.
  if (isOnLattice) capped[below] = 1 - under;
  else {
    const share = place - below;
    capped[below] = capped[below]! + (1 - under) * (1 - share);
    capped[below + 1] = (1 - under) * share;
  }
  return capped;
}
