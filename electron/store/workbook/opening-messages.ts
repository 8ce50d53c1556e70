import { hostname } from 'node:os';
import { basename } from 'node:path';
import type { Notice } from '#shared/domain/records.ts';
import { type Failure, failed } from '#shared/domain/result.ts';
import type { SharedPlace } from './known-places.ts';
import { describeHolder, type LockHolder, lockFilePath, lockHolder, mayBeRunning } from './lock-file.ts';
import { CURRENT_VERSION } from './migrations/all.ts';

/** Why a workbook of that schema cannot be opened here, or null. */
export function newerFailure(path: string, version: number): ReturnType<typeof failed> | null {
  if (version <= CURRENT_VERSION) return null;
  return failed(
    'workbook-newer',
    `“${basename(path)}” was made by a newer Ballast (schema ${version}; this one knows up to ${CURRENT_VERSION}). It was not touched. Open it with the newer Ballast, or update this one.`,
  );
}

/** Why a file with several names is not opened: SQLite keeps the newest saves beside the name that it was opened by. */
export const otherNamesFailure = (path: string): Failure =>
  failed(
    'conflict',
    `“${basename(path)}” has another name on this disk as well (a hard link), and what was saved last may lie in a log beside that one. It was not opened. Remove the other name and open the workbook by the name that you worked with, or copy it together with the log beside it to a folder of its own.`,
  ).failure;

/** Who has the workbook open, as far as can be told, and what to do. */
export function lockedFailure(path: string, now: Date): Failure {
  const holder = lockHolder(path);
  if (holder === null || !mayBeRunning(holder, now)) {
    return failed(
      'workbook-locked',
      `“${basename(path)}” is in use by another program. Close that program and try again.`,
    ).failure;
  }
  const remedy =
    holder.host === hostname()
      ? 'Use it there, or close it there and try again.'
      : `Close it there and try again; if that computer no longer has it open, delete “${basename(lockFilePath(path))}” beside it.`;
  return failed(
    'workbook-locked',
    `“${basename(path)}” is open ${describeHolder(holder)} since ${momentOf(holder)}. ${remedy}`,
  ).failure;
}

const momentOf = ({ since }: LockHolder): string => `${since.slice(0, 16).replace('T', ' ')} UTC`;

export const READ_ONLY_NOTICE: Notice = {
  kind: 'read-only',
  message:
    'This workbook or its folder cannot be written to, so it is open for viewing only. To work on it, copy it to a folder of your own.',
};

/** A backup that is worked in is no backup any more. */
export const backupNotice = (path: string): Notice => ({
  kind: 'backup',
  message: `“${basename(path)}” is a backup, so it is open for viewing only and stays as it was made. To work on it, restore it to a new file.`,
});

export const clockNotice = (ranBack: string): Notice => ({
  kind: 'clock',
  message: `${ranBack} The audit trail keeps its order and notes this at the next change; set the clock right before you issue anything, since papers carry its date.`,
});

export const alteredNotice = (path: string, differences: readonly string[]): Notice => ({
  kind: 'altered',
  message: `The structure of “${basename(path)}” was altered by another program (${differences.slice(0, 3).join('; ')}${differences.length > 3 ? '; …' : ''}), so finalised work is no longer protected. It is open for viewing only; restore a backup to a new file to go on.`,
});

export const sharedPlaceNotice = (path: string, { kind, name }: SharedPlace): Notice => ({
  kind: 'cloud-folder',
  message:
    kind === 'synchronised'
      ? `“${basename(path)}” lies in a folder of ${name}. Synchronising a workbook while it is open can damage it: keep it in a local folder, and put backups there instead.`
      : `“${basename(path)}” lies on ${name}. Two computers can then write to it, and a connection that breaks can damage it: keep it in a local folder, and put backups there instead.`,
});

/** After an end that was not a closing. `holder` is null when the lock file cannot be read. */
export const oldLockNotice = (path: string, holder: LockHolder | null, isLookedAt: boolean): Notice => ({
  kind: 'old-lock',
  message: `“${basename(path)}” was not closed properly last time${holder === null ? '' : ` (opened ${momentOf(holder)} by process ${holder.pid}, which is not running any more)`}. ${isLookedAt ? 'Every page of it was looked at and is whole' : 'It is large, so that it is checked while you work'}; what was shown as saved is in it.`,
});

export const migratedNotice = (path: string, backupName: string): Notice => ({
  kind: 'migrated',
  message: `“${basename(path)}” was brought up to date. Its state before is kept as “${backupName}”.`,
});
