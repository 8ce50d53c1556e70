import type Database from 'better-sqlite3';
import { errorCode } from '../../host/system-error.ts';
import { readRows, shapeOf } from './read-rows.ts';

/** What became of one table. */
export interface TableSalvage {
  readonly table: string;
  readonly saved: number;
  /** Null where nothing tells how many rows there were. */
  readonly lost: number | null;
}

const TABLES = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid`;

/**
 * Copies what can be read of each table of `target` from `source`. A row that the table refuses is damaged and lost, and so
 * is one whose parent is lost.
 */
export function copyRows(source: Database.Database, target: Database.Database): readonly TableSalvage[] {
  const names = target.prepare(TABLES).pluck().all().map(String);
  const read = names.map((name) => copyTable(source, target, name));
  const orphans = removeOrphans(target);
  return read.map((item) => {
    const alone = orphans.get(item.table) ?? 0;
    return {
      table: item.table,
      saved: item.saved - alone,
      lost: item.lost === null ? (alone > 0 ? alone : null) : item.lost + alone,
    };
  });
}

function copyTable(source: Database.Database, target: Database.Database, name: string): TableSalvage {
  const shape = shapeOf(target, name);
  const { rows, expected } = readRows(
    source,
    shape,
    shape.key[0] === 'assessment_id' ? ownersIn(target) : [],
  );
  const insert = target.prepare(
    `INSERT INTO "${name}" (${shape.columns.map((column) => `"${column}"`).join(', ')}) VALUES (${shape.columns.map(() => '?').join(', ')})`,
  );
  let saved = 0;
  for (const row of rows) {
    try {
      insert.run(...shape.columns.map((column) => row[column]));
      saved += 1;
    } catch (error) {
      const code = errorCode(error) ?? '';
      if (!code.startsWith('SQLITE_CONSTRAINT') && code !== 'SQLITE_MISMATCH') throw error;
    }
  }
  return { table: name, saved, lost: expected === null ? null : Math.max(expected - saved, 0) };
}

/** The assessments that content may belong to: those saved, and those that the audit trail tells of. */
const ownersIn = (target: Database.Database): readonly string[] =>
  target
    .prepare(
      `SELECT id FROM assessments UNION SELECT assessment_id FROM audit WHERE assessment_id IS NOT NULL`,
    )
    .pluck()
    .all()
    .map(String);

/** Rows whose parent is lost mean nothing; removing them may orphan others. Gives how many of each table. */
function removeOrphans(target: Database.Database): ReadonlyMap<string, number> {
  const removed = new Map<string, number>();
  for (;;) {
    const orphans = target.pragma('foreign_key_check') as readonly {
      readonly table: string;
      readonly rowid: number | null;
      readonly parent: string;
    }[];
    if (orphans.length === 0) return removed;
    for (const table of new Set(orphans.map((orphan) => orphan.table))) {
      const count = removeOrphansOf(target, table);
      removed.set(table, (removed.get(table) ?? 0) + count);
    }
  }
}

function removeOrphansOf(target: Database.Database, table: string): number {
  const links = target.pragma(`foreign_key_list("${table}")`) as readonly {
    readonly table: string;
    readonly from: string;
    readonly to: string;
  }[];
  return links.reduce((count, { table: parent, from, to }) => {
    const gone = target
      .prepare(
        `DELETE FROM "${table}" WHERE "${from}" IS NOT NULL AND "${from}" NOT IN (SELECT "${to}" FROM "${parent}")`,
      )
      .run();
    return count + gone.changes;
  }, 0);
}
