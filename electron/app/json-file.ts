import { existsSync, readFileSync, renameSync } from 'node:fs';
import writeFileAtomic from 'write-file-atomic';
import type { z } from 'zod';
import { log } from './log.ts';

export interface JsonFile<T> {
  readonly read: () => T;
  readonly write: (value: T) => void;
}

/**
 * A small file of settings: read once, written whole and atomically. One that cannot be understood is kept aside under
 * another name and the defaults are used, so that a damaged file never keeps the application from starting.
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
      writeFileAtomic.sync(path, `${JSON.stringify(value, null, 2)}\n`);
    },
  };
}

function load<S extends z.ZodType>(path: string, schema: S): z.output<S> | null {
  if (!existsSync(path)) return null;
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    log.warn(`The file ${path} is not readable and was kept aside:`, error);
    renameSync(path, `${path}.damaged`);
    return null;
  }
}
