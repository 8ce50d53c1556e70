import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { openSeenWorkbooks } from '#electron/host/seen-workbooks.ts';
import { idsOfKind, type RecordKind } from '#electron/store/audit/record-hash.ts';
import { RECORD_KINDS } from '#electron/store/workbook/bind-records.ts';
import { forge } from '#test/store/support/results.ts';
import { type History, makeHistory } from './history.ts';
import type { Random } from './random.ts';
import { standingOf } from './read-all.ts';
import { Counting, type SoakKind, type SoakRoom } from './soak-kind.ts';

// Whole records taken away, put in another's place, or set back to what they were once, with the protections put back; and
// the whole file set back. Nothing is recomputed (that is a forgery). A file that is an earlier state of itself can only be
// betrayed by what stands outside it, so that each case is opened as on the computer where the workbook was worked on.

interface Case {
  readonly path: string;
  readonly history: History;
  readonly random: Random;
}

/** Does harm to the workbook at `path`; says what, or null where this time there was nothing to do it to. */
type Harm = (work: Case) => string | null;

const tablesOf = (kind: RecordKind) => kind.tables.map(({ name, key }) => ({ name, key: key[0] ?? '' }));

/** A kind of record of which there are at least `count`, and so many of its ids. */
function someRecords(db: Database.Database, random: Random, count: number) {
  const kinds = RECORD_KINDS.map((kind) => ({ kind, ids: idsOfKind(db, kind) })).filter(
    ({ ids }) => ids.length >= count,
  );
  if (kinds.length === 0) return null;
  const { kind, ids } = random.pick(kinds);
  return { kind, ids: random.shuffled(ids).slice(0, count) };
}

const HARMS: Readonly<Record<string, Harm>> = {
  'a record removed': ({ path, random }) => {
    let what: string | null = null;
    forge(path, (db) => {
      const some = someRecords(db, random, 1);
      if (some === null) return;
      for (const { name, key } of tablesOf(some.kind).toReversed())
        db.prepare(`DELETE FROM ${name} WHERE ${key} = ?`).run(some.ids[0]);
      what = some.kind.name;
    });
    return what;
  },

  'every record of a kind removed': ({ path, random }) => {
    const kind = random.pick(RECORD_KINDS);
    let count = 0;
    forge(path, (db) => {
      for (const { name } of tablesOf(kind).toReversed())
        count += db.prepare(`DELETE FROM ${name}`).run().changes;
    });
    return count === 0 ? null : kind.name;
  },

  'two records changed places': ({ path, random }) => {
    let what: string | null = null;
    forge(path, (db) => {
      db.pragma('ignore_check_constraints = ON');
      const some = someRecords(db, random, 2);
      if (some === null) return;
      const [a, b] = some.ids;
      // All of them, or what belongs to the record and not its own row.
      const tables = random.below(2) === 0 ? tablesOf(some.kind) : tablesOf(some.kind).slice(1);
      let count = 0;
      for (const { name, key } of tables) {
        const move = db.prepare(`UPDATE ${name} SET ${key} = ? WHERE ${key} = ?`);
        for (const [to, from] of [
          ['aside', a],
          [a, b],
          [b, 'aside'],
        ])
          count += move.run(to, from).changes;
      }
      if (count > 0) what = some.kind.name;
    });
    return what;
  },

  'rows of one record given to another': ({ path, random }) => {
    let what: string | null = null;
    forge(path, (db) => {
      const some = someRecords(db, random, 2);
      const parts = some === null ? [] : tablesOf(some.kind).slice(1);
      if (some === null || parts.length === 0) return;
      const { name, key } = random.pick(parts);
      const [a, b] = some.ids;
      const moved = db.prepare(`UPDATE OR REPLACE ${name} SET ${key} = ? WHERE ${key} = ?`).run(b, a);
      if (moved.changes > 0) what = name;
    });
    return what;
  },

  'an entry of the trail removed': ({ path, random }) => {
    forge(path, (db) => {
      const last = Number(db.prepare('SELECT max(sequence) FROM audit').pluck().get());
      const from = 1 + random.below(last);
      // One, or all from there on.
      db.prepare('DELETE FROM audit WHERE sequence BETWEEN ? AND ?').run(
        from,
        random.below(2) === 0 ? from : last,
      );
    });
    return 'audit';
  },

  'two entries of the trail changed places': ({ path, random }) => {
    forge(path, (db) => {
      const last = Number(db.prepare('SELECT max(sequence) FROM audit').pluck().get());
      const [a, b] = random.shuffled(Array.from({ length: last }, (_, i) => i + 1));
      const move = db.prepare('UPDATE audit SET sequence = ? WHERE sequence = ?');
      move.run(last + 1, a);
      move.run(a, b);
      move.run(b, last + 1);
    });
    return 'audit';
  },

  'a record set back': ({ path, history, random }) => {
    const earlier = random.pick(history.states);
    let what: string | null = null;
    forge(path, (db) => {
      db.prepare('ATTACH ? AS earlier').run(earlier);
      const changed = RECORD_KINDS.flatMap((kind) =>
        idsOfKind(db, kind)
          .filter((id) => tablesOf(kind).some((table) => isOther(db, table, id)))
          .map((id) => ({ kind, id })),
      );
      if (changed.length > 0) {
        const { kind, id } = random.pick(changed);
        for (const { name, key } of tablesOf(kind)) {
          db.prepare(`DELETE FROM main.${name} WHERE ${key} = ?`).run(id);
          db.prepare(`INSERT INTO main.${name} SELECT * FROM earlier.${name} WHERE ${key} = ?`).run(id);
        }
        what = kind.name;
      }
      db.exec('DETACH earlier');
    });
    return what;
  },

  'the whole file set back': ({ path, history, random }) => {
    copyFileSync(random.pick(history.states), path);
    return 'workbook';
  },

  'the log lost': ({ path, history: { unfinished } }) => {
    copyFileSync(unfinished.file, path);
    return 'log';
  },

  'the log cut': ({ path, history: { unfinished }, random }) => {
    copyFileSync(unfinished.file, path);
    const log = readFileSync(unfinished.log);
    writeFileSync(`${path}-wal`, log.subarray(0, random.below(log.length)));
    return 'log';
  },
};

/** Whether a record has other rows in a table than it had. */
function isOther(db: Database.Database, { name, key }: { name: string; key: string }, id: string): boolean {
  const rows = (schema: string) => `SELECT * FROM ${schema}.${name} WHERE ${key} = @id`;
  const differ = (a: string, b: string): boolean =>
    db
      .prepare(`SELECT EXISTS (${rows(a)} EXCEPT ${rows(b)})`)
      .pluck()
      .get({ id }) === 1;
  return differ('main', 'earlier') || differ('earlier', 'main');
}

async function run({ folder, workbook, random, count, isTimeOver }: SoakRoom) {
  const counting = new Counting();
  const history = makeHistory(folder, workbook);
  const names = Object.keys(HARMS);
  // Some find nothing to do it to, and do not count.
  for (let i = 0; counting.tally.tried < count && i < 4 * count && !isTimeOver(); i += 1) {
    const name = names[i % names.length] ?? '';
    const place = join(folder, `r${i}`);
    mkdirSync(place);
    const path = join(place, 'Book.ballast');
    copyFileSync(history.book, path);
    try {
      const what = HARMS[name]?.({ path, history, random }) ?? null;
      if (what !== null) {
        const seen = openSeenWorkbooks(place);
        seen.recordHead({ id: history.id, path }, history.head, { now: new Date() });
        const standing = await standingOf(path, new Date(), seen);
        if (standing.kind === 'sound') counting.wrong(`case ${i}: ${name} (${what}), and no word of it`);
        else counting.end(standing.kind === 'refused' ? 'refused with a sentence' : 'named');
      }
    } catch (error) {
      counting.wrong(`case ${i} (${name}): threw ${error instanceof Error ? error.stack : String(error)}`);
    }
    rmSync(place, { recursive: true, force: true });
  }
  return counting.tally;
}

export const recordsKind: SoakKind = { name: 'removed-moved-set-back', whole: 200, short: 10, run };
