import type Database from 'better-sqlite3';
import { errorCode } from '../../host/system-error.ts';

type Row = Readonly<Record<string, unknown>>;

/** What could be read of one table. */
interface RowsRead {
  readonly rows: readonly Row[];
  /** How many rows it must have had, as far as an index still tells; null where nothing does. */
  readonly expected: number | null;
}

interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of its primary key, in order. */
  readonly key: readonly string[];
  readonly hasRowId: boolean;
}

/** More numbers than this are not tried one by one. */
const MOST_TRIED = 50_000;

/**
 * Every row of a damaged table that can still be read: from its beginning to the damage, from its end back to it, and what
 * lies between one by one, by number where rows are numbered, else by the first part of their key (`owners`). Reading a page
 * that is damaged throws, which is what tells; nothing else is thrown.
 */
export function readRows(db: Database.Database, table: TableShape, owners: readonly string[] = []): RowsRead {
  const found = new Map<string, Row>();
  const reading = { db, table, found };
  const isWhole = readTowards(reading, 'ASC');
  if (!isWhole) {
    readTowards(reading, 'DESC');
    if (table.hasRowId) readByNumber(reading);
    else for (const owner of owners) readOfOwner(reading, owner);
  }
  const rows = [...found.values()];
  return { rows, expected: isWhole ? rows.length : countByIndex(db, table) };
}

const orderOf = ({ hasRowId, key }: TableShape, direction: 'ASC' | 'DESC'): string =>
  (hasRowId ? ['rowid'] : key).map((column) => `${column} ${direction}`).join(', ');

const selectOf = ({ name, columns, hasRowId }: TableShape): string =>
  `SELECT ${hasRowId ? 'rowid AS "$rowid", ' : ''}${columns.map((column) => `"${column}"`).join(', ')} FROM "${name}"`;

interface Reading {
  readonly db: Database.Database;
  readonly table: TableShape;
  /** By the row's number or key. */
  readonly found: Map<string, Row>;
}

function readTowards({ db, table, found }: Reading, direction: 'ASC' | 'DESC'): boolean {
  return attempt(() => {
    // Rows that an index leads to would be missed where the index is damaged.
    const sql = `${selectOf(table)} ${table.hasRowId ? 'NOT INDEXED' : ''} ORDER BY ${orderOf(table, direction)}`;
    for (const row of db.prepare(sql).iterate()) {
      const key = keyOf(table, row as Row);
      // The way back ends where the way there did.
      if (direction === 'DESC' && found.has(key)) return;
      found.set(key, row as Row);
    }
  });
}

function readByNumber({ db, table, found }: Reading): void {
  const known = [...found.values()].map((row) => Number(row.$rowid)).sort((a, b) => a - b);
  let tried = 0;
  let next = 1;
  const last = Math.max(known.at(-1) ?? 0, numbersInUse(db, table));
  const taken = new Set(known);
  for (; next <= last && tried < MOST_TRIED; next += 1) {
    if (taken.has(next)) continue;
    tried += 1;
    attempt(() => {
      const row = db.prepare(`${selectOf(table)} NOT INDEXED WHERE rowid = ?`).get(next) as Row | undefined;
      if (row !== undefined) found.set(keyOf(table, row), row);
    });
  }
}

/** The largest row number that an index or the rows themselves still tell of. */
function numbersInUse(db: Database.Database, { name }: TableShape): number {
  let largest = 0;
  attempt(() => {
    largest = Number(db.prepare(`SELECT max(rowid) FROM "${name}"`).pluck().get() ?? 0);
  });
  return Math.max(largest, countByIndex(db, { name }) ?? 0);
}

function readOfOwner({ db, table, found }: Reading, owner: string): void {
  attempt(() => {
    for (const row of db.prepare(`${selectOf(table)} WHERE "${table.key[0]}" = ?`).iterate(owner))
      found.set(keyOf(table, row as Row), row as Row);
  });
}

function countByIndex(db: Database.Database, { name }: Pick<TableShape, 'name'>): number | null {
  let count: number | null = null;
  attempt(() => {
    count = Number(db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get());
  });
  return count;
}

const keyOf = ({ hasRowId, key }: TableShape, row: Row): string =>
  hasRowId ? String(row.$rowid) : JSON.stringify(key.map((column) => row[column]));

/** False when SQLite met damage; anything else that it throws is thrown on. */
function attempt(read: () => void): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (errorCode(error)?.startsWith('SQLITE_') === true) return false;
    throw error;
  }
}

/** How a table is made, as the database itself says. */
export function shapeOf(db: Database.Database, name: string): TableShape {
  const columns = db.pragma(`table_info("${name}")`) as readonly { name: string; pk: number }[];
  for (const part of [name, ...columns.map((column) => column.name)])
    if (!/^[a-z][a-z0-9_]*$/.test(part)) throw new Error(`“${part}” is no name of a table or column`);
  const list = db.pragma(`table_list("${name}")`) as readonly { wr: number }[];
  return {
    name,
    columns: columns.map((column) => column.name),
    key: columns
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map((column) => column.name),
    hasRowId: list[0]?.wr === 0,
  };
}
