/** Powers of ten from the one at or below `low` to the one at or above `high`; both must be positive. */
export function decades(low: number, high: number): readonly number[] {
  const first = Math.floor(Math.log10(low) + 1e-9);
  const last = Math.ceil(Math.log10(high) - 1e-9);
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => 10 ** (first + index));
}

/** Ticks 1, 2, 5 per decade inside a domain, thinned to the powers of ten when the domain is wide. */
export function logTicks(low: number, high: number): readonly number[] {
  const isWide = Math.log10(high / low) > 2.6;
  const steps = isWide ? [1] : [1, 2, 5];
  return decades(low, high)
    .flatMap((decade) => steps.map((step) => step * decade))
    .filter((tick) => tick >= low * 0.999 && tick <= high * 1.001);
}
