import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import type { SalvageReport } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { lookAt } from '../../host/look-at.ts';
import { openHereFailure } from '../../host/open-here.ts';
import { appendAudit } from '../audit/audit.ts';
import { intoNewFile } from '../backup/new-file.ts';
import { asWorkbookDatabase } from '../connection/database.ts';
import { insertRow } from '../connection/table.ts';
import { APPLICATION_ID } from '../connection/workbook-file.ts';
import { workbookTable } from '../connection/workbook-id.ts';
import { createWorkbookFile } from '../workbook/create-workbook-file.ts';
import { lockedByLiving } from '../workbook/lock-file.ts';
import { migrate, pendingSteps, userVersion } from '../workbook/migrate.ts';
import { MIGRATIONS } from '../workbook/migrations/all.ts';
import { lockedFailure } from '../workbook/opening-messages.ts';
import { copyRows, type TableSalvage } from './copy-rows.ts';
import { lossSentences, TABLES_GUESSED } from './losses.ts';
import { openDamaged } from './open-damaged.ts';

/** Scratch folders of a salvage begin so. */
export const SALVAGE_PREFIX = 'ballast-salvage-';

/**
 * Makes a new workbook of all that can still be read of a damaged one, row by row, and says what is lost. The damaged file
 * is only read, and no other file is overwritten. What is saved is not altered: where entries of the audit trail are lost,
 * the check of the new workbook says so for ever.
 */
export function salvageWorkbook(
  path: string,
  newPath: string,
  { appVersion, now }: { readonly appVersion: string; readonly now: Date },
): Result<SalvageReport> {
  const name = basename(path);
  const found = lookAt(path);
  if (found?.isFile() !== true) return failed('not-found', `There is no file “${name}” to salvage.`);
  if (found.size === 0)
    return failed(
      'workbook-damaged',
      `“${name}” is empty, so there is nothing to salvage. Restore the newest backup.`,
    );
  const openHere = openHereFailure(path);
  if (openHere !== null) return { ok: false, failure: openHere };
  if (lockedByLiving(path)) return { ok: false, failure: lockedFailure(path, now) };
  const folder = mkdtempSync(join(tmpdir(), SALVAGE_PREFIX));
  try {
    return intoNewFile(newPath, (temporary) => {
      const sample = join(folder, 'new.ballast');
      createWorkbookFile(sample, appVersion, now);
      const source = openDamaged(path, folder, sample);
      if (source === null) {
        return failed(
          'workbook-damaged',
          `Nothing can be made out in “${name}”: what says where its tables begin is damaged, or they are gone. Restore the newest backup to a new file.`,
        );
      }
      try {
        const { db: damaged, areTablesKnown } = source;
        const report = rebuild(damaged, temporary, { name, appVersion, now, areTablesKnown });
        return success({ ...report, fileName: basename(newPath) });
      } finally {
        source.db.close();
      }
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Salvage {
  readonly areTablesKnown: boolean;
  readonly name: string;
  readonly appVersion: string;
  readonly now: Date;
}

function rebuild(
  source: Database.Database,
  path: string,
  { name, appVersion, now, areTablesKnown }: Salvage,
): Omit<SalvageReport, 'fileName'> {
  const raw = new Database(path);
  try {
    const db = asWorkbookDatabase(raw, path);
    raw.pragma('trusted_schema = OFF');
    raw.pragma(`application_id = ${APPLICATION_ID}`);
    const version = versionOf(source);
    migrate(
      raw,
      MIGRATIONS.filter((step) => step.version <= version),
    );
    const tables = withoutTriggers(raw, () => copyRows(source, raw));
    const isAnonymous = raw.prepare('SELECT count(*) FROM workbook').pluck().get() === 0;
    const losses = [...(areTablesKnown ? [] : [TABLES_GUESSED]), ...lossSentences(raw, tables, isAnonymous)];
    const saved = tables.reduce((sum, table) => sum + table.saved, 0);
    const lost = tables.reduce((sum, table) => sum + (table.lost ?? 0), 0);
    const record = () => {
      if (isAnonymous)
        insertRow(raw, workbookTable, {
          onlyRow: 1,
          id: randomUUID(),
          createdAt: now.toISOString(),
          createdWith: appVersion,
        });
      appendAudit(
        db,
        { actor: 'Ballast', now },
        {
          action: 'workbook-salvaged',
          subjectOf: 'Workbook',
          detail: `Salvaged from “${name}”: ${saved} rows saved, ${lost === 0 ? 'none known to be lost' : `${lost} known to be lost`}.`,
        },
      );
    };
    const steps = pendingSteps(raw);
    if (steps.length > 0) migrate(raw, steps, record);
    else raw.transaction(record).immediate();
    return { saved, lost, losses, isWhole: losses.length === 0 };
  } finally {
    raw.close();
  }
}

/** The version that the file says, if there ever was such a one; else the newest: its rows then tell what is missing. */
function versionOf(source: Database.Database): number {
  const version = userVersion(source);
  return MIGRATIONS.some((step) => step.version === version) ? version : (MIGRATIONS.at(-1)?.version ?? 0);
}

/** Protections refuse rows that come in another order than work makes them; they are put back word for word. */
function withoutTriggers(
  db: Database.Database,
  work: () => readonly TableSalvage[],
): readonly TableSalvage[] {
  const triggers = db
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`)
    .all() as readonly { readonly name: string; readonly sql: string }[];
  db.pragma('foreign_keys = OFF');
  try {
    for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
    const done = db.transaction(work)();
    for (const { sql } of triggers) db.exec(sql);
    return done;
  } finally {
    db.pragma('foreign_keys = ON');
  }
}
