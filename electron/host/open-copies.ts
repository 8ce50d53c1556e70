import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { endingOf } from '#shared/domain/attachments.ts';
import { fittingName } from './file-name.ts';

/** The folders of copies that were opened to be looked at begin so. */
export const COPIES_PREFIX = 'ballast-file-';

interface OpenCopies {
  /** Writes a read-only copy into a folder of its own that only this user can enter, and gives its path. */
  readonly put: (name: string, bytes: Uint8Array) => string;
  /** Removes all copies. */
  readonly remove: () => void;
}

/** Copies of evidence files for other programs to show: what is changed in one changes nothing in the workbook. */
export function openCopies(temporaryFolder: string): OpenCopies {
  let folder: string | null = null;
  let count = 0;
  return {
    put: (name, bytes) => {
      folder ??= mkdtempSync(join(temporaryFolder, COPIES_PREFIX));
      count += 1;
      const own = join(folder, String(count));
      mkdirSync(own, { mode: 0o700 });
      const ending = `.${endingOf(name)}`;
      const path = join(own, fittingName(name.slice(0, -ending.length), ending));
      writeFileSync(path, bytes, { mode: 0o400, flag: 'wx' });
      chmodSync(path, 0o400);
      return path;
    },
    remove: () => {
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
      folder = null;
    },
  };
}
