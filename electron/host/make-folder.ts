import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCode } from './system-error.ts';

/**
 * Makes a folder and those above it that are missing, one after the other. (Node's own recursive way never returns on file
 * systems that say of a new folder in one that there is that it is not there, such as /proc.) New folders are for this user
 * alone where `isPrivate` says so. Throws what the system throws.
 */
export function makeFolder(path: string, { isPrivate = false } = {}): void {
  const missing: string[] = [];
  for (let at = resolve(path); !existsSync(at) && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const folder of missing.reverse()) {
    try {
      mkdirSync(folder, { mode: isPrivate ? 0o700 : 0o777 });
    } catch (error) {
      // Another process may have made it in the meantime.
      if (errorCode(error) !== 'EEXIST' || !existsSync(folder)) throw error;
    }
  }
  if (!statSync(path).isDirectory())
    throw Object.assign(new Error(`${path} is not a folder`), { code: 'ENOTDIR' });
}

/** The application's own folder names clients and holds the default workbook: nobody else on this computer reads it. */
export function keepToOneself(folder: string): void {
  try {
    makeFolder(folder, { isPrivate: true });
    chmodSync(folder, 0o700);
  } catch {
    // Whatever is wrong with the folder is told when something is written there.
  }
}
