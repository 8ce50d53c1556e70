import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { forge, NOW } from '#test/store/support/results.ts';
import { untouched } from './corruptions.ts';
import type { Random } from './random.ts';
import { standingOf } from './read-all.ts';
import { Counting, type SoakKind, type SoakRoom } from './soak-kind.ts';

interface Target {
  readonly table: string;
  readonly column: string;
  readonly key: string;
  readonly type: string;
}

/** Every column of every table, in an order that a seed gives. */
function targetsOf(path: string, random: Random): readonly Target[] {
  const db = new Database(path, { readonly: true });
  try {
    const names = db
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
      .pluck()
      .all()
      .map(String)
      .filter((name) => Number(db.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()) > 0);
    const all = names.flatMap((table) => {
      const columns = db.pragma(`table_info("${table}")`) as readonly {
        name: string;
        pk: number;
        type: string;
      }[];
      const key = columns.find(({ pk }) => pk === 1)?.name ?? 'rowid';
      return columns.map(({ name, type }) => ({ table, column: name, key, type }));
    });
    return random.shuffled(all);
  } finally {
    db.close();
  }
}

/** Another value of the same kind, which the table's own rules may still refuse. */
function another(value: unknown, type: string, random: Random): unknown {
  if (value === null) return type === 'BLOB' ? Buffer.from([7]) : type === 'TEXT' ? 'x' : 1 + random.below(9);
  if (typeof value === 'number')
    return Number.isInteger(value)
      ? value === 0
        ? 1
        : value === 1
          ? 0
          : value + 1 + random.below(9)
      : value / 2;
  if (Buffer.isBuffer(value)) return Buffer.concat([value.subarray(1), Buffer.from([7])]);
  const text = String(value);
  if (text === '') return 'x';
  const digits = [...text.matchAll(/\d/g)].map(({ index }) => index);
  if (digits.length > 0) {
    const at = random.pick(digits);
    return `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`;
  }
  const at = random.below(text.length);
  return `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
}

async function run({ folder, workbook, random, count, isTimeOver }: SoakRoom) {
  const counting = new Counting();
  const original = await untouched(folder, workbook);
  const targets = targetsOf(workbook, random);
  for (let i = 0; i < count && !isTimeOver(); i += 1) {
    const target = targets[i % targets.length];
    if (target === undefined) break;
    const place = join(folder, `t${i}`);
    mkdirSync(place);
    const path = join(place, 'Book.ballast');
    copyFileSync(workbook, path);
    const name = `${target.table}.${target.column}`;
    try {
      if (!changeOne(path, target, random)) counting.end('refused by the table itself, or nothing to change');
      else {
        const standing = await standingOf(path, NOW);
        if (standing.kind === 'refused') counting.end('refused with a sentence');
        else if (standing.kind === 'named') counting.end('named by the check');
        else if (standing.said === original) counting.end('sound, and nothing shown differs');
        else counting.wrong(`case ${i}: ${name} was changed, another value is shown, and no word of it`);
      }
    } catch (error) {
      counting.wrong(`case ${i} (${name}): threw ${error instanceof Error ? error.stack : String(error)}`);
    }
    rmSync(place, { recursive: true, force: true });
  }
  return counting.tally;
}

function changeOne(path: string, { table, column, key, type }: Target, random: Random): boolean {
  let isDone = false;
  forge(path, (db) => {
    const rows = db.prepare(`SELECT "${key}" AS k, "${column}" AS v FROM "${table}"`).all() as readonly {
      readonly k: unknown;
      readonly v: unknown;
    }[];
    const row = random.pick(rows);
    const value = another(row.v, type, random);
    // Another program need not keep to what the table allows.
    db.pragma('ignore_check_constraints = ON');
    try {
      isDone =
        db
          .prepare(`UPDATE "${table}" SET "${column}" = ? WHERE "${key}" = ? AND "${column}" IS ?`)
          .run(value, row.k, row.v).changes > 0;
    } catch (error) {
      if (!(error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT'))) throw error;
    }
  });
  return isDone;
}

export const targetedKind: SoakKind = { name: 'targeted-corruptions', whole: 500, short: 10, run };
