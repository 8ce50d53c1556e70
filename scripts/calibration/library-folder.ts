import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IsoDate, localDay } from '#shared/domain/dates.ts';
import { storedJson } from '#shared/domain/json-text.ts';
import { LIBRARY_FILES } from '#shared/library/library-fault.ts';
import { libraryManifestSchema } from '#shared/library/library-manifest.ts';
import { type LibraryReading, readLibrary } from '#shared/library/read-library.ts';
import { exitBadInput } from '../arguments/quote-arguments.ts';
import { SetupFailure } from '../runtime/setup-failure.ts';

/** Reads the three tables of a folder; a missing file, and one that is no text, is a sentence. */
export function readLibraryFolder(folder: string, today: IsoDate): LibraryReading {
  const text = (name: string): string => {
    const bytes = bytesOf(folder, name);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      const sentence = `${name} in ${folder} is not UTF-8 text. Save it as UTF-8 and try again.`;
      throw new SetupFailure(sentence, exitBadInput);
    }
  };
  return readLibrary(
    {
      incidents: text(LIBRARY_FILES.incidents),
      exposure: text(LIBRARY_FILES.exposure),
      lossShare: text(LIBRARY_FILES.lossShare),
    },
    today,
  );
}

function bytesOf(folder: string, name: string): Uint8Array {
  try {
    return readFileSync(join(folder, name));
  } catch {
    const sentence = `There is no ${name} in ${folder}. A library is a folder with ${Object.values(LIBRARY_FILES).join(', ')}.`;
    throw new SetupFailure(sentence, exitBadInput);
  }
}

/** Today by the clock, or the day of the bundled library where the clock runs behind that. */
export function todayFor(bundledLibrary: string, clock: Date): IsoDate {
  const manifest = libraryManifestSchema.parse(
    storedJson(readFileSync(join(bundledLibrary, 'manifest.json'), 'utf8')),
  );
  const today = localDay(clock);
  return today > manifest.date ? today : manifest.date;
}
