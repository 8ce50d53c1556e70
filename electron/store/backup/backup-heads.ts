import { statSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { TrailHead } from '#shared/domain/records.ts';
import { isOpenHere } from '../../host/open-here.ts';
import { lastAuditEntry } from '../audit/audit.ts';
import { type Anchor, branchOf } from '../audit/trail-heads.ts';
import { setUpReading } from '../connection/pragmas.ts';
import { fileKind } from '../connection/workbook-file.ts';
import { workbookId } from '../connection/workbook-id.ts';
import { listAllBackups, listBackups } from './backup-files.ts';

/** The head of a backup, with what tells whether it is still the same file. */
export interface BackupHead extends TrailHead {
  readonly workbookId: string | null;
  /** As `branchOf`; left out where an earlier version wrote it down. */
  readonly branch?: TrailHead | null | undefined;
  readonly size: number;
  readonly modifiedMs: number;
}

/** The heads of backups by path, as they were read before: most backups never change again. */
export type KnownBackupHeads = Readonly<Record<string, BackupHead>>;

/**
 * The head of each backup in `folder`, of whatever workbook, since one may have been renamed: from the files themselves, a
 * few look-ups in each that is not known, without checking it. One that cannot be read is left out.
 */
export function readBackupHeads(folder: string, known: KnownBackupHeads): KnownBackupHeads {
  return Object.fromEntries(
    listAllBackups(folder).flatMap(({ path }) => {
      const head = headOf(path, known[path]);
      return head === null ? [] : [[path, head] as const];
    }),
  );
}

interface AnchoredWorkbook {
  readonly id: string;
  readonly path: string;
  readonly since: string;
  readonly branch: TrailHead | null;
}

/**
 * The heads of backups as anchors of a workbook: of those with its name, and of those with its identity, whatever name it had
 * then. One with its name and another identity is passed over, unless it was made when this workbook already was: one that
 * was written anew may have been given a new identity with it.
 */
export function anchorsIn(
  workbook: AnchoredWorkbook,
  folder: string,
  heads: KnownBackupHeads,
): readonly Anchor[] {
  const ofName = new Set(listBackups(workbook.path, folder).map(({ path }) => path));
  return listAllBackups(folder).flatMap(({ path, fileName, madeAt }) => {
    const head = heads[path];
    if (head === undefined) return [];
    const isOwn =
      head.workbookId !== workbook.id
        ? ofName.has(path) && madeAt.toISOString() >= workbook.since
        : ofName.has(path) || isOfBranch(head, workbook);
    return isOwn ? [{ sequence: head.sequence, hash: head.hash, source: `the backup “${fileName}”` }] : [];
  });
}

/** A backup under another name is of this very file, or of the time before it was restored or saved under a new name. */
const isOfBranch = (head: BackupHead, { branch }: AnchoredWorkbook): boolean =>
  (head.branch ?? null)?.hash === branch?.hash || (branch !== null && head.sequence < branch.sequence);

function headOf(path: string, known: BackupHead | undefined): BackupHead | null {
  try {
    const found = statSync(path);
    if (!found.isFile() || isOpenHere(found)) return null;
    const { size, mtimeMs: modifiedMs } = found;
    if (known?.branch !== undefined && known.size === size && known.modifiedMs === modifiedMs) return known;
    if (fileKind(path) !== 'workbook') return null;
    const db = new Database(path, { readonly: true, fileMustExist: true });
    try {
      setUpReading(db);
      const last = lastAuditEntry(db);
      if (last === undefined) return null;
      return { ...last, workbookId: workbookId(db), branch: branchOf(db), size, modifiedMs };
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}
