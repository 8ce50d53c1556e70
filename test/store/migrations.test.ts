import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { getAssessment } from '#electron/store/assessments/read-assessments.ts';
import { appendAudit } from '#electron/store/audit/audit.ts';
import { verifyAuditChain } from '#electron/store/audit/audit-chain.ts';
import { asWorkbookDatabase } from '#electron/store/connection/database.ts';
import { APPLICATION_ID } from '#electron/store/connection/workbook-file.ts';
import { migrate, userVersion } from '#electron/store/workbook/migrate.ts';
import { CURRENT_VERSION, MIGRATIONS } from '#electron/store/workbook/migrations/all.ts';
import { schemaDifferences } from '#electron/store/workbook/schema-fingerprint.ts';
import { openWorkbook } from '#electron/store/workbook/workbook.ts';
import { auditRows } from './support/audit-rows.ts';
import { newDraft } from './support/records.ts';
import { failureOf, NOW, options, reopened, temporaryFolder, valueIn } from './support/workbooks.ts';

const folder = resolve(import.meta.dirname, '..', '..', 'electron', 'store', 'workbook', 'migrations');
const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

/** A workbook file as a build that knew the schema only up to `version` would have left it. */
function oldWorkbook(version: number, path = join(temporaryFolder(), 'Old.ballast')): string {
  const db = new Database(path);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(db, upTo(version), () => {
    db.prepare(
      `INSERT INTO workbook VALUES (1, '00000000-0000-4000-8000-000000000001', '2026-01-01T00:00:00.000Z', 'old')`,
    ).run();
    appendAudit(
      asWorkbookDatabase(db, path),
      { actor: 'Ballast', now: NOW },
      {
        action: 'workbook-created',
        subjectOf: 'Workbook',
        detail: 'Created.',
      },
    );
  });
  db.close();
  return path;
}

/** The names of the tables that a step adds; one made anew takes the place and name of the one before. */
const tablesMadeBy = (sql: string): readonly string[] => {
  const anew = [...sql.matchAll(/ALTER TABLE (\w+) RENAME TO/g)].map(([, name]) => name);
  return [...sql.matchAll(/CREATE TABLE (\w+)/g)].flatMap(([, name = '']) =>
    anew.includes(name) ? [] : [name],
  );
};

describe('the steps', () => {
  it('are numbered, one file each, in order', () => {
    const files = readdirSync(folder).filter((name) => /^\d/.test(name));
    expect(files).toEqual(
      MIGRATIONS.map((step) => `${String(step.version).padStart(3, '0')}-${step.name}.ts`),
    );
    expect(MIGRATIONS.map((step) => step.version)).toEqual(
      [...MIGRATIONS.map((s) => s.version)].sort((a, b) => a - b),
    );
  });

  it('make only STRICT tables whose foreign keys all state their actions', () => {
    const db = new Database(':memory:');
    migrate(db);
    const tables = db.pragma('table_list') as readonly {
      name: string;
      schema: string;
      type: string;
      strict: number;
    }[];
    const own = tables.filter(
      (t) => t.schema === 'main' && t.type === 'table' && !t.name.startsWith('sqlite_'),
    );
    expect(own.filter((table) => table.strict !== 1)).toEqual([]);
    const made = MIGRATIONS.flatMap(({ sql }) => tablesMadeBy(sql));
    expect(own.map(({ name }) => name).sort()).toEqual([...made].sort());
    for (const { name } of own) {
      const keys = db.pragma(`foreign_key_list(${name})`) as readonly {
        on_update: string;
        on_delete: string;
      }[];
      for (const key of keys) expect([name, key.on_update, key.on_delete]).not.toContain('NO ACTION');
    }
    db.close();
  });

  it.each(MIGRATIONS.map((step) => [step.version, step] as const))(
    'step %i changes the schema, adds the tables it names and keeps the rows before it',
    (version, step) => {
      const db = new Database(':memory:');
      const before = MIGRATIONS.filter((other) => other.version < version);
      migrate(db, before);
      if (before.length > 0) db.prepare(`INSERT INTO settings VALUES ('k', '1')`).run();
      const names = () => db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
      const schema = () => db.prepare('SELECT sql FROM sqlite_schema ORDER BY name').pluck().all();
      const old = names();
      const oldSchema = schema();
      migrate(db, [step]);
      expect(userVersion(db)).toBe(version);
      expect(schema()).not.toEqual(oldSchema);
      expect(names()).toEqual(expect.arrayContaining(old));
      const wanted = tablesMadeBy(step.sql);
      expect(
        names()
          .filter((name) => !old.includes(name))
          .sort(),
      ).toEqual([...wanted].sort());
      if (before.length > 0) expect(db.prepare('SELECT value FROM settings').pluck().get()).toBe('1');
      db.close();
    },
  );
});

describe('bringing an old workbook up to date', () => {
  it.each(MIGRATIONS.slice(1, -1).map((step) => step.version))(
    'from schema %i: backed up first, then the same schema as a new one',
    (version) => {
      const path = oldWorkbook(version);
      const workbook = reopened(path);
      expect(userVersion(workbook.db)).toBe(CURRENT_VERSION);
      expect(schemaDifferences(workbook.db)).toEqual([]);
      expect(workbook.notices.map(({ kind }) => kind)).toEqual(['migrated']);
      expect(auditRows(workbook.db)[0]?.detail).toContain(`schema ${version} to ${CURRENT_VERSION}`);
      expect(verifyAuditChain(workbook.db).isSound).toBe(true);
      const draft = newDraft(workbook.db);
      expect(valueIn(getAssessment(workbook.db, draft.summary.id)).content).toEqual(draft.content);

      const [backup = ''] = readdirSync(join(path, '..', 'Backups'));
      const old = new Database(join(path, '..', 'Backups', backup), { readonly: true });
      expect(userVersion(old)).toBe(version);
      old.close();
    },
  );

  it('leaves the file as it was when a step fails', () => {
    const path = oldWorkbook(30);
    const db = new Database(path);
    const broken = {
      version: 35,
      name: 'broken',
      sql: 'CREATE TABLE half (x) STRICT; CREATE TABLE half (x) STRICT;',
    };
    expect(() => migrate(db, [broken])).toThrow();
    expect(userVersion(db)).toBe(30);
    expect(db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'half'`).pluck().get()).toBe(0);
    db.close();
  });

  it('does not begin when the backup cannot be made', () => {
    const folderOfBook = temporaryFolder();
    const path = oldWorkbook(40, join(folderOfBook, 'Old.ballast'));
    const blocked = join(folderOfBook, 'Old.ballast', 'Backups');
    const failure = failureOf(openWorkbook(path, { ...options('open'), backupFolder: blocked }));
    expect(failure.message).toContain('must be backed up before');
    const db = new Database(path, { readonly: true });
    expect(userVersion(db)).toBe(40);
    db.close();
  });
});

describe('step 90', () => {
  const partsAt80 = (db: Database.Database, isOf80: boolean) => {
    migrate(db, upTo(isOf80 ? 80 : 73));
    db.pragma('foreign_keys = OFF');
    const bound = (sequence: number, action: string, facts: object, detail = '') =>
      db
        .prepare(
          `INSERT INTO audit VALUES (?, '2026-01-01T00:00:00.000Z', 'Ada', ?, NULL, NULL, NULL, 'Workbook', ?, ?, ?)`,
        )
        .run(sequence, action, detail, JSON.stringify(facts), 'a'.repeat(64));
    db.exec('DROP TRIGGER part_terms_insert_in_draft');
    bound(1, 'assessment-saved', { records: { 'assessment before': 'b'.repeat(64) } });
    if (isOf80) bound(2, 'workbook-migrated', {}, 'Brought from schema 73 to 80 with Ballast 0.1.0.');
    bound(isOf80 ? 3 : 2, 'assessment-saved', { records: { 'assessment after': 'c'.repeat(64) } });
    const clause = isOf80 ? ', 0' : '';
    for (const id of ['after', 'before'])
      db.exec(
        `INSERT INTO part_terms VALUES ('${id}', 0, 'protocol', 100, 0, 0, NULL, 0, 1, NULL, NULL${clause})`,
      );
    if (isOf80) {
      const part = `'clause', 0, 'protocol', 100, 0, 0, NULL, 0, 1, NULL, NULL, 1`;
      db.exec(`INSERT INTO part_terms VALUES (${part})`);
    }
    const steps = MIGRATIONS.filter(({ version }) => version > (isOf80 ? 80 : 73) && version <= 90);
    for (const { sql } of steps) db.exec(sql);
    return db.prepare('SELECT assessment_id, has_average_clause FROM part_terms ORDER BY 1').raw().all();
  };

  it('leaves nothing in the parts of records that were bound before parts had a clause', () => {
    expect(partsAt80(new Database(':memory:'), false)).toEqual([
      ['after', null],
      ['before', null],
    ]);
  });

  it('keeps what was bound with the clause as it was bound', () => {
    expect(partsAt80(new Database(':memory:'), true)).toEqual([
      ['after', 0],
      ['before', null],
      ['clause', 1],
    ]);
  });

  it('takes incidents whose day is not known, and leaves nothing with those of before', () => {
    const db = new Database(':memory:');
    migrate(db, upTo(80));
    db.pragma('foreign_keys = OFF');
    db.exec(`DROP TRIGGER incidents_insert_in_draft; DROP TRIGGER incidents_update_in_draft;
INSERT INTO incidents VALUES ('a', 0, 'i1', '2024-03-10', NULL, 'key-hot', 'own', 1, 1, 1, 'verified', 1, 5, 'full30', NULL, NULL)`);
    db.exec(MIGRATIONS.find(({ version }) => version === 90)?.sql ?? '');
    const added = () => db.prepare('SELECT date_precision, is_never_disclosed FROM incidents').raw().all();
    expect(added()).toEqual([[null, null]]);
    db.exec(`UPDATE incidents SET date_precision = 'month', is_never_disclosed = 1`);
    expect(added()).toEqual([['month', 1]]);
    expect(() => db.exec(`UPDATE incidents SET date_precision = 'week'`)).toThrow(/CHECK/);
  });
});

describe('step 80', () => {
  it('keeps every incident and part as it was, and takes figures that are not known', () => {
    const db = new Database(':memory:');
    migrate(db, upTo(70));
    db.pragma('foreign_keys = OFF');
    db.exec(`DROP TRIGGER incidents_insert_in_draft; DROP TRIGGER part_terms_insert_in_draft;
INSERT INTO incidents VALUES ('a', 0, 'i1', '2024-03-10', NULL, 'key-hot', 'own', 620000000, 110000000, 145000000000,
  'verified', 100.0, 5.0, 'full30', 'note', 'source');
INSERT INTO part_terms VALUES ('a', 0, 'crime-online', 2500000000, 125000000, 0, NULL, 0, 1, NULL, NULL);`);
    const before = db.prepare('SELECT * FROM incidents').all();
    const rebuilt = MIGRATIONS.filter(({ version }) => version === 80);
    db.exec(rebuilt.map(({ sql }) => sql).join('\n'));
    expect(db.prepare('SELECT * FROM incidents').all()).toEqual(before);
    expect(db.prepare('SELECT limit_minor, has_average_clause FROM part_terms').raw().all()).toEqual([
      [2_500_000_000, 0],
    ]);
    db.exec('DROP TRIGGER incidents_update_in_draft');
    db.exec(`UPDATE incidents SET loss_minor = NULL, recovered_minor = NULL, assets_at_time_minor = NULL,
  users_made_whole_percent = NULL`);
    expect(() => db.exec('UPDATE incidents SET loss_minor = -1')).toThrow(/CHECK/);
    db.close();
  });

  it('keeps guarding the incidents of a finalised assessment', () => {
    const db = new Database(':memory:');
    migrate(db);
    const triggers = db
      .prepare(
        `SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'incidents' ORDER BY name`,
      )
      .pluck()
      .all();
    expect(triggers).toEqual([
      'incidents_delete_in_draft',
      'incidents_insert_in_draft',
      'incidents_update_in_draft',
    ]);
    db.close();
  });
});
