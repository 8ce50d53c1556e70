// The conformance format (reference/SCHEMA.md): a file per topic, cases with input, output and tolerances.

export type Reference = number | string | null | readonly Reference[];

export interface ConformanceCase {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly input: unknown;
  readonly output: Readonly<Record<string, Reference>>;
  readonly tolerance: Readonly<Record<string, Tolerance>> & { readonly default: Tolerance };
}

export interface Tolerance {
  readonly rel: number;
  readonly abs: number;
}

export interface ConformanceFile {
  readonly suite: string;
  readonly format: number;
  readonly topic: string;
  readonly cases: readonly ConformanceCase[];
}

/** One number of a case that differs, or what stopped the case. */
export interface Complaint {
  readonly name: string;
  readonly message: string;
}

/** How far a case is from its references: `used` is the largest share of a tolerance that was needed. */
export interface Comparison {
  readonly numbers: number;
  readonly used: number;
  readonly complaints: readonly Complaint[];
}

/** Holds every output name of the case against what the engine gave: |got - ref| <= max(abs, rel |ref|). */
export function compareOutputs(
  reference: ConformanceCase,
  got: Readonly<Record<string, unknown>>,
): Comparison {
  const complaints: Complaint[] = [];
  let numbers = 0;
  let used = 0;
  for (const [name, expected] of Object.entries(reference.output)) {
    compareValue(name, expected, got[name], reference.tolerance[name] ?? reference.tolerance.default);
  }
  return { numbers, used, complaints };

  function compareValue(name: string, expected: Reference, actual: unknown, tolerance: Tolerance): void {
    if (Array.isArray(expected)) {
      if (!Array.isArray(actual) || actual.length !== expected.length) {
        complaints.push({ name, message: `expected ${expected.length} values, got ${shown(actual)}` });
        return;
      }
      expected.forEach((value, i) => {
        compareValue(`${name}[${i}]`, value, actual[i], tolerance);
      });
      return;
    }
    numbers += 1;
    if (typeof expected !== 'number') {
      const wanted =
        expected === 'Infinity'
          ? Number.POSITIVE_INFINITY
          : expected === '-Infinity'
            ? Number.NEGATIVE_INFINITY
            : expected;
      if (actual !== wanted) complaints.push({ name, message: `expected ${expected}, got ${shown(actual)}` });
      return;
    }
    if (typeof actual !== 'number' || !Number.isFinite(actual)) {
      complaints.push({ name, message: `expected ${expected}, got ${shown(actual)}` });
      return;
    }
    const allowed = Math.max(tolerance.abs, tolerance.rel * Math.abs(expected));
    const away = Math.abs(actual - expected);
    used = Math.max(used, away === 0 ? 0 : away / allowed);
    if (!(away <= allowed)) {
      complaints.push({
        name,
        message: `expected ${expected}, got ${actual}: off by ${away}, allowed ${allowed}`,
      });
    }
  }
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : String(value));

/** Reads a parsed JSON document as a conformance file; throws a sentence naming what is not in the format. */
export function asConformanceFile(document: unknown, name: string): ConformanceFile {
  const file = document as Partial<ConformanceFile> | null;
  if (typeof file !== 'object' || file === null || !Array.isArray(file.cases)) {
    throw new Error(`${name}: not a conformance file (no list of cases)`);
  }
  if (file.format !== 1) throw new Error(`${name}: format ${String(file.format)} is not known, only 1 is`);
  for (const entry of file.cases) {
    const isCase =
      typeof entry?.id === 'string' &&
      typeof entry.kind === 'string' &&
      typeof entry.output === 'object' &&
      entry.output !== null &&
      typeof entry.tolerance?.default?.rel === 'number' &&
      typeof entry.tolerance.default.abs === 'number';
    if (!isCase)
      throw new Error(`${name}: case ${String(entry?.id)} lacks id, kind, output or a default tolerance`);
  }
  const empty = file.cases.find((entry) => countNumbers(Object.values(entry.output)) === 0);
  if (empty !== undefined) throw new Error(`${name}: case ${empty.id} has an output without a number`);
  return file as ConformanceFile;
}

function countNumbers(values: readonly Reference[]): number {
  let count = 0;
  for (const value of values) count += Array.isArray(value) ? countNumbers(value) : 1;
  return count;
}
