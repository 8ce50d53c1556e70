import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { formatTick } from '#shared/domain/format-number.ts';
import type { Scale } from './plot.ts';
import { estimateWidth } from './wrap-text.ts';

/** Values, their round ticks and how these are written; where it stands in a drawing is decided by `placeAxis`. */
export interface ValueAxis {
  readonly scale: ScaleContinuousNumeric<number, number>;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

type Format = ValueAxis['format'];

const ABOUT_SO_MANY_TICKS = 5;

/** A linear axis that always holds zero, with round ticks from end to end. */
export function linearAxis(values: readonly number[], format: Format = formatTick): ValueAxis {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const scale = scaleLinear()
    .domain([low, high === low ? low + 1 : high])
    .nice(ABOUT_SO_MANY_TICKS);
  return { scale, ticks: scale.ticks(ABOUT_SO_MANY_TICKS), format };
}

const MOST_DECADES_WITH_STEPS = 2;
const MOST_TICKS = 8;

/**
 * A logarithmic axis of whole decades around `low` to `high`, both above 0. Its ticks are the powers of ten, in a narrow
 * domain their two- and fivefold as well, in a very wide one every second or third power.
 */
export function logAxis(low: number, high: number, format: Format = formatTick): ValueAxis {
  const scale = scaleLog().domain([low, high]).nice();
  const [from = low, to = high] = scale.domain();
  if (!(from < to)) return logAxis(from, from * 10, format);
  const decades = Math.round(Math.log10(to / from));
  const ticks =
    decades > MOST_DECADES_WITH_STEPS
      ? scale.ticks(Math.min(decades, MOST_TICKS))
      : scale.ticks().filter((tick) => /^[125]/.test(tick.toExponential()));
  return { scale, ticks, format };
}

/** The axis laid from one place in pixels to another. */
export const placeAxis = ({ scale }: ValueAxis, from: number, to: number): Scale =>
  scale.copy().range([from, to]);

const BETWEEN_LABELS = 5;

/** The ticks whose labels can stand side by side: the first, the last, and between them from the left what has room. */
export function labelledTicks(
  { ticks, format }: Pick<ValueAxis, 'ticks' | 'format'>,
  at: Scale,
  fontSize: number,
): readonly number[] {
  const width = (tick: number) => estimateWidth(format(tick), fontSize) + BETWEEN_LABELS;
  const areApart = (one: number, other: number) =>
    Math.abs(at(one) - at(other)) >= (width(one) + width(other)) / 2;
  const last = ticks.at(-1);
  let before: number | undefined;
  return ticks.filter((tick) => {
    const hasRoom =
      before === undefined ||
      (areApart(before, tick) && (last === undefined || tick === last || areApart(tick, last)));
    if (hasRoom) before = tick;
    return hasRoom;
  });
}
