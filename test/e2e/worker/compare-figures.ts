/** How two computations of the same figures differ. */
export interface FigureComparison {
  readonly numbers: number;
  /** Numbers that are the same to the last bit. */
  readonly identical: number;
  /** The largest difference of a double, relative to the larger of the two. */
  readonly largest: number;
  readonly complaints: readonly string[];
}

/**
 * Holds every figure of `got` against `wanted`: cents (`...Minor`), counts, words and structure must be the same; doubles
 * may differ by `relative`. The stated errors of a certificate are differences of near-equal numbers already, and so is the
 * least mass of a lattice where it is rounding and no more: `relative` is taken of 1 for them.
 */
export function compareFigures(wanted: unknown, got: unknown, relative: number): FigureComparison {
  const complaints: string[] = [];
  let numbers = 0;
  let identical = 0;
  let largest = 0;
  compare('', wanted, got);
  return { numbers, identical, largest, complaints };

  function compare(path: string, one: unknown, other: unknown): void {
    if (typeof one === 'number' && typeof other === 'number') compareNumbers(path, one, other);
    else if (isObject(one) && isObject(other)) {
      for (const key of new Set([...Object.keys(one), ...Object.keys(other)]))
        compare(`${path}/${key}`, one[key], other[key]);
    } else if (one !== other) complaints.push(`${path}: ${String(one)} in Node, ${String(other)} there`);
  }

  function compareNumbers(path: string, one: number, other: number): void {
    numbers += 1;
    if (Object.is(one, other)) {
      identical += 1;
      return;
    }
    const larger = Math.max(Math.abs(one), Math.abs(other));
    const isOfOne = /\/certificate\/.*\/error$/.test(path) || (CHECKED.test(path) && larger < relative);
    const size = isOfOne ? 1 : larger;
    const away = Math.abs(one - other) / size;
    largest = Math.max(largest, away);
    const isExact = path.endsWith('Minor') || (Number.isInteger(one) && Number.isInteger(other));
    if (isExact || !(away <= relative))
      complaints.push(`${path}: ${one} in Node, ${other} there, ${away.toExponential(1)} apart`);
  }
}

/** What a check of a certificate found on the lattice. */
const CHECKED = /\/certificate\/checks\/\d+\/lattice$/;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
