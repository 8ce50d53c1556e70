import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { z } from 'zod';
import { storedJson } from '#shared/domain/json-text.ts';
import { processStart } from '../../host/process-start.ts';

// The lock itself is SQLite's exclusive lock, which dies with its process. The file beside the workbook says whose it is,
// and covers what operating system locks may not: the same workbook opened from two computers over a network drive, and a
// lock that its process lost without knowing (it is gone when the process closes any descriptor of the file).

const holderSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string().min(1).max(300),
  since: z.iso.datetime(),
  application: z.string().max(100),
  /** When the process was started; older versions did not write it. */
  started: z.string().max(100).nullable().default(null),
});
export type LockHolder = z.infer<typeof holderSchema>;

const LARGEST_LOCK_FILE = 4096;

export const lockFilePath = (workbookPath: string): string => `${workbookPath}-lock`;

/** True while the workbook is open, and after a crash. */
export const hasLockFile = (workbookPath: string): boolean => existsSync(lockFilePath(workbookPath));

/** Who has the workbook open according to the lock file; null without a lock file or with one that cannot be read. */
export function lockHolder(workbookPath: string): LockHolder | null {
  try {
    const path = lockFilePath(workbookPath);
    const found = lstatSync(path);
    if (!found.isFile() || found.size > LARGEST_LOCK_FILE) return null;
    const parsed = holderSchema.safeParse(storedJson(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** True when the holder can still be running, as far as this computer can tell. */
export function mayBeRunning(holder: LockHolder, now: Date): boolean {
  if (holder.host !== hostname()) return true;
  const bootedAt = now.getTime() - uptime() * 1000;
  // A minute of slack: clocks are set while a computer runs.
  if (Date.parse(holder.since) < bootedAt - 60_000) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * True when that very process of this computer is running: its number alone may have been given to another one since. A
 * lock file of this process itself is left over from a workbook that it has closed, or was asked about before.
 */
const isRunningHere = ({ host, pid, started }: LockHolder): boolean =>
  host === hostname() && pid !== process.pid && started !== null && started === processStart(pid);

/** True when a process that is running somewhere, as far as the lock file tells, has the workbook open. */
export function lockedByLiving(workbookPath: string): boolean {
  const holder = lockHolder(workbookPath);
  return holder !== null && (holder.host !== hostname() || isRunningHere(holder));
}

/** The holder as people would name it. */
export function describeHolder(holder: LockHolder): string {
  if (holder.host !== hostname()) return `on the computer “${holder.host}” (process ${holder.pid})`;
  return holder.pid === process.pid
    ? 'in this copy of Ballast already'
    : `in another copy of Ballast (process ${holder.pid})`;
}

/** Says that this process has the workbook open. A full disk must not prevent reading, so that failing is no error. */
export function writeLockFile(workbookPath: string, appVersion: string, now: Date): void {
  const holder: LockHolder = {
    pid: process.pid,
    host: hostname(),
    since: now.toISOString(),
    application: `Ballast ${appVersion}`,
    started: processStart(process.pid),
  };
  try {
    // Removed first: what is there might be a link to another file.
    removeLockFile(workbookPath);
    writeFileSync(lockFilePath(workbookPath), `${JSON.stringify(holder)}\n`, { flag: 'wx', mode: 0o600 });
  } catch {
    removeLockFile(workbookPath);
  }
}

/** True when the lock file names this process, or nobody that can be made out. */
export function isOwnLock(workbookPath: string): boolean {
  const holder = lockHolder(workbookPath);
  return holder === null || (holder.pid === process.pid && holder.host === hostname());
}

export function removeLockFile(workbookPath: string): void {
  try {
    rmSync(lockFilePath(workbookPath), { force: true });
  } catch {
    // Left behind, it is recognised as stale at the next opening.
  }
}
