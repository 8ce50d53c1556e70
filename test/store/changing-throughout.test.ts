import { describe, expect, it } from 'vitest';
import { listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { verifyAuditChain } from '#electron/store/audit/audit-chain.ts';
import { changingThroughout } from '#electron/store/connection/database.ts';
import { failed, success } from '#shared/domain/result.ts';
import { newDraft } from './support/records.ts';
import { newWorkbook, valueIn } from './support/workbooks.ts';

const later = () => new Promise((done) => setTimeout(done, 5));
const count = (db: Parameters<typeof listAssessments>[0]) => valueIn(listAssessments(db)).length;

describe('a run that waits within one transaction', () => {
  it('keeps what it stored when it succeeds', async () => {
    const { db } = newWorkbook();
    const done = await changingThroughout(db, async () => {
      newDraft(db);
      await later();
      return success('printed');
    });
    expect(valueIn(done)).toBe('printed');
    expect(db.inTransaction).toBe(false);
    expect(count(db)).toBe(1);
    expect(verifyAuditChain(db).isSound).toBe(true);
  });

  it('leaves nothing behind when it fails or throws, not even an audit row', async () => {
    const { db } = newWorkbook();
    const rows = () => db.prepare('SELECT count(*) AS n FROM audit').get();
    const before = rows();
    const refused = await changingThroughout(db, async () => {
      newDraft(db);
      await later();
      return failed('disk-full', 'The disk is full.');
    });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    const thrown = changingThroughout(db, async () => {
      newDraft(db);
      throw new Error('the printer broke');
    });
    await expect(thrown).rejects.toThrow('the printer broke');
    expect(db.inTransaction).toBe(false);
    expect(count(db)).toBe(0);
    expect(rows()).toEqual(before);
  });
});
