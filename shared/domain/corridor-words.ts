/** Where a value falls in a market corridor, as shares. */
interface CorridorValue {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly position: 'below' | 'inside' | 'above';
}

/**
 * Where a value falls in its corridor as both are `written`: a value that reads the same as the edge is inside, so that no
 * sentence says that 2.00% is below 2.00%. Total and pure.
 */
export function corridorPosition(
  { value, low, high, position }: CorridorValue,
  written: (share: number) => string,
): CorridorValue['position'] {
  const edge = position === 'below' ? low : high;
  return written(value) === written(edge) ? 'inside' : position;
}
