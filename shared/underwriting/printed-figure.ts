/** Names by which a record in a list can be entered in a figure's path. */
const RECORD_KEYS = ['id', 'part', 'factorId', 'incidentId', 'principle', 'level', 'years'] as const;

function step(value: unknown, segment: string): unknown {
  if (Array.isArray(value)) {
    if (segment === 'length') return value.length;
    return value.find(
      (record: unknown) =>
        typeof record === 'object' &&
        record !== null &&
        RECORD_KEYS.some(
          (key) => key in record && String((record as Record<string, unknown>)[key]) === segment,
        ),
    );
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) return undefined;
  return (value as Record<string, unknown>)[segment];
}

/**
 * The value at a path such as `price/parts/<part>/frequency`: segments parted by `/`, records of a list entered
 * by their id, part, factor, level or the like. Undefined when there is nothing there.
 */
export function figureAt(result: unknown, path: string): unknown {
  return path.split('/').reduce(step, result);
}

const NUMBER = /^-?\d+(?:\.(\d+))?$/;

/**
 * True when `actual` is the figure that was printed: a number within half a unit of the last printed decimal (or within
 * `tolerance` in the figure's own unit where given), anything else equal as text.
 */
export function agreesAsPrinted(actual: unknown, printed: string, tolerance?: number): boolean {
  const match = NUMBER.exec(printed);
  if (match === null || typeof actual !== 'number') return String(actual) === printed;
  if (!Number.isFinite(actual)) return false;
  // Figures printed exactly on a half unit arise in binary a hair beside it.
  const half = 0.5 * 10 ** -(match[1]?.length ?? 0) * (1 + 1e-9);
  return Math.abs(actual - Number(printed)) <= (tolerance ?? half);
}
