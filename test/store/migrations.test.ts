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
    expect(own.length).toBe(MIGRATIONS.flatMap((step) => [...step.sql.matchAll(/CREATE TABLE/g)]).length);
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
    'step %i adds its tables and keeps the rows before it',
    (version, step) => {
      const db = new Database(':memory:');
      const before = MIGRATIONS.filter((other) => other.version < version);
      migrate(db, before);
      if (before.length > 0) db.prepare(`INSERT INTO settings VALUES ('k', '1')`).run();
      const names = () => db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).pluck().all();
      const old = names();
      migrate(db, [step]);
      expect(userVersion(db)).toBe(version);
      expect(names()).toEqual(expect.arrayContaining(old));
      const wanted = [...step.sql.matchAll(/CREATE TABLE (\w+)/g)].map(([, name]) => name);
      expect(step.sql).toMatch(/CREATE (TABLE|INDEX)/);
      expect(
        names()
          .filter((name) => !old.includes(name))
          .sort(),
      ).toEqual(wanted.sort());
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
