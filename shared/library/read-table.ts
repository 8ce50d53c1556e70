import type { z } from 'zod';
import { readCsv } from '../domain/csv-table.ts';
import { type LibraryFault, type LibraryFile, libraryFault } from './library-fault.ts';

/** A row with the line of its file. */
export interface Placed<Row> {
  readonly line: number;
  readonly row: Row;
}

export interface TableReading<Row> {
  readonly rows: readonly Placed<Row>[];
  readonly faults: readonly LibraryFault[];
}

/**
 * Reads a CSV text as rows of a schema whose keys are its columns, in any order. Columns with a default in the schema may
 * be missing; any other missing column, an unknown or a doubled one is a fault, as is every cell that its column refuses.
 */
export function readTable<Shape extends z.ZodObject>({
  file,
  csv,
  schema,
  keyColumn,
}: {
  readonly file: LibraryFile;
  readonly csv: string;
  readonly schema: Shape;
  readonly keyColumn: string;
}): TableReading<z.output<Shape>> {
  const reading = readCsv(csv);
  if (!reading.ok)
    return { rows: [], faults: [libraryFault(file, reading.sentence, { line: reading.line })] };
  const [titles, ...records] = reading.records;
  if (titles === undefined) return { rows: [], faults: [libraryFault(file, 'is empty')] };
  const columns = titles.cells.map((title) => title.trim());
  const faults = columnFaults(file, columns, schema);
  if (faults.length > 0) return { rows: [], faults };
  if (records.length === 0) return { rows: [], faults: [libraryFault(file, 'has titles and no rows')] };

  const rows: Placed<z.output<Shape>>[] = [];
  for (const { line, cells } of records) {
    if (cells.length !== columns.length) {
      faults.push(libraryFault(file, `has ${cells.length} cells under ${columns.length} titles`, { line }));
      continue;
    }
    const given = Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
    const parsed = schema.safeParse(given);
    if (parsed.success) rows.push({ line, row: parsed.data });
    else faults.push(...rowFaults({ file, line, given, keyColumn, error: parsed.error }));
  }
  return { rows, faults };
}

function columnFaults(file: LibraryFile, columns: readonly string[], schema: z.ZodObject): LibraryFault[] {
  const known = Object.entries(schema.shape);
  const isNeeded = (column: z.core.$ZodType) => !(column as z.ZodType).safeParse(undefined).success;
  return [
    ...known
      .filter(([name, column]) => isNeeded(column) && !columns.includes(name))
      .map(([name]) => libraryFault(file, `has no column ${name}`, { line: 1 })),
    ...columns
      .filter((name) => !(name in schema.shape))
      .map((name) => libraryFault(file, `has a column “${name}” that no library has`, { line: 1 })),
    ...columns.flatMap((name, index) => {
      const first = columns.indexOf(name);
      if (first === index) return [];
      const what = `has the column ${name} twice, as columns ${first + 1} and ${index + 1}; keep one`;
      return [libraryFault(file, what, { line: 1 })];
    }),
  ];
}

function rowFaults({
  file,
  line,
  given,
  keyColumn,
  error,
}: {
  readonly file: LibraryFile;
  readonly line: number;
  readonly given: Readonly<Record<string, string>>;
  readonly keyColumn: string;
  readonly error: z.ZodError;
}): LibraryFault[] {
  const key = given[keyColumn] ?? '';
  const row = key === '' ? {} : { row: key };
  return cellFaults(given, error).map(({ field, what }) => libraryFault(file, what, { line, ...row, field }));
}

/** What is wrong with one cell, without its name: "must be one of ...; it is “hacked”". */
export interface CellFault {
  readonly field: string;
  readonly what: string;
}

/** The first thing that a schema says against each cell of a row. */
export function cellFaults(given: Readonly<Record<string, string>>, error: z.ZodError): CellFault[] {
  const seen = new Set<string>();
  return error.issues.flatMap((issue) => {
    const field = String(issue.path[0] ?? '');
    if (seen.has(field)) return [];
    seen.add(field);
    const value = given[field] ?? '';
    const isShown = value === '' ? 'it is empty' : `it is “${shortened(value)}”`;
    return [{ field, what: `${messageOf(issue)}; ${isShown}` }];
  });
}

/** Of a column that may be empty, what its filled cells must be. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message;
  return issue.errors.at(-1)?.[0]?.message ?? issue.message;
}

const shortened = (value: string): string => (value.length > 60 ? `${value.slice(0, 57)}...` : value);
