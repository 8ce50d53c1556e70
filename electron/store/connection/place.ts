import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { type FileIdentity, identityOf } from '../../host/open-here.ts';
import { errorCode } from '../../host/system-error.ts';
import { fault } from './store-fault.ts';

// A file can be deleted, renamed or replaced while it is open (synchronisers do all three). SQLite does not notice: it goes
// on writing to a file that has lost its name. Only names are asked here and nothing is opened, since closing any descriptor
// of the file would free its lock.

interface Place {
  readonly path: string;
  readonly file: FileIdentity;
  /** The write-ahead log, which holds the newest saves until they are brought into the file. */
  readonly log: FileIdentity | null;
}

const places = new WeakMap<Database.Database, Place>();

/** Remembers where the writing connection `db` has its file, which was `file` when its opening began. */
export function watchPlace(db: Database.Database, path: string, file: FileIdentity): void {
  places.set(db, { path, file, log: identityAt(logOf(path)) });
}

/** Throws a fault when the file of a watched connection, or its log, does not stand under its name any more. */
export function mustBeInPlace(db: Database.Database): void {
  const place = places.get(db);
  if (place === undefined) return;
  const what = displacement(place);
  if (what === null) return;
  throw fault(
    'workbook-gone',
    `“${basename(place.path)}” ${what}, so nothing can be saved in it. Everything saved before is still in this window: save the workbook under a new name to keep it and to go on.`,
  );
}

function displacement({ path, file, log }: Place): string | null {
  const found = lookAt(path);
  if (found === 'unreachable') return 'cannot be reached any more (its disk or folder is gone)';
  if (found === null) return 'was moved, renamed or deleted while it was open';
  if (found !== file) return 'was replaced by another file while it was open';
  return identityAt(logOf(path)) === log ? null : 'has lost the log beside it, which another program removed';
}

const logOf = (path: string): string => `${path}-wal`;

const GONE = new Set(['ENOENT', 'ENOTDIR']);

function lookAt(path: string): FileIdentity | 'unreachable' | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? null : identityOf(found);
  } catch (error) {
    return GONE.has(errorCode(error) ?? '') ? null : 'unreachable';
  }
}

function identityAt(path: string): FileIdentity | null {
  const found = lookAt(path);
  return found === 'unreachable' ? null : found;
}
