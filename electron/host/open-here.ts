import { type Stats, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type Failure, failed } from '#shared/domain/result.ts';

// On Linux and macOS SQLite's lock belongs to the process and is gone as soon as the process closes any descriptor of the
// file (https://www.sqlite.org/howtocorrupt.html, section 2.2). So whoever is about to open a path asks here first: what
// this process has open as a workbook is opened by SQLite alone, by whatever name or link it is asked for.

/** Device and inode: the same for every name and link of one file. */
export type FileIdentity = `${number}:${number}`;
export const identityOf = ({ dev, ino }: Pick<Stats, 'dev' | 'ino'>): FileIdentity => `${dev}:${ino}`;

/** The workbooks that this process has open for writing, and the path by which each was opened. */
const openFiles = new Map<FileIdentity, string>();

/** Remembers that `path` is open for writing; call the returned function when it is closed. */
export function rememberOpen(path: string): () => void {
  const identity = identityOf(statSync(path));
  openFiles.set(identity, path);
  return () => openFiles.delete(identity);
}

/** True when the file is open as a workbook in this process. Asks for the file's identity only; nothing is opened. */
export const isOpenHere = (found: Stats): boolean => openFiles.has(identityOf(found));

/** As `isOpenHere`, by path; false if there is no such file. */
export function isPathOpenHere(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && isOpenHere(found);
}

/** Why the open workbook cannot be opened once more. */
export const alreadyOpen = (path: string) =>
  failed(
    'workbook-locked',
    `“${basename(path)}” is open in this copy of Ballast already. Go on working in its window.`,
  );

/** Why the open workbook is neither read nor written as an ordinary file; null when `path` is another file. */
export const openHereFailure = (path: string): Failure | null =>
  isPathOpenHere(path)
    ? failed('conflict', `“${basename(path)}” is the workbook that is open. Choose another file.`).failure
    : null;
