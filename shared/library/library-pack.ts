import type { z } from 'zod';
import type { IsoDate } from '../domain/dates.ts';
import { parseJsonText } from '../domain/json-text.ts';
import { failed, type Result, success } from '../domain/result.ts';
import { sha256Hex } from '../domain/sha256.ts';
import { LIBRARY_FILES, type LibraryFault } from './library-fault.ts';
import { libraryManifestSchema } from './library-manifest.ts';
import { type Library, readLibrary } from './read-library.ts';

export type LibraryManifest = z.infer<typeof libraryManifestSchema>;

/** The pack that the figures of the rating model were fitted on. It is frozen: a newer one never takes its place. */
export const CALIBRATED_PACK = 'pack-1';

/** A library with what it says of itself. */
export interface LibraryPack {
  readonly manifest: LibraryManifest;
  readonly library: Library;
}

export const MANIFEST_FILE = 'manifest.json';
/** The files that a pack cannot do without, beside its manifest. */
export const PACK_TABLES = [
  LIBRARY_FILES.incidents,
  LIBRARY_FILES.exposure,
  LIBRARY_FILES.lossShare,
] as const;

const FAULTS_TOLD = 8;

/**
 * Reads a pack whole or not at all from the texts of its files by name. Each table must be the one that the manifest names
 * by its SHA-256; a row that is wrong refuses the pack, and the sentence names file, line and column. A clock that runs
 * behind the day of a bundled pack makes none of its rows one of the future.
 */
export function readLibraryPack(
  texts: Readonly<Record<string, string>>,
  today: IsoDate,
  origin: 'bundled' | 'from-outside',
): Result<LibraryPack> {
  const manifest = readManifest(texts[MANIFEST_FILE] ?? '');
  if (!manifest.ok) return manifest;
  for (const name of PACK_TABLES) {
    const text = texts[name];
    if (text === undefined)
      return failed('not-found', `There is no ${name} beside ${MANIFEST_FILE}; nothing was loaded.`);
    const stated = manifest.value.files[name];
    if (stated === undefined)
      return failed('invalid-input', `The manifest does not name ${name}; nothing was loaded.`);
    if (sha256Hex(text) !== stated) {
      return failed(
        'invalid-input',
        `${name} is not the file that the manifest names: its SHA-256 is another one. It was changed after the pack was closed, or belongs to another pack; nothing was loaded.`,
      );
    }
  }
  const reading = readLibrary(
    {
      incidents: texts[LIBRARY_FILES.incidents] ?? '',
      exposure: texts[LIBRARY_FILES.exposure] ?? '',
      lossShare: texts[LIBRARY_FILES.lossShare] ?? '',
    },
    origin === 'bundled' && manifest.value.date > today ? manifest.value.date : today,
  );
  if (!reading.ok) return failed('invalid-input', refusalText(manifest.value.id, reading.faults));
  return success({ manifest: manifest.value, library: reading.library });
}

function readManifest(text: string): Result<LibraryManifest> {
  const read = parseJsonText(text, MANIFEST_FILE);
  if (!read.ok) return failed('invalid-input', `${read.failure.message} Nothing was loaded.`);
  const parsed = libraryManifestSchema.safeParse(read.value);
  if (parsed.success) return success(parsed.data);
  const [issue] = parsed.error.issues;
  const field = issue?.path.map(String).join(' ') ?? '';
  return failed(
    'invalid-input',
    `${MANIFEST_FILE} is not that of an incident library (${field}: ${issue?.message ?? 'not valid'}); nothing was loaded.`,
  );
}

/** The first faults of a library as one text, and how many more there are. */
export function refusalText(name: string, faults: readonly LibraryFault[]): string {
  const more = faults.length - FAULTS_TOLD;
  return [
    `The library ${name} cannot be used; nothing was loaded.`,
    ...faults.slice(0, FAULTS_TOLD).map(({ sentence }) => sentence),
    ...(more > 0 ? [`And ${more} more.`] : []),
  ].join(' ');
}
