import { formatRateOnLine } from './format-figures.ts';
import { formatShareValue } from './format-number.ts';

/** Where a value falls in a market corridor, as shares. */
interface CorridorValue {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly position: 'below' | 'inside' | 'above';
}

/**
 * Where a value falls in its corridor as both are written: a value that reads the same as the edge is inside, so that no
 * sentence says that 2.00% is below 2.00%. Total and pure.
 */
export function corridorPosition({ value, low, high, position }: CorridorValue): CorridorValue['position'] {
  const edge = position === 'below' ? low : high;
  return formatRateOnLine(value) === formatRateOnLine(edge) ? 'inside' : position;
}

/** From where to where a corridor reaches, as the model states it: `0.3% to 1.2%`. */
export const corridorSpan = ({ low, high }: Pick<CorridorValue, 'low' | 'high'>): string =>
  `${formatShareValue(low)} to ${formatShareValue(high)}`;
