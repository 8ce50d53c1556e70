import Database from 'better-sqlite3';
import { wordsOf } from '../connection/table-words.ts';
import { migrate } from './migrate.ts';

const SCHEMA = `
SELECT type, name, tbl_name AS ofTable, sql FROM sqlite_schema
WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`;

interface SchemaItem {
  readonly type: string;
  readonly name: string;
  readonly ofTable: string;
  readonly sql: string | null;
}
type Items = ReadonlyMap<string, SchemaItem>;

let expected: Items | null = null;

function items(db: Database.Database): Items {
  const rows = db.prepare(SCHEMA).all() as readonly SchemaItem[];
  return new Map(rows.map((row) => [`${row.type} ${row.name}`, row]));
}

function expectedItems(): Items {
  if (expected === null) {
    const model = new Database(':memory:');
    try {
      migrate(model);
      expected = items(model);
    } finally {
      model.close();
    }
  }
  return expected;
}

/**
 * How the tables, indices and triggers of the workbook differ from those that the migrations make, one short phrase each,
 * in the words of people. A protection that is missing means that finalised work could be changed.
 */
export function schemaDifferences(db: Database.Database): readonly string[] {
  const found = items(db);
  const wanted = expectedItems();
  const differing = [...wanted].flatMap(([key, item]) => {
    const own = found.get(key);
    if (own === undefined) return [{ item, how: 'missing' }];
    return own.sql === item.sql ? [] : [{ item, how: 'altered' }];
  });
  const counts = new Map<string, number>();
  for (const { item, how } of differing) {
    const key = `${item.type}|${item.ofTable}|${how}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const added = [...found].filter(([key]) => !wanted.has(key)).map(([, { name }]) => `“${name}” was added`);
  return [...[...counts].map(([key, count]) => phrase(key, count)), ...added];
}

const CALLED: Readonly<Record<string, readonly [one: string, several: string]>> = {
  table: ['the table', 'the tables'],
  index: ['an index', 'indices'],
  trigger: ['a protection', 'protections'],
};

function phrase(key: string, count: number): string {
  const [type = '', table = '', how = ''] = key.split('|');
  const [one = type, several = type] = CALLED[type] ?? [];
  return count === 1
    ? `${one} of ${wordsOf(table)} is ${how}`
    : `${count} ${several} of ${wordsOf(table)} are ${how}`;
}
