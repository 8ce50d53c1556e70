import { hostname } from 'node:os';
import { basename } from 'node:path';
import { type Failure, failed } from '#shared/domain/result.ts';
import { describeHolder, lockFilePath, lockHolder, mayBeRunning } from './lock-file.ts';
import { CURRENT_VERSION } from './migrations/all.ts';

/** Something the user should know though the workbook is open. */
export interface Notice {
  readonly kind: 'read-only' | 'altered' | 'cloud-folder' | 'migrated';
  readonly message: string;
}

/** Why a workbook of that schema cannot be opened here, or null. */
export function newerFailure(path: string, version: number): ReturnType<typeof failed> | null {
  if (version <= CURRENT_VERSION) return null;
  return failed(
    'workbook-newer',
    `“${basename(path)}” was made by a newer Ballast (schema ${version}; this one knows up to ${CURRENT_VERSION}). It was not touched. Open it with the newer Ballast, or update this one.`,
  );
}

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
    `“${basename(path)}” is open ${describeHolder(holder)} since ${holder.since.slice(0, 16).replace('T', ' ')} UTC. ${remedy}`,
  ).failure;
}

export const READ_ONLY_NOTICE: Notice = {
  kind: 'read-only',
  message:
    'This workbook or its folder cannot be written to, so it is open for viewing only. To work on it, copy it to a folder of your own.',
};

export const alteredNotice = (path: string, differences: readonly string[]): Notice => ({
  kind: 'altered',
  message: `The structure of “${basename(path)}” was altered by another program (${differences.slice(0, 3).join('; ')}${differences.length > 3 ? '; …' : ''}), so finalised work is no longer protected. It is open for viewing only; restore a backup to a new file to go on.`,
});

export const cloudNotice = (path: string, synchroniser: string): Notice => ({
  kind: 'cloud-folder',
  message: `“${basename(path)}” lies in a folder of ${synchroniser}. Synchronising a workbook while it is open can damage it: keep it in a local folder, and put backups there instead.`,
});

export const migratedNotice = (path: string, backupName: string): Notice => ({
  kind: 'migrated',
  message: `“${basename(path)}” was brought up to date. Its state before is kept as “${backupName}”.`,
});
