import { existsSync, readFileSync, renameSync } from 'node:fs';
import type { z } from 'zod';
import { storedJson } from '#shared/domain/json-text.ts';
import type { Result } from '#shared/domain/result.ts';
import { log } from './log.ts';
import { writeFileDurably } from './write-file.ts';

export interface JsonFile<T> {
  readonly read: () => T;
  /** Takes effect at once, even if the file cannot be written. */
  readonly write: (value: T) => Result<undefined>;
}

/**
 * A small file of settings: read once, written whole and atomically. A file that cannot be read is
 * renamed and the defaults are used, so that a damaged file never prevents the application from starting.
 */
export function jsonFile<S extends z.ZodType>(
  path: string,
  schema: S,
  defaults: z.output<S>,
): JsonFile<z.output<S>> {
  let current = load(path, schema) ?? defaults;
  return {
    read: () => current,
    write: (value) => {
      current = value;
      const written = writeFileDurably(path, `${JSON.stringify(value, null, 2)}\n`, { isPrivate: true });
      if (!written.ok) log.warn(written.failure.message);
      return written;
    },
  };
}

function load<S extends z.ZodType>(path: string, schema: S): z.output<S> | null {
  if (!existsSync(path)) return null;
  try {
    return schema.parse(storedJson(readFileSync(path, 'utf8')));
  } catch (error) {
    log.warn(`The file ${path} is not readable and is kept aside:`, error);
    keepAside(path);
    return null;
  }
}

function keepAside(path: string): void {
  try {
    renameSync(path, `${path}.damaged`);
  } catch (error) {
    // It then stays where it is, until something is written in its place.
    log.warn(`The file ${path} could not be kept aside:`, error);
  }
}
