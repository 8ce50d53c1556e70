/** What a file, a message or a slip can put where an argument belongs, whatever the types say. */
const HOSTILE: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -1,
  0,
  5e-324,
  1e308,
  null,
  undefined,
  '5',
  true,
  [],
  [Number.NaN],
  {},
  Float64Array.of(),
  Float64Array.of(Number.NaN),
];

/** One argument or nested field replaced, where it stands, what stood there and what stands there now. */
export interface Spoilt {
  readonly args: readonly unknown[];
  readonly path: string;
  readonly good: unknown;
  readonly bad: unknown;
}

const made = new WeakSet<object>();

/** Marks a value of the engine's own constructors: spoilt as a whole only, since nothing else makes its inside. */
export function asMade<T extends object>(value: T): T {
  made.add(value);
  return value;
}

/** The arguments with every one of them, and every field and element in them, replaced by each hostile value in turn. */
export function spoilEach(args: () => readonly unknown[]): readonly Spoilt[] {
  return pathsOf(args()).flatMap(({ path, good, isInFloats }) =>
    HOSTILE.filter((bad) => typeof bad === 'number' || !isInFloats).map((bad) => {
      const fresh = { args: [...args()] };
      replace(fresh, ['args', ...path], bad);
      return { args: fresh.args, path: path.join('.'), good, bad };
    }),
  );
}

interface Place {
  readonly path: readonly string[];
  readonly good: unknown;
  readonly isInFloats: boolean;
}

function pathsOf(given: unknown, path: readonly string[] = []): readonly Place[] {
  if (typeof given !== 'object' || given === null || made.has(given)) return [];
  const isInFloats = ArrayBuffer.isView(given);
  return Object.entries(given).flatMap(([name, good]) => [
    { path: [...path, name], good: good as unknown, isInFloats },
    ...pathsOf(good, [...path, name]),
  ]);
}

function replace(within: unknown, [name, ...rest]: readonly string[], bad: unknown): void {
  const record = within as Record<string, unknown>;
  if (name === undefined) return;
  if (rest.length === 0) {
    record[name] = bad;
    return;
  }
  const inner = record[name] as object;
  // A copy, since arguments may share what is in them.
  record[name] = Array.isArray(inner)
    ? [...(inner as readonly unknown[])]
    : inner instanceof Float64Array
      ? inner.slice()
      : { ...inner };
  replace(record[name], rest, bad);
}

const DEEPEST = 6;

/** Where a NaN lies in a value, its functions called at a few points; null when nowhere. */
export function findNaN(value: unknown, path = 'value', depth = 0): string | null {
  if (typeof value === 'number') return Number.isNaN(value) ? path : null;
  if (typeof value !== 'object' || value === null || depth > DEEPEST || made.has(value)) return null;
  if (ArrayBuffer.isView(value)) return (value as Float64Array).some(Number.isNaN) ? path : null;
  for (const [name, part] of Object.entries(value)) {
    const found = findNaN(part, `${path}.${name}`, depth + 1);
    if (found !== null) return found;
    for (const given of probes(name)) {
      if (typeof part !== 'function') break;
      const got: unknown = (part as (...x: readonly number[]) => unknown)(...given);
      if (typeof got === 'number' && Number.isNaN(got)) return `${path}.${name}(${given.join(', ')})`;
    }
  }
  return null;
}

function probes(name: string): readonly (readonly number[])[] {
  switch (name) {
    case 'survival':
    case 'cdf':
    case 'density':
      return [[0], [0.5], [1], [1e5], [1e7], [Number.POSITIVE_INFINITY]];
    case 'quantile':
      return [[0], [1e-9], [0.5], [0.999], [1]];
    case 'moment':
      return [[1], [2], [3]];
    case 'limitedMoment':
      return [
        [1, 1],
        [1, 1e5],
        [2, 1e7],
        [3, 1e7],
        [1, Number.POSITIVE_INFINITY],
      ];
    case 'pmf':
    case 'tail':
      return [[0], [1], [20]];
    case 'someEvent':
    case 'pgf':
    case 'apply':
    case 'curve':
      return [[0], [0.3], [1]];
    default:
      return [];
  }
}
