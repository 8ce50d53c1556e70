import type { z } from 'zod';
import type { Result } from '#shared/domain/result.ts';
import { wellFormed } from '#shared/domain/well-formed.ts';
import { changing, prepared, reading, type WorkbookDatabase } from './connection/database.ts';
import { parsedJson } from './connection/parsed-json.ts';
import { parsedRow } from './connection/parsed-row.ts';
import { PUT_SETTING, SETTING } from './statements/settings.ts';

/** A setting that belongs to the workbook rather than to the computer, or null when it was never set. */
export function getSetting<S extends z.ZodType>(
  db: WorkbookDatabase,
  key: string,
  schema: S,
): Result<z.infer<S> | null> {
  return reading(db, () => {
    const text = prepared(db, SETTING).pluck().get(key);
    if (typeof text !== 'string') return null;
    return parsedRow(db, schema, parsedJson(text), `a setting (${key})`);
  });
}

export function putSetting(db: WorkbookDatabase, key: string, value: unknown): Result<undefined> {
  return changing(db, () => {
    prepared(db, PUT_SETTING).run(key, JSON.stringify(wellFormed(value)));
    return undefined;
  });
}
