import Database from 'better-sqlite3';
import { migrate } from './migrate.ts';

const SCHEMA = `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type, name`;

interface SchemaItem {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

let expected: ReadonlyMap<string, string> | null = null;

function items(db: Database.Database): ReadonlyMap<string, string> {
  const rows = db.prepare(SCHEMA).all() as readonly SchemaItem[];
  return new Map(rows.map((row) => [`${row.type} ${row.name}`, row.sql ?? '']));
}

function expectedItems(): ReadonlyMap<string, string> {
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
 * How the tables, indices and triggers of the workbook differ from those that the migrations make, one short phrase each.
 * A missing trigger means that finalised work was not protected.
 */
export function schemaDifferences(db: Database.Database): readonly string[] {
  const found = items(db);
  const wanted = expectedItems();
  const differences: string[] = [];
  for (const [name, sql] of wanted) {
    const own = found.get(name);
    if (own === undefined) differences.push(`${name} is missing`);
    else if (own !== sql) differences.push(`${name} is altered`);
  }
  for (const name of found.keys()) if (!wanted.has(name)) differences.push(`${name} was added`);
  return differences;
}
