import { basename, dirname, join } from 'node:path';
import type { Backup, Backups } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { fittingName } from '../host/file-name.ts';
import { sha256OfFile } from '../host/hash-file.ts';
import type { KnownPricesFile } from '../host/known-prices.ts';
import { log } from '../host/log.ts';
import { lookAt } from '../host/look-at.ts';
import { isPathOpenHere } from '../host/open-here.ts';
import {
  addProof,
  lastProof,
  type openRestoreProofs,
  type TriedFile,
  trialOf,
} from '../host/restore-proofs.ts';
import type { SeenWorkbooks } from '../host/seen-workbooks.ts';
import type { BackupService, WorkbookSession } from '../ipc/context.ts';
import { lastAuditEntry } from '../store/audit/audit.ts';
import { enterWorkbookEvent } from '../store/audit/workbook-event.ts';
import { backUpIfChanged, backUpIfDue, backUpInSlices, FUTURE_SLACK_MS } from '../store/backup/back-up.ts';
import {
  type BackupFile,
  backupFolderOf,
  backupFoldersOf,
  listBackups,
} from '../store/backup/backup-files.ts';
import { restoreBackup } from '../store/backup/restore-backup.ts';
import type { BackgroundWork } from '../store/check/background-work.ts';
import { anchorsOf } from '../store/check/keep-heads.ts';
import { workbookId } from '../store/connection/workbook-id.ts';
import type { Workbook } from '../store/workbook/workbook.ts';
import type { ModelsToPriceBy } from './workbook-checker.ts';

interface KeeperOptions {
  readonly session: WorkbookSession;
  readonly chosenFolder: () => string | null;
  readonly proofs: ReturnType<typeof openRestoreProofs>;
  readonly work: Pick<BackgroundWork, 'checkCopy' | 'rehearse' | 'salvage'>;
  readonly models: () => ModelsToPriceBy;
  /** Premiums computed here before; a rehearsal computes none of them again. */
  readonly known: () => KnownPricesFile;
  /** What this installation remembers of workbooks. */
  readonly seen: SeenWorkbooks;
  /** The public key by which this installation countersigns. */
  readonly ownKeys: () => readonly string[];
  readonly appVersion: string;
  readonly now: () => Date;
  /** Tells the window that there is another backup, or another trial of one. */
  readonly onChanged: () => void;
}

interface BackupKeeper extends BackupService {
  /** Makes the backups that are due and tries the newest; what fails becomes a notice. Safe to call at any time. */
  readonly look: () => Promise<void>;
}

/** A backup in one of the folders where they are made. */
interface Standing extends BackupFile, TriedFile {}

const MOST_LISTED = 200;
const NOT_MADE = 'The backup was not made. Try again.';
/** Imports in quick succession are one, as far as a backup before them is concerned. */
const IMPORTS_APART_MS = 5 * 60_000;

/** Keeps backups of the open workbook: makes them, tries that they can be restored, and restores them. */
export function createBackupKeeper(options: KeeperOptions): BackupKeeper {
  const { session, chosenFolder, proofs, work, seen, ownKeys, models, known, appVersion, now, onChanged } =
    options;
  let running: Promise<void> | null = null;
  let earlier: string | null = null;

  /** The workbook that is open, or that was to be opened and could not be. */
  const place = (): { readonly path: string } | null => {
    const open = session.current();
    if (open !== null) return open;
    const { name, folder } = session.info();
    return name === '' ? null : { path: join(folder, name) };
  };
  const foldersOf = ({ path }: { readonly path: string }): readonly string[] =>
    backupFoldersOf(path, chosenFolder());
  const standing = (workbook: { readonly path: string }): readonly Standing[] =>
    foldersOf(workbook)
      .flatMap((folder) =>
        listBackups(workbook.path, folder).map((backup) => ({ ...backup, folder, ...looksOf(backup.path) })),
      )
      .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
  const isCurrent = (workbook: Workbook): boolean => session.current() === workbook && workbook.db.open;

  async function backUp(workbook: Workbook, make: typeof backUpIfDue): Promise<void> {
    const failures: string[] = [];
    for (const folder of foldersOf(workbook)) {
      if (!isCurrent(workbook)) return;
      const outcome = await make(workbook, { now: now(), folder }, work.checkCopy);
      if (outcome.ok || outcome.failure.code === 'cancelled') continue;
      log.warn(`No backup was made in ${folder}: ${outcome.failure.message}`);
      failures.push(outcome.failure.message);
    }
    if (!isCurrent(workbook)) return;
    if (failures.length === 0) session.withdraw('backup-failed');
    else
      session.notify({
        kind: 'backup-failed',
        message: `${failures.join(' ')} ${ageText(standing(workbook)[0], now())}`,
      });
  }

  /** Restores the newest backup on trial, unless that was done; a failure is kept too, and told. */
  async function tryNewest(workbook: Workbook): Promise<void> {
    const id = workbookId(workbook.db);
    const newest = standing(workbook).find(
      ({ madeAt }) => madeAt.getTime() <= now().getTime() + FUTURE_SLACK_MS,
    );
    if (id === null || newest === undefined || !isCurrent(workbook)) return;
    const { fileName, folder, path, size, modifiedMs } = newest;
    const sha256 = await sha256OfFile(path);
    if (!isCurrent(workbook)) return;
    if (sha256 === null || trialOf(proofs, id, newest)?.sha256 !== sha256) {
      const anchors = anchorsOf(workbook, { seen, backupFolder: chosenFolder() });
      const order = {
        ...models(),
        premiums: known().all(),
        appVersion,
        now: now(),
        anchors,
        ownKeys: ownKeys(),
      };
      const tried = await work.rehearse(path, order);
      if (tried.ok) known().add(tried.value.premiums);
      const { isSound, problem, assessments, quotes } = tried.ok
        ? tried.value
        : { isSound: false, problem: tried.failure.message, assessments: 0, quotes: 0 };
      const outcome = { isSound, problem, assessments, quotes };
      const file = { fileName, folder, size, modifiedMs, ...(sha256 !== null && { sha256 }) };
      addProof(proofs, { ...outcome, ...file, workbookId: id, provenAt: now().toISOString() });
    }
    if (!isCurrent(workbook)) return;
    const proof = trialOf(proofs, id, newest);
    if (proof?.isSound === false)
      session.notify({
        kind: 'restore-failed',
        message: `The newest backup, “${fileName}”, was restored on trial and did not pass. ${proof.problem} Check the workbook, then back it up again.`,
      });
    else session.withdraw('restore-failed');
  }

  /** One after the other: two at a time would make two backups where one is due. */
  function inTurn(job: () => Promise<void>): Promise<void> {
    const before = running ?? Promise.resolve();
    const turn = before
      .then(job)
      .catch((error: unknown) => log.error('Looking after the backups failed:', error))
      .finally(() => {
        if (running === turn) running = null;
        onChanged();
      });
    running = turn;
    return turn;
  }

  const writable = (): Workbook | null => {
    const workbook = session.current();
    return workbook === null || workbook.isReadOnly ? null : workbook;
  };

  return {
    look: () =>
      inTurn(async () => {
        const workbook = writable();
        if (workbook === null) return;
        await backUp(workbook, backUpIfDue);
        await tryNewest(workbook);
      }),

    beforeImport: async () => {
      let made: Result<unknown> = success(undefined);
      await inTurn(async () => {
        const workbook = writable();
        if (workbook === null) return;
        const folder = backupFolderOf(workbook.path);
        const [newest] = listBackups(workbook.path, folder);
        const age = now().getTime() - (newest?.madeAt.getTime() ?? 0);
        if (age >= 0 && age < IMPORTS_APART_MS) return;
        made = failed('unexpected', NOT_MADE);
        made = await backUpIfChanged(workbook, { now: now(), folder }, work.checkCopy);
      });
      if (made.ok) return success(undefined);
      return failed(made.failure.code, `${made.failure.message} Nothing was imported.`);
    },

    makeNow: async () => {
      const workbook = session.current();
      if (workbook === null)
        return failed('not-ready', 'No workbook is open, so there is nothing to back up.');
      let made: Result<{ fileName: string; folder: string }> = failed('unexpected', NOT_MADE);
      await inTurn(async () => {
        for (const folder of foldersOf(workbook)) {
          const one = await backUpInSlices(workbook, { now: now(), folder }, work.checkCopy);
          if (!one.ok) {
            made = one;
            return;
          }
          if (folder === foldersOf(workbook)[0])
            made = success({ fileName: basename(one.value.path), folder: one.value.folder });
        }
        if (isCurrent(workbook)) session.withdraw('backup-failed');
      });
      void inTurn(() => tryNewest(workbook));
      return made;
    },

    info: () => {
      const workbook = place();
      if (workbook === null) return nothing(chosenFolder());
      const open = session.current();
      const id = open === null ? null : workbookId(open.db);
      const proven = id === null ? undefined : lastProof(proofs, id);
      return {
        backups: standing(workbook)
          .slice(0, MOST_LISTED)
          .map((backup) => described(backup, trialOf(proofs, id, backup))),
        folders: [...foldersOf(workbook)],
        chosenFolder: chosenFolder(),
        proven:
          proven === undefined
            ? null
            : {
                at: proven.provenAt,
                fileName: proven.fileName,
                assessments: proven.assessments,
                quotes: proven.quotes,
              },
        isBusy: running !== null,
        earlier: earlier === null || earlier === workbook.path ? null : basename(earlier),
      };
    },

    pathOf: (id) => {
      const workbook = place();
      if (workbook === null) return null;
      return standing(workbook).find((backup) => idOf(backup) === id)?.path ?? null;
    },

    restore: (backup, newPath, stamp) => {
      const before = session.current()?.path ?? null;
      const restored = restoreBackup(backup, newPath);
      if (!restored.ok) return restored;
      const opened = session.open(restored.value.path, 'open');
      if (!opened.ok) return opened;
      // By its own id: what was open before may be no workbook at all, or another one.
      const current = session.current();
      const id = current === null ? null : workbookId(current.db);
      const forkedAt = current === null ? null : (lastAuditEntry(current.db)?.sequence ?? null);
      if (id !== null) seen.recordBranch(id, { from: before, to: restored.value.path, forkedAt });
      earlier = before;
      session.using((db) =>
        enterWorkbookEvent(db, stamp, {
          action: 'workbook-restored',
          detail: `Restored from the backup “${basename(backup)}” to a new file.`,
        }),
      );
      onChanged();
      return opened;
    },

    earlierPath: () => earlier,

    salvage: async (path, newPath) => {
      if (isPathOpenHere(path))
        return failed(
          'conflict',
          'That workbook is open. Restore a backup of it instead, or open another workbook first.',
        );
      return work.salvage(path, newPath, { appVersion, now: now() });
    },

    suggestedName: (backup) =>
      join(
        dirname(place()?.path ?? ''),
        fittingName(
          basename(backup, '.ballast').replace(/ \d{4}-\d{2}-\d{2} \d{2}-\d{2}-\d{2}$/, ''),
          ' restored.ballast',
        ),
      ),
  };
}

function looksOf(path: string): Pick<TriedFile, 'size' | 'modifiedMs'> {
  const found = lookAt(path);
  return { size: found?.size ?? 0, modifiedMs: found?.mtimeMs ?? 0 };
}

const idOf = ({ folder, fileName }: Standing): string => `${folder.length}:${folder.slice(-100)}/${fileName}`;

function described(backup: Standing, trial: ReturnType<typeof trialOf>): Backup {
  return {
    id: idOf(backup),
    fileName: backup.fileName,
    folder: backup.folder,
    madeAt: backup.madeAt.toISOString(),
    sizeBytes: backup.size,
    trial:
      trial === undefined ? null : { at: trial.provenAt, isSound: trial.isSound, problem: trial.problem },
  };
}

const nothing = (chosenFolder: string | null): Backups => ({
  backups: [],
  folders: [],
  chosenFolder,
  proven: null,
  isBusy: false,
  earlier: null,
});

function ageText(newest: BackupFile | undefined, now: Date): string {
  if (newest === undefined) return 'There is no backup of this workbook yet.';
  const days = Math.floor((now.getTime() - newest.madeAt.getTime()) / 86_400_000);
  return days < 1
    ? 'The newest backup is of today.'
    : `The newest backup is ${days === 1 ? 'a day' : `${days} days`} old.`;
}
