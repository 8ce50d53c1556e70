import { getNiceTickValues } from 'recharts';
import { formatTick } from '#shared/domain/format-number.ts';
import type { ValueAxis } from './row-chart.tsx';

/** A linear axis that always holds zero, with round ticks. */
export function linearAxis(
  values: readonly number[],
  format: (value: number) => string = formatTick,
): ValueAxis {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const ticks = getNiceTickValues([low, high === low ? low + 1 : high], 5);
  return { domain: [ticks[0] ?? low, ticks.at(-1) ?? high], scale: 'linear', ticks, format };
}
