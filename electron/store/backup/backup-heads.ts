import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { TrailHead } from '#shared/domain/records.ts';
import { isOpenHere } from '../../host/open-here.ts';
import { lastAuditEntry } from '../audit/audit.ts';
import type { Anchor } from '../audit/trail-heads.ts';
import { setUpReading } from '../connection/pragmas.ts';
import { fileKind } from '../connection/workbook-file.ts';
import { workbookId } from '../connection/workbook-id.ts';
import { listBackups } from './backup-files.ts';

/** The head of a backup, with what tells whether it is still the same file. */
export interface BackupHead extends TrailHead {
  readonly workbookId: string | null;
  readonly size: number;
  readonly modifiedMs: number;
}

/** The heads of backups by path, as they were read before: most backups never change again. */
export type KnownBackupHeads = Readonly<Record<string, BackupHead>>;

/**
 * The head of each backup of this workbook in `folder`, from the files themselves: two look-ups in each that is not known,
 * without checking it. One that cannot be read is left out.
 */
export function readBackupHeads(
  workbookPath: string,
  folder: string,
  known: KnownBackupHeads,
): KnownBackupHeads {
  return Object.fromEntries(
    listBackups(workbookPath, folder).flatMap(({ path }) => {
      const head = headOf(path, known[path]);
      return head === null ? [] : [[path, head] as const];
    }),
  );
}

/**
 * The heads of backups as anchors of a workbook. One of another identity is passed over, unless it was made when this
 * workbook already was: one that was written anew may have been given a new identity with it.
 */
export function anchorsIn(
  workbook: { readonly id: string; readonly path: string; readonly since: string },
  folder: string,
  heads: KnownBackupHeads,
): readonly Anchor[] {
  return listBackups(workbook.path, folder).flatMap(({ path, fileName, madeAt }) => {
    const head = heads[path];
    if (head === undefined) return [];
    if (head.workbookId !== workbook.id && madeAt.toISOString() < workbook.since) return [];
    return [{ sequence: head.sequence, hash: head.hash, source: `the backup “${fileName}”` }];
  });
}

function headOf(path: string, known: BackupHead | undefined): BackupHead | null {
  try {
    const found = statSync(path);
    if (!found.isFile() || isOpenHere(found)) return null;
    const { size, mtimeMs: modifiedMs } = found;
    if (known?.size === size && known.modifiedMs === modifiedMs) return known;
    if (fileKind(path) !== 'workbook') return null;
    const db = new Database(path, { readonly: true, fileMustExist: true });
    try {
      setUpReading(db);
      const last = lastAuditEntry(db);
      return last === undefined ? null : { ...last, workbookId: workbookId(db), size, modifiedMs };
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}
