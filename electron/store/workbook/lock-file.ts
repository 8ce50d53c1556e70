import { existsSync, lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { z } from 'zod';

// The lock itself is SQLite's exclusive lock, which dies with its process. The file beside the workbook only says whose it
// is, and covers what operating system locks may not: the same workbook opened from two computers over a network drive.

const holderSchema = z.object({
  pid: z.number().int().positive(),
  host: z.string().min(1).max(300),
  since: z.iso.datetime(),
  application: z.string().max(100),
});
type LockHolder = z.infer<typeof holderSchema>;

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
    const parsed = holderSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
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
  };
  try {
    // Removed first: what is there might be a link to another file.
    removeLockFile(workbookPath);
    writeFileSync(lockFilePath(workbookPath), `${JSON.stringify(holder)}\n`, { flag: 'wx' });
  } catch {
    removeLockFile(workbookPath);
  }
}

export function removeLockFile(workbookPath: string): void {
  try {
    rmSync(lockFilePath(workbookPath), { force: true });
  } catch {
    // Left behind, it is recognised as stale at the next opening.
  }
}
