import type { ModelWording } from './model-wording.ts';
import type { RatingModelData } from './rating-model.ts';

/** Where a figure comes from: L the incident library, J judgement with its reason, S a named source. */
export interface FigureMark {
  readonly mark: 'L' | 'J' | 'S';
  readonly note: string;
}

/** A number of a model's price, where it stands, and its mark; null for one that has none. */
export interface PricingFigure {
  /** Keys of `pricing`; an entry of a list by its id or type, or by its number from 0. */
  readonly path: readonly string[];
  readonly value: number;
  readonly mark: FigureMark | null;
}

type Json = unknown;
const isRecord = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isMark = (value: Json): value is FigureMark =>
  isRecord(value) && typeof value.mark === 'string' && typeof value.note === 'string';

/**
 * Every number of a model's price with its mark: the one beside it in the model (`basis` of its record, for all of it or by
 * key), or that of the wording, which marks the figures that the model leaves bare.
 */
export function pricingFigures(
  { pricing }: Pick<RatingModelData, 'pricing'>,
  { figureMarks = [] }: Pick<ModelWording, 'figureMarks'>,
): readonly PricingFigure[] {
  const worded = (path: readonly string[]): FigureMark | null => {
    const found = figureMarks.find(({ figures }) => figures.some((pattern) => isAt(pattern, path)));
    return found === undefined ? null : { mark: found.mark, note: found.note };
  };
  return numbersIn(pricing, [], null).map((figure) => ({
    ...figure,
    mark: figure.mark ?? worded(figure.path),
  }));
}

function numbersIn(value: Json, path: readonly string[], mark: FigureMark | null): readonly PricingFigure[] {
  if (typeof value === 'number') return [{ path, value, mark }];
  if (Array.isArray(value))
    return value.flatMap((item, i) => numbersIn(item, [...path, nameOf(item) ?? String(i)], null));
  if (!isRecord(value)) return [];
  const { basis, ...rest } = value;
  const markOf = (key: string): FigureMark | null => {
    if (isMark(basis)) return basis;
    const own = isRecord(basis) ? basis[key] : undefined;
    return isMark(own) ? own : null;
  };
  return Object.entries(rest).flatMap(([key, item]) =>
    numbersIn(item, [...path, key], typeof item === 'number' ? markOf(key) : null),
  );
}

function nameOf(item: Json): string | null {
  if (!isRecord(item)) return null;
  const name = item.id ?? item.type;
  return typeof name === 'string' ? name : null;
}

/** Whether a place is meant by a pattern: segments parted by `/`, `*` for any one of them, the rest of the path left open. */
export function isAt(pattern: string, path: readonly string[]): boolean {
  const segments = pattern.split('/');
  return segments.length <= path.length && segments.every((one, i) => one === '*' || one === path[i]);
}
