import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { capacitiesTable } from '../connection/capacities-table.ts';
import { prepared } from '../connection/database.ts';
import type { Table } from '../connection/table.ts';
import { workbookTable } from '../connection/workbook-id.ts';

/** A kind of record: its own table, then those that hold rows of it. The first column of each is the record's id. */
export interface RecordKind {
  readonly name:
    | 'workbook'
    | 'model'
    | 'subject'
    | 'case'
    | 'assessment'
    | 'quote'
    | 'own-incident'
    | 'insurer'
    | 'profile'
    | 'file';
  readonly tables: readonly [Table, ...Table[]];
  /** What a sentence about one of them begins with. */
  readonly words: string;
}

/** One record of the workbook, whole: its own row and all rows that belong to it. */
export interface RecordOf {
  readonly kind: RecordKind;
  readonly id: string;
}

export const workbookKind: RecordKind = {
  name: 'workbook',
  tables: [workbookTable, capacitiesTable],
  words: 'The identity of the workbook',
};
/** The identity of a workbook is one row. */
export const THE_WORKBOOK: RecordOf = { kind: workbookKind, id: '1' };

/** How an entry of the trail names a record. */
export const recordKey = ({ kind, id }: RecordOf): string => `${kind.name} ${id}`;

/**
 * SHA-256 of every column of every row of a record, as 64 hex digits: what the lists show and what they do not, positions
 * and dates included. Null when its own row is not there. What is hashed is canonical JSON (RFC 8785) of the rows as
 * stored, in the order of their keys; bytes stand as their own hash. A column that is null and a table without rows are
 * left out, so that a column or table added later leaves the hashes of older records as they were: a step of the migrations
 * may add to these tables only columns that are null in older rows (`bound-fixtures.test.ts` refuses any other).
 */
export const recordHash = (db: Database.Database, record: RecordOf): string | null =>
  recordDigest(db, record)?.hash ?? null;

/** The hash of a record and, from the same reading, those of the bytes in it: a PDF is read and hashed once. */
interface RecordDigest {
  readonly hash: string;
  /** By the name of the column. */
  readonly bytes: ReadonlyMap<string, BytesDigest>;
}

export interface BytesDigest {
  readonly sha256: string;
  readonly length: number;
}

export function recordDigest(db: Database.Database, { kind, id }: RecordOf): RecordDigest | null {
  const hash = createHash('sha256');
  const bytes = new Map<string, BytesDigest>();
  hash.update(`{"id":${JSON.stringify(id)},"kind":${JSON.stringify(kind.name)},"rows":{`);
  let isFirst = true;
  for (const { name, sql, columns, isOwn } of rowReaders(kind)) {
    const rows = prepared(db, sql).raw().all(id) as readonly unknown[][];
    if (rows.length === 0) {
      if (isOwn) return null;
      continue;
    }
    hash.update(
      `${isFirst ? '' : ','}${JSON.stringify(name)}:[${rows.map((row) => rowText(columns, row, bytes)).join(',')}]`,
    );
    isFirst = false;
  }
  return { hash: hash.update('}}').digest('hex'), bytes };
}

const idsSql = ({ name, columns }: Table): string => `SELECT ${columns[0]?.name} FROM ${name} ORDER BY 1`;

/** Every record of a kind, by id. */
export function idsOfKind(db: Database.Database, { tables: [own] }: RecordKind): readonly string[] {
  const sql = idsSql(own);
  return prepared(db, sql).pluck().all().map(String);
}

interface RowReader {
  readonly name: string;
  readonly sql: string;
  /** The columns in the order of their names, each with how it begins in the text: `"name":`. */
  readonly columns: readonly { readonly name: string; readonly start: string }[];
  readonly isOwn: boolean;
}

const readers = new WeakMap<RecordKind, readonly RowReader[]>();

function rowReaders(kind: RecordKind): readonly RowReader[] {
  let known = readers.get(kind);
  if (known === undefined) {
    known = kind.tables
      .map((table, index) => ({ ...readerOf(table), isOwn: index === 0 }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    readers.set(kind, known);
  }
  return known;
}

function readerOf({ name, columns, key }: Table): Omit<RowReader, 'isOwn'> {
  const names = columns.map((column) => column.name).sort();
  return {
    name,
    columns: names.map((column) => ({ name: column, start: `${JSON.stringify(column)}:` })),
    sql: `SELECT ${names.join(', ')} FROM ${name} WHERE ${key[0]} = ? ORDER BY ${key.join(', ')}`,
  };
}

function rowText(
  columns: RowReader['columns'],
  row: readonly unknown[],
  bytes: Map<string, BytesDigest>,
): string {
  let text = '';
  for (const [index, { name, start }] of columns.entries()) {
    const value = row[index];
    if (value === null) continue;
    text += `${text === '' ? '' : ','}${start}`;
    if (Buffer.isBuffer(value)) {
      const sha256 = createHash('sha256').update(value).digest('hex');
      bytes.set(name, { sha256, length: value.byteLength });
      text += `{"sha256":"${sha256}"}`;
    } else text += JSON.stringify(value);
  }
  return `{${text}}`;
}
