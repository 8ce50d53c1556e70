import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** The checkout this script belongs to. */
export const projectRoot = resolve(import.meta.dirname, '..', '..');

/** Where runtimes are kept between checkouts: `$XDG_CACHE_HOME/ballast`, else `~/.cache/ballast`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env, home: string = homedir()): string {
  const base = env.XDG_CACHE_HOME;
  // The XDG specification says that a relative path in this variable is to be ignored.
  return join(base !== undefined && isAbsolute(base) ? base : join(home, '.cache'), 'ballast');
}
