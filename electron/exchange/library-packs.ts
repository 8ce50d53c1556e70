import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { IsoDate } from '#shared/domain/dates.ts';
import { type Failure, failed, type Result, success } from '#shared/domain/result.ts';
import {
  type LibraryPack,
  MANIFEST_FILE,
  PACK_TABLES,
  readLibraryPack,
} from '#shared/library/library-pack.ts';
import { makeFolder } from '../host/make-folder.ts';
import { writeFileDurably } from '../host/write-file.ts';
import { readTextFile } from './text-file.ts';

/** Far above the bundled packs, whose largest file has 130 kB. */
const MOST_BYTES = 20 * 1024 * 1024;

const sizeFailure = (bytes: number): Failure | null =>
  bytes <= MOST_BYTES
    ? null
    : failed('too-large', `A file of a library pack may have 20 MB at most; this one has ${bytes} bytes.`)
        .failure;

const text = (path: string): Result<string> =>
  readTextFile(path, {
    what: `the ${MANIFEST_FILE} of a library pack`,
    mostBytes: MOST_BYTES,
    tooLarge: sizeFailure,
  });

/** The text of a file of one's own incidents. */
export const readIncidentsText = (path: string): Result<string> =>
  readTextFile(path, { what: 'a CSV file of incidents', mostBytes: MOST_BYTES, tooLarge: sizeFailure });

/** The texts of a pack's files by name, from the folder of its manifest. */
function packTexts(folder: string): Result<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const name of [MANIFEST_FILE, ...PACK_TABLES]) {
    const read = text(join(folder, name));
    if (!read.ok) return read;
    texts[name] = read.value;
  }
  return success(texts);
}

/** The packs at hand: those that ship, and those that were loaded and kept. Both stand in folders named by their id. */
export interface LibraryPacks {
  readonly ids: () => readonly { readonly id: string; readonly isBundled: boolean }[];
  readonly read: (id: string) => Result<LibraryPack>;
  /** Reads the pack of a manifest's file whole, and holds it until it is kept or another one is looked at. */
  readonly look: (manifestPath: string) => Result<LibraryPack>;
  /** Keeps the pack that was looked at last. */
  readonly keep: (id: string) => Result<undefined>;
}

const PACK_ID = /^[a-z0-9][a-z0-9.-]{0,63}$/;

/** `bundled` holds the packs that ship, `kept` those that were loaded; `kept` need not exist. */
export function openLibraryPacks(bundled: string, kept: string, today: () => IsoDate): LibraryPacks {
  let looked: { readonly pack: LibraryPack; readonly texts: Readonly<Record<string, string>> } | null = null;
  const foldersIn = (root: string): readonly string[] =>
    existsSync(root)
      ? readdirSync(root)
          .filter((name) => PACK_ID.test(name) && existsSync(join(root, name, MANIFEST_FILE)))
          .sort()
      : [];
  const isBundled = (id: string) => foldersIn(bundled).includes(id);
  /** A pack never changes under its id. */
  const readBefore = new Map<string, LibraryPack>();
  const readPack = (id: string): Result<LibraryPack> => {
    const ships = isBundled(id);
    const folder = join(ships ? bundled : kept, id);
    if (!existsSync(folder))
      return failed('not-found', 'This library pack is not here any more. Look at the list of packs again.');
    const texts = packTexts(folder);
    return texts.ok ? readLibraryPack(texts.value, today(), ships ? 'bundled' : 'from-outside') : texts;
  };

  return {
    ids: () => [
      ...foldersIn(bundled).map((id) => ({ id, isBundled: true })),
      ...foldersIn(kept).map((id) => ({ id, isBundled: false })),
    ],
    read: (id) => {
      if (!PACK_ID.test(id)) return failed('not-found', 'There is no such library pack.');
      const known = readBefore.get(id);
      if (known !== undefined) return success(known);
      const pack = readPack(id);
      if (pack.ok) readBefore.set(id, pack.value);
      return pack;
    },
    look: (manifestPath) => {
      looked = null;
      const texts = packTexts(dirname(manifestPath));
      if (!texts.ok) return texts;
      const pack = readLibraryPack(texts.value, today(), 'from-outside');
      if (!pack.ok) return pack;
      const { id } = pack.value.manifest;
      if (!PACK_ID.test(id)) {
        return failed(
          'invalid-input',
          `The id “${id.slice(0, 60)}” of this pack is none: lower-case letters, digits, dots and hyphens make one.`,
        );
      }
      looked = { pack: pack.value, texts: texts.value };
      return pack;
    },
    keep: (id) => {
      if (looked === null || looked.pack.manifest.id !== id)
        return failed('not-found', 'This pack is not held any more. Load it again.');
      if (foldersIn(bundled).includes(id) || foldersIn(kept).includes(id))
        return failed(
          'conflict',
          `There is a library pack ${id} already. A changed pack needs an id of its own.`,
        );
      const { texts } = looked;
      const making = join(kept, `.${id}.making`);
      rmSync(making, { recursive: true, force: true });
      makeFolder(making);
      for (const [name, value] of Object.entries(texts)) {
        const written = writeFileDurably(join(making, name), value);
        if (!written.ok) {
          rmSync(making, { recursive: true, force: true });
          return written;
        }
      }
      renameSync(making, join(kept, id));
      looked = null;
      return success(undefined);
    },
  };
}

/** The recipe by which the window calibrates, as it ships. */
export const readRecipeText = (resourcesFolder: string): string =>
  readFileSync(join(resourcesFolder, 'calibration', 'recipe-2026.2.json'), 'utf8');
