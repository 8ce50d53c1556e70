import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const text = readFileSync(join(import.meta.dirname, 'reference-calibration.json'), 'utf8');
const whole: unknown = JSON.parse(text);

/** The value at a path of keys; throws when there is none, so that no comparison passes by absence. */
export function referenceAt(...path: readonly (string | number)[]): unknown {
  let at = whole;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !(key in at))
      throw new Error(`the reference has no ${path.join('.')}`);
    at = (at as Readonly<Record<string | number, unknown>>)[key];
  }
  return at;
}

export function referenceNumber(...path: readonly (string | number)[]): number {
  const value = referenceAt(...path);
  if (typeof value !== 'number') throw new Error(`the reference has no number ${path.join('.')}`);
  return value;
}
