import { estimateWidth } from './wrap-text.ts';

/** The room of the marks inside a drawing, in pixels from its top left corner. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** From a value to its place in pixels. */
export type Scale = (value: number) => number;

/** Maps a domain, both ends above 0 where it is logarithmic, onto a stretch of pixels. */
export function scaleOf(
  kind: 'linear' | 'log',
  domain: readonly [number, number],
  range: readonly [number, number],
): Scale {
  const read = kind === 'log' ? Math.log10 : (value: number) => value;
  const [low, high] = [read(domain[0]), read(domain[1])];
  const [from, to] = range;
  return (value) => from + ((read(value) - low) / (high - low)) * (to - from);
}

const BETWEEN_LABELS = 5;

/** The ticks whose labels can stand side by side: the first and the last, and between them from the left what fits. */
export function labelledTicks(
  ticks: readonly number[],
  at: Scale,
  format: (value: number) => string,
  fontSize: number,
): readonly number[] {
  const edges = (tick: number) => {
    const half = (estimateWidth(format(tick), fontSize) + BETWEEN_LABELS) / 2;
    return { left: at(tick) - half, right: at(tick) + half };
  };
  const last = ticks.at(-1);
  let taken = Number.NEGATIVE_INFINITY;
  return ticks.filter((tick) => {
    const { left, right } = edges(tick);
    const isFree = tick === last || (left >= taken && (last === undefined || right <= edges(last).left));
    if (tick !== ticks[0] && !isFree) return false;
    taken = right;
    return true;
  });
}
