import { NOTHING } from '../plain-number.ts';
import { type Block, type Cell, heading, paragraph, table } from '../report-document.ts';
import { keyWords, valueText } from './words.ts';

// Any part of a rating model as text and tables, without knowing it: a later model has parts that an earlier one lacks, and
// they are described as they come.

type Row = Readonly<Record<string, unknown>>;

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `basis` of a figure: L, J or S with what it rests on. */
const isMark = (value: unknown): value is { readonly mark: string; readonly note: string } =>
  isRow(value) && typeof value.mark === 'string' && typeof value.note === 'string';

const isFlat = (value: unknown): boolean =>
  !isRow(value) ? !Array.isArray(value) || value.every((item) => !isRow(item)) : isMark(value);

function flatText(value: unknown, key: string): string {
  if (isMark(value)) return value.note === '' ? value.mark : `${value.mark}: ${value.note}`;
  if (!Array.isArray(value)) return valueText(value, key);
  if (value.length === 0) return NOTHING;
  const isPairs = value.every((item) => Array.isArray(item));
  return value
    .map((item) =>
      Array.isArray(item) ? item.map((part) => valueText(part, key)).join(' → ') : valueText(item, key),
    )
    .join(isPairs ? '; ' : ', ');
}

/** The flat fields of a record at the end of its nested ones, joined by their words: "Damage ratio, family". */
function fields(row: Row, before: readonly string[] = []): (readonly [string, string])[] {
  return Object.entries(row).flatMap(([key, value]) => {
    const name = [...before, before.length === 0 ? keyWords(key) : keyWords(key).toLowerCase()];
    if (isFlat(value)) return [[name.join(', '), flatText(value, key)] as const];
    if (Array.isArray(value)) {
      return value.flatMap((item, index) =>
        isRow(item) ? fields(item, [...name, nameOf(item) ?? String(index + 1)]) : [],
      );
    }
    return fields(value as Row, name);
  });
}

const NAMES = ['label', 'title', 'name', 'text', 'grade', 'implementation'];
const KEYS = ['id', 'code', 'type'];

/** What a record is called: its label or title, else its id as words. */
function nameOf(row: Row): string | null {
  const filled = (key: string) => typeof row[key] === 'string' && row[key] !== '';
  const name = NAMES.find(filled);
  if (name !== undefined) return String(row[name]);
  const key = KEYS.find(filled);
  return key === undefined ? null : keyWords(String(row[key]));
}

/** Records with more columns, or more to read in a row, have a table each. */
const MOST_COLUMNS = 9;
const LONGEST_ROW = 190;

/** A part of the model under a heading of its key. */
export const describePart = (key: string, value: unknown, level: 2 | 3 = 3): readonly Block[] => [
  heading(keyWords(key), level),
  ...describe(key, value),
];

/** A value of the model: a sentence, a table of its figures, or a table of its records; nested parts follow it. */
export function describe(key: string, value: unknown): readonly Block[] {
  if (isFlat(value)) return [paragraph(flatText(value, key))];
  if (Array.isArray(value)) return describeRecords(value.filter(isRow));
  const entries = Object.entries(value as Row);
  const flat = entries.filter(([, part]) => isFlat(part));
  const nested = entries.filter(([, part]) => !isFlat(part));
  return [
    ...(flat.length === 0
      ? []
      : [
          table(
            ['Figure', 'Value'],
            flat.map(([name, part]) => [keyWords(name), flatText(part, name)]),
          ),
        ]),
    ...nested.flatMap(([name, part]) =>
      Array.isArray(part)
        ? [heading(keyWords(name), 3), ...describeRecords(part.filter(isRow))]
        : [heading(keyWords(name), 3), ...fieldTable(part as Row)],
    ),
  ];
}

const fieldTable = (row: Row): readonly Block[] => {
  const rows = fields(row);
  return rows.length === 0
    ? []
    : [
        table(
          ['Figure', 'Value'],
          rows.map((cells): Cell[] => [...cells]),
        ),
      ];
};

/** Records with few fields are one table, a row each; others have a table of their own. */
export function describeRecords(rows: readonly Row[]): readonly Block[] {
  if (rows.length === 0) return [paragraph('None.')];
  const flattened = rows.map((row) => new Map(fields(row)));
  const columns = [...new Set(flattened.flatMap((row) => [...row.keys()]))];
  const lengths = flattened.map((row) => [...row.values()].reduce((sum, text) => sum + text.length, 0));
  const isNarrow = columns.length <= 3 || Math.max(...lengths) <= LONGEST_ROW;
  if (columns.length <= MOST_COLUMNS && isNarrow)
    return [
      table(
        columns,
        flattened.map((row) => columns.map((column) => row.get(column) ?? NOTHING)),
      ),
    ];
  return rows.flatMap((row, index) => [heading(nameOf(row) ?? String(index + 1), 3), ...fieldTable(row)]);
}
