import type { PaperText } from './paper-text.ts';

/** A figure as a paper prints it, and what the paper calls it there. */
interface Printed {
  /** Without its thousands separators: `2.544`. */
  readonly digits: string;
  /** `%`, or nothing. */
  readonly unit: string;
  /** Row and column of a cell, or the words that lead to it in a sentence. */
  readonly label: string;
  /** The row of a table that it stands in: what stands beside it there is another quantity. */
  readonly row: readonly string[] | null;
}

/** A figure of a document that its papers round in two ways. */
export interface RoundedApart {
  /** Where it stands in the document. */
  readonly place: string;
  readonly printed: readonly string[];
}

/** So many words around a figure of a sentence say what it is. */
const LEADING_WORDS = 8;
const FOLLOWING_WORDS = 4;

/** The figures that the papers of one document print with another rounding in one place than in another. */
export function roundedApart(document: unknown, papers: readonly PaperText[]): readonly RoundedApart[] {
  const printed = papers.flatMap(figuresOn);
  return [...leavesOf(document)].flatMap(([value, place]) =>
    ['', '%'].flatMap((unit) => {
      const alike = printed.filter((figure) => figure.unit === unit && isRoundingOf(figure, value, place));
      const found = apart(isAmount(place) ? alike.map(withCents) : alike);
      return found.length === 0
        ? []
        : [{ place, printed: found.map(({ digits, label }) => `${digits}${unit}: ${label}`) }];
    }),
  );
}

/** Two of them, of which one says less than the other of the same thing. */
function apart(alike: readonly Printed[]): readonly Printed[] {
  for (const short of alike)
    for (const long of alike)
      if (decimalsOf(short) < decimalsOf(long) && !standBeside(short, long) && areOfOneThing(short, long))
        return [short, long];
  return [];
}

const standBeside = (a: Printed, b: Printed): boolean => a.row !== null && a.row === b.row;

/** An amount of whole units is written with and without its cents: that is no rounding. */
const isAmount = (place: string): boolean => place.endsWith('Minor');
const withCents = (figure: Printed): Printed => ({ ...figure, digits: figure.digits.replace(/\.00$/, '') });

const decimalsOf = ({ digits }: Printed): number => digits.split('.')[1]?.length ?? 0;
const counted = ({ digits }: Printed): number => digits.replace('.', '').replace(/^0+/, '').length;

/** The fewer digits they share, the more of their names must be alike; a whole number of few digits tells nothing. */
function areOfOneThing(short: Printed, long: Printed): boolean {
  const digits = counted(short);
  if (digits < 2 || (decimalsOf(short) === 0 && digits < 4)) return false;
  return digits >= 4 || namesShared(short, long) >= 4 - digits;
}

/** Words that stand in names of every kind of figure. */
const OF_ANY = new Set(['part', 'parts', 'event', 'events', 'loss', 'score', 'with', 'that', 'each', 'from']);
const namesIn = ({ label }: Printed): ReadonlySet<string> =>
  new Set((label.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !OF_ANY.has(word)));
const namesShared = (a: Printed, b: Printed): number => {
  const names = namesIn(a);
  return [...namesIn(b)].filter((word) => names.has(word)).length;
};

/** An amount is held in cents and printed in units; a share of one is printed as a percentage. */
function isRoundingOf({ digits, unit }: Printed, value: number, place: string): boolean {
  const half = 0.5 * 10 ** -(digits.split('.')[1]?.length ?? 0) * 1.000001;
  const scales = unit === '%' ? [1, 100] : [isAmount(place) ? 0.01 : 1];
  return scales.some((scale) => Math.abs(Number(digits) - Math.abs(value) * scale) <= half);
}

/** Every number of a document, and where it stands first. */
function leavesOf(document: unknown): ReadonlyMap<number, string> {
  const leaves = new Map<number, string>();
  const walk = (value: unknown, place: string): void => {
    if (typeof value === 'number') {
      const size = Math.abs(value);
      if (size > 0 && !leaves.has(size)) leaves.set(size, place);
    } else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) walk(item, `${place}.${key}`);
  };
  walk(document, '');
  return leaves;
}

const FIGURE = /(?<![\w.,])\d+(?:,\d{3})*(?:\.\d+)?%?(?![\w,]|\.\d)/g;

function figuresOn({ blocks, tables, alts }: PaperText): readonly Printed[] {
  const cells = tables.flatMap(({ head, rows }) =>
    rows.flatMap((row) =>
      row.flatMap((cell, column) => figuresIn(cell, row, `${row[0]}, ${head[column] ?? ''}`)),
    ),
  );
  const sentences = [...blocks.filter(({ type }) => !/^T[HD]$/.test(type)).map(({ text }) => text), ...alts];
  return [...cells, ...sentences.flatMap((text) => figuresIn(text, null, ''))];
}

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/);

const figuresIn = (text: string, row: readonly string[] | null, name: string): readonly Printed[] =>
  [...text.matchAll(FIGURE)].map(({ 0: found, index }) => ({
    digits: found.replaceAll(/[,%]/g, ''),
    unit: found.endsWith('%') ? '%' : '',
    label: [
      name,
      ...wordsOf(text.slice(0, index)).slice(-LEADING_WORDS),
      ...wordsOf(text.slice(index + found.length)).slice(0, FOLLOWING_WORDS),
    ]
      .join(' ')
      .trim(),
    row,
  }));
