/** Where two values have another number, another yes or no, or one of them none: by the way to it, outermost first. */
export interface FigureApart {
  readonly at: readonly (string | number)[];
  readonly carried: unknown;
  readonly computed: unknown;
}

export interface FiguresCompared {
  /** Figures that both have. */
  readonly count: number;
  readonly apart: readonly FigureApart[];
}

/** Logarithms and exponentials end in other digits on other runtimes; amounts are whole cents and do not. */
const RELATIVE = 1e-7;

function isSameFigure(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'number' || typeof other !== 'number') return false;
  if (Number.isInteger(one) && Number.isInteger(other)) return false;
  return Math.abs(one - other) <= RELATIVE * Math.max(1, Math.abs(one), Math.abs(other));
}

const isFigure = (value: unknown): boolean =>
  value === null || typeof value === 'number' || typeof value === 'boolean';

/**
 * Compares the figures of what a paper carries with those that are computed. What only one of the two has is left out:
 * another release may print more. Words are left out too, since they may be said better.
 */
export function figuresApart(carried: unknown, computed: unknown): FiguresCompared {
  const apart: FigureApart[] = [];
  let count = 0;
  const walk = (one: unknown, other: unknown, at: readonly (string | number)[]): void => {
    if (isFigure(one) || isFigure(other)) {
      count += 1;
      if (!isSameFigure(one, other)) apart.push({ at, carried: one, computed: other });
    } else if (Array.isArray(one) && Array.isArray(other)) {
      if (one.length !== other.length) apart.push({ at, carried: one.length, computed: other.length });
      for (let i = 0; i < Math.min(one.length, other.length); i += 1) walk(one[i], other[i], [...at, i]);
    } else if (isRecord(one) && isRecord(other)) {
      for (const key of Object.keys(one))
        if (Object.hasOwn(other, key)) walk(one[key], other[key], [...at, key]);
    }
  };
  walk(carried, computed, []);
  return { count, apart };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
