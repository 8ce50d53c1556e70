import type { Block } from '../report-document.ts';
import { describe } from './describe.ts';

/** The fields of a record beside those that are told already. */
export function fieldsBeside(row: object, told: readonly string[]): readonly Block[] {
  const rest = Object.fromEntries(
    Object.entries(row).filter(([key, value]) => !told.includes(key) && value !== null),
  );
  return Object.keys(rest).length === 0 ? [] : describe('', rest);
}
