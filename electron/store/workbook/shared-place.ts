import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { storedJson } from '#shared/domain/json-text.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import { CLOUD_NAMES, MARKERS, NETWORK_FILE_SYSTEMS, type SharedPlace } from './known-places.ts';

/** How a place is looked at; a test looks at places of other systems. Nothing here may fail, and nothing opens the workbook. */
export interface Eyes {
  readonly separator: string;
  /** The names in a folder, those of folders with a stroke at the end; none where it cannot be read. */
  readonly namesIn: (folder: string) => readonly string[];
  /** The text of a small file; empty where it cannot be read. */
  readonly textOf: (path: string) => string;
  /** The mounted file systems of Linux as `/proc/mounts` lists them. */
  readonly mounts: () => string;
  /** The roots that Dropbox names in its own `info.json`. */
  readonly dropboxRoots: () => readonly string[];
}

/**
 * The synchroniser or network share that a workbook lies in, or null: by what its program leaves in the folder, by the path
 * and the kind of file system, and last by the folders' names. May be wrong either way: it warns, and stops nothing.
 */
export function sharedPlace(path: string, eyes: Eyes = OWN_EYES): SharedPlace | null {
  const folders = foldersOf(path, eyes.separator);
  return (
    networkByPath(path) ??
    inDropboxRoot(path, eyes) ??
    firstOf(folders, (folder) => byMarker(folder, path, eyes)) ??
    firstOf(folders, byName) ??
    byMount(path, eyes)
  );
}

/** The folders above a file with their whole paths, the nearest first. */
function foldersOf(path: string, separator: string): readonly string[] {
  const parts = path.split(separator);
  return parts
    .slice(0, -1)
    .map((_, i) => parts.slice(0, i + 1).join(separator) || separator)
    .reverse();
}

function firstOf<T>(items: readonly T[], find: (item: T) => SharedPlace | null): SharedPlace | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

const lastName = (folder: string): string => folder.split(/[\\/]/).filter(Boolean).at(-1) ?? '';

const synchronised = (name: string): SharedPlace => ({ kind: 'synchronised', name });
const network = (name: string): SharedPlace => ({ kind: 'network', name });

/** Spelt in any Unicode form, case and width. */
function byName(folder: string): SharedPlace | null {
  const key = nameKey(lastName(folder));
  const known = CLOUD_NAMES.find(([pattern]) => pattern.test(key));
  return known === undefined ? null : synchronised(known[1]);
}

function byMarker(folder: string, workbook: string, eyes: Eyes): SharedPlace | null {
  const names = eyes.namesIn(folder);
  const known = MARKERS.find(([pattern]) => names.some((name) => pattern.test(name)));
  if (known !== undefined) return synchronised(known[1]);
  const settings = names.find((name) => name.toLowerCase() === 'desktop.ini');
  if (settings === undefined) return null;
  const file = `${folder}${folder.endsWith(eyes.separator) ? '' : eyes.separator}${settings}`;
  // A workbook is never opened here: closing it would give up the lock of a process that has it open.
  const text = file === workbook ? '' : eyes.textOf(file);
  if (/onedrive/i.test(text)) return synchronised('OneDrive');
  if (/google ?drive/i.test(text)) return synchronised('Google Drive');
  return /dropbox/i.test(text) ? synchronised('Dropbox') : null;
}

function inDropboxRoot(path: string, { dropboxRoots, separator }: Eyes): SharedPlace | null {
  const isIn = (root: string) =>
    nameKey(path).startsWith(nameKey(`${root}${root.endsWith(separator) ? '' : separator}`));
  return dropboxRoots().some(isIn) ? synchronised('Dropbox') : null;
}

function networkByPath(path: string): SharedPlace | null {
  if (/^\\\\\?\\UNC\\/i.test(path) || /^(\\\\|\/\/)[^\\/?.][^\\/]*[\\/]/.test(path))
    return network('a network share');
  if (/^\/run\/user\/\d+\/gvfs\/|\/\.gvfs\//.test(path)) return network('a network share');
  return /^\/Volumes\/(?!Macintosh HD\/)[^/]+\//.test(path)
    ? network('a network share or another volume')
    : null;
}

/** Octal escapes stand for blanks in the list of mounts. */
const unescaped = (text: string): string =>
  text.replace(/\\(\d{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));

function byMount(path: string, eyes: Eyes): SharedPlace | null {
  const over = eyes
    .mounts()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([, at = '', type = '']) => ({ at: unescaped(at), type }))
    .filter(({ at }) => at !== '' && `${path}/`.startsWith(at === '/' ? '/' : `${at}/`))
    .sort((a, b) => a.at.length - b.at.length)
    .at(-1);
  const known = NETWORK_FILE_SYSTEMS.find(([pattern]) => over !== undefined && pattern.test(over.type));
  return known === undefined ? null : known[1];
}

const LARGEST_MARKER = 64 * 1024;

function smallText(path: string): string {
  try {
    const found = statSync(path);
    return found.isFile() && found.size <= LARGEST_MARKER
      ? readFileSync(path, 'utf8').replaceAll('\0', '')
      : '';
  } catch {
    return '';
  }
}

function dropboxRoots(): readonly string[] {
  const homes = [join(homedir(), '.dropbox'), process.env.APPDATA, process.env.LOCALAPPDATA];
  const folders = homes.flatMap((home) => (home === undefined ? [] : [home, join(home, 'Dropbox')]));
  return folders.flatMap((folder) => {
    try {
      const accounts = Object.values(storedJson(smallText(join(folder, 'info.json'))) as object) as unknown[];
      return accounts.flatMap((account) =>
        typeof account === 'object' &&
        account !== null &&
        'path' in account &&
        typeof account.path === 'string'
          ? [account.path]
          : [],
      );
    } catch {
      return [];
    }
  });
}

const OWN_EYES: Eyes = {
  separator: sep,
  namesIn: (folder) => {
    try {
      return readdirSync(folder, { withFileTypes: true }).map((entry) =>
        entry.isDirectory() ? `${entry.name}/` : entry.name,
      );
    } catch {
      return [];
    }
  },
  textOf: smallText,
  mounts: () => {
    try {
      return process.platform === 'linux' ? readFileSync('/proc/mounts', 'utf8') : '';
    } catch {
      return '';
    }
  },
  dropboxRoots,
};

/** The same of the file behind a link: a synchronised folder is often linked to. To be asked before the workbook is opened. */
export function sharedPlaceOf(path: string): SharedPlace | null {
  const here = sharedPlace(path);
  if (here !== null) return here;
  try {
    const real = join(realpathSync(dirname(path)), basename(path));
    return real === path ? null : sharedPlace(real);
  } catch {
    return null;
  }
}
