/** Where a value falls in a market corridor, as shares. */
interface CorridorValue {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly position: 'below' | 'inside' | 'above';
}

/**
 * Where a value falls in its corridor, in a word: `below`, and `just below` where value and edge read the same as `written`,
 * so that no sentence says that 2.00% is below 2.00%. Total and pure.
 */
export function corridorPosition(
  { value, low, high, position }: CorridorValue,
  written: (share: number) => string,
): string {
  const edge = position === 'below' ? low : high;
  return position !== 'inside' && written(value) === written(edge) ? `just ${position}` : position;
}
