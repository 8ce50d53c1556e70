import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import { openPromise } from 'yauzl';
import { SetupFailure } from './setup-failure.ts';

/** Takes one file out of a .tgz and returns its path under `folder`. */
export async function untarOne(tarball: string, entryName: string, folder: string): Promise<string> {
  await extract({ file: tarball, cwd: folder, strict: true }, [entryName]);
  return join(folder, entryName);
}

/**
 * Unpacks the entries of a zip for which `targetOf` names a place, keeping their permissions.
 * A target outside `folder` is refused. The archive's own integrity is the caller's to check beforehand.
 * Returns how many files were written.
 */
export async function unzip({
  zipFile,
  folder,
  targetOf,
  onEntry,
}: {
  readonly zipFile: string;
  readonly folder: string;
  readonly targetOf: (entryName: string) => string | undefined;
  readonly onEntry: (fraction: number) => void;
}): Promise<number> {
  const zip = await openPromise(zipFile, { autoClose: false });
  let count = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      onEntry(zip.entriesRead / zip.entryCount);
      const target = targetOf(entry.fileName);
      if (target === undefined) continue;
      const path = resolve(folder, target);
      if (!path.startsWith(resolve(folder) + sep))
        throw new SetupFailure(`Refused the zip entry ${entry.fileName}.`);
      await mkdir(dirname(path), { recursive: true });
      const mode = (entry.externalFileAttributes >>> 16) & 0o777;
      await pipeline(
        await zip.openReadStreamPromise(entry),
        createWriteStream(path, { mode: mode || 0o644 }),
      );
      count += 1;
    }
  } finally {
    zip.close();
  }
  return count;
}
