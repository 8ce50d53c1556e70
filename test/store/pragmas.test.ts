import { describe, expect, it } from 'vitest';
import { EXPECTED_PRAGMAS } from '#electron/store/connection/pragmas.ts';
import { APPLICATION_ID } from '#electron/store/connection/workbook-file.ts';
import { CURRENT_VERSION } from '#electron/store/workbook/migrations/all.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import { newWorkbook, reopened } from './support/workbooks.ts';

const FLOOR = [
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['recursive_triggers', 1],
  ['cell_size_check', 1],
  ['locking_mode', 'exclusive'],
  ['application_id', APPLICATION_ID],
  ['user_version', CURRENT_VERSION],
] as const;

describe('the SQLite floor', () => {
  it('holds on a new workbook and on every later opening', () => {
    const first = newWorkbook();
    const read = (db: typeof first.db, name: string) => db.pragma(name, { simple: true });
    for (const [name, value] of [...FLOOR, ...EXPECTED_PRAGMAS])
      expect([name, read(first.db, name)]).toEqual([name, value]);
    closeWorkbook(first);
    const second = reopened(first.path);
    for (const [name, value] of [...FLOOR, ...EXPECTED_PRAGMAS])
      expect([name, read(second.db, name)]).toEqual([name, value]);
  });

  it('keeps the schema itself out of reach', () => {
    const { db } = newWorkbook();
    db.pragma('writable_schema = ON');
    expect(() => db.exec(`DELETE FROM sqlite_schema WHERE type = 'trigger'`)).toThrow(/may not be modified/);
  });
});
