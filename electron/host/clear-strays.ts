import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';

const DAY_MS = 86_400_000;
/** As `temporaryBeside` names them, with what SQLite may put behind. */
const TEMPORARY = /^\.(.+)\.\d+-[0-9a-f]{8}\.tmp(-journal|-wal|-shm)?$/;

interface Strays {
  /** Folders whose unfinished files of these names are ours: of any name where none is given. */
  readonly folders: readonly { readonly path: string; readonly ofFile?: string }[];
  /** The system's folder for temporary files, and how the names of our scratch folders there begin. */
  readonly scratch: { readonly path: string; readonly prefixes: readonly string[] };
  readonly now: Date;
}

/**
 * Removes what a killed process left: unfinished files beside files of ours, and scratch folders. Only what is named as we
 * name it, belongs to this user and was not touched for a day; a link is never followed. Gives what was removed.
 */
export function clearStrays({ folders, scratch, now }: Strays): readonly string[] {
  const isOld = (path: string): boolean => {
    const found = lstatSync(path);
    const isOwn = process.getuid === undefined || found.uid === process.getuid();
    return isOwn && !found.isSymbolicLink() && now.getTime() - found.mtimeMs > DAY_MS;
  };
  const gone: string[] = [];
  const remove = (path: string): void => {
    try {
      if (!isOld(path)) return;
      rmSync(path, { recursive: true, force: true });
      gone.push(path);
    } catch {
      // Already gone, or not allowed: tried again next time.
    }
  };
  for (const { path, ofFile } of folders)
    for (const name of namesIn(path)) {
      const of = TEMPORARY.exec(name)?.[1];
      if (of !== undefined && (ofFile === undefined || of === basename(ofFile))) remove(join(path, name));
    }
  for (const name of namesIn(scratch.path))
    if (scratch.prefixes.some((prefix) => name.startsWith(prefix))) remove(join(scratch.path, name));
  return gone;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
