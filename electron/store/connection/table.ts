import type Database from 'better-sqlite3';
import { prepared } from './database.ts';

// One description of each table, from which its column list, insert and upsert are made. The tables themselves are made by
// the migrations, whose text is fixed once released; a test holds each description against the table that they make.
//
// Not Drizzle ORM 0.45: it cannot say STRICT, WITHOUT ROWID or a trigger, so the migrations stay, and an upsert of a whole
// row still needs a list of its own; what remains is this file, five times slower for each row read and 63 kB larger. Not
// Kysely: it answers by promises alone, and a transaction of better-sqlite3 must not wait.

export interface Column {
  readonly type: 'TEXT' | 'INTEGER' | 'REAL' | 'BLOB';
  readonly isBoolean: boolean;
  /** The column's name where it is not the field's in snake case. */
  readonly name: string | null;
}
const column = (type: Column['type'], isBoolean = false): Column => ({ type, isBoolean, name: null });

export const text = column('TEXT');
export const integer = column('INTEGER');
export const real = column('REAL');
export const blob = column('BLOB');
/** Kept as 1 and 0. */
export const boolean = column('INTEGER', true);
export const named = (name: string, kind: Column): Column => ({ ...kind, name });

type Columns<F extends string> = Readonly<Record<F, Column>>;
type Row = Readonly<Record<string, unknown>>;

/** A row of joined tables as `expand` gives it: the columns of each table by themselves, what SQL computed under `$`. */
export type ExpandedRow = Readonly<
  Record<'$' | 'assessments' | 'cases' | 'subject_facts' | 'terms' | 'quotes' | 'models', Row>
>;

/** What SQL needs of a table. Fields are named as in the records, so that a row is the record. */
export interface Table<F extends string = string> {
  readonly name: string;
  readonly columns: readonly (Column & { readonly field: F; readonly name: string })[];
  /** The columns of the primary key. */
  readonly key: readonly string[];
  readonly insert: string;
  /** Insert, or update of every column but the key and the fixed ones. */
  readonly upsert: string;
  /** Removes the row with this key. */
  readonly remove: string;
  /** The rows with one value of the key's first column, without it, in the order of the key. */
  readonly group: string;
  readonly removeGroup: string;
  /** `a.case_id AS caseId, a.revision, …`: the values, or those of all columns that are named in `only`. */
  readonly select: (alias?: string, only?: readonly string[]) => string;
  /** `version = @version, as_of = @asOf, …` for an update of these. */
  set(fields: readonly F[]): string;
}

/** `key` are the columns of the primary key, `fixed` those that an upsert leaves as they were first written. */
export function table<K extends string, V extends string>(
  name: string,
  spec: { readonly key: Columns<K>; readonly values: Columns<V>; readonly fixed?: readonly NoInfer<V>[] },
): Table<K | V> {
  const key = described<K>(spec.key);
  const values = described<V>(spec.values);
  const columns = [...key, ...values];
  const names = columns.map((item) => item.name);
  for (const part of [name, ...names]) {
    if (!/^[a-z][a-z0-9_]*$/.test(part)) throw new Error(`“${part}” is no name of a table or column`);
  }
  const insert = `INSERT INTO ${name} (${names.join(', ')}) VALUES (${columns.map(({ field }) => `@${field}`).join(', ')})`;
  const updated = values.filter(({ field }) => spec.fixed?.includes(field) !== true);
  const assign = (item: Named) => `${item.name} = @${item.field}`;
  return {
    name,
    columns,
    key: key.map((item) => item.name),
    insert,
    upsert: `${insert}
ON CONFLICT (${key.map((item) => item.name).join(', ')}) DO UPDATE SET
  ${updated.map((item) => `${item.name} = excluded.${item.name}`).join(', ')}`,
    remove: `DELETE FROM ${name} WHERE ${key.map(assign).join(' AND ')}`,
    group: `SELECT ${columns.slice(1).map(selected(name)).join(', ')}
FROM ${name} WHERE ${names[0]} = ? ORDER BY ${key.map((item) => item.name).join(', ')}`,
    removeGroup: `DELETE FROM ${name} WHERE ${names[0]} = ?`,
    select: (alias = name, only) =>
      (only === undefined ? values : columns.filter(({ field }) => only.includes(field)))
        .map(selected(alias))
        .join(', '),
    set: (fields) =>
      columns
        .filter(({ field }) => fields.includes(field))
        .map(assign)
        .join(', '),
  };
}

interface Named {
  readonly name: string;
  readonly field: string;
}
const selected =
  (alias: string) =>
  ({ name, field }: Named): string =>
    `${alias}.${name}${name === field ? '' : ` AS "${field}"`}`;

const described = <F extends string>(columns: Columns<F>) =>
  (Object.entries(columns) as [F, Column][]).map(([field, item]) => ({
    ...item,
    field,
    name: item.name ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  }));

export const insertRow = (db: Database.Database, { insert }: Table, row: Row): void => {
  prepared(db, insert).run(storable(row));
};

export const upsertRow = (db: Database.Database, { upsert }: Table, row: Row): void => {
  prepared(db, upsert).run(storable(row));
};

/** Values as SQLite takes them: it knows neither true nor false. */
export const storable = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]) => [field, typeof value === 'boolean' ? Number(value) : value]),
  );

/** A row as its record has it: 0 and 1 of a boolean column become true and false; anything else is the schema's to refuse. */
export const fromStored = ({ columns }: Table, row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      const isBoolean = columns.some((item) => item.isBoolean && item.field === field);
      return [field, isBoolean && (value === 0 || value === 1) ? value === 1 : value];
    }),
  );
