import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { moveToBin } from '#electron/store/assessments/assessments.ts';
import { appendAudit, listAudit, verifyAuditChain } from '#electron/store/audit/audit.ts';
import { getSetting, putSetting } from '#electron/store/settings.ts';
import { auditEntrySchema } from '#shared/domain/records.ts';
import { BY, newDraft } from './support/records.ts';
import { newWorkbook, valueIn } from './support/workbooks.ts';

describe('the audit trail', () => {
  it('begins with the workbook and follows each change, newest first, of one case or of all', () => {
    const { db } = newWorkbook();
    const first = newDraft(db);
    newDraft(db);
    valueIn(moveToBin(db, { ...BY, id: first.summary.id }));
    const all = valueIn(listAudit(db, { caseId: null, limit: 100 }));
    expect(all.map(({ action }) => action)).toEqual([
      'assessment-binned',
      'assessment-created',
      'assessment-created',
      'model-kept',
      'workbook-created',
    ]);
    for (const entry of all) expect(auditEntrySchema.parse(entry)).toEqual(entry);
    expect(all.map(({ sequence }) => sequence)).toEqual([5, 4, 3, 2, 1]);
    const own = valueIn(listAudit(db, { caseId: first.summary.caseId, limit: 100 }));
    expect(own.map(({ sequence }) => sequence)).toEqual([5, 3]);
    expect(valueIn(listAudit(db, { caseId: null, limit: 2 }))).toHaveLength(2);
    expect(verifyAuditChain(db)).toMatchObject({ isSound: true, rowCount: 5, brokenAt: null });
  });

  it('names an actor who has no name, and takes any text', () => {
    const { db } = newWorkbook();
    const { summary } = newDraft(db);
    valueIn(moveToBin(db, { ...BY, actor: '   ', id: summary.id }));
    db.transaction(() =>
      appendAudit(db, {
        at: BY.now,
        actor: 'x'.repeat(500),
        action: 'assessment-saved',
        subjectOf: 'a\ud83d\0"',
        detail: "';--",
      }),
    )();
    const [last, before] = valueIn(listAudit(db, { caseId: null, limit: 2 }));
    expect(before?.actor).toBe('(not named)');
    expect(last).toMatchObject({ actor: 'x'.repeat(200), subjectOf: 'a\ufffd\0"', detail: "';--" });
    expect(verifyAuditChain(db).isSound).toBe(true);
  });

  it('takes no row outside the transaction of a change', () => {
    const { db } = newWorkbook();
    const stray = () =>
      appendAudit(db, { at: BY.now, actor: 'a', action: 'assessment-saved', subjectOf: '', detail: '' });
    expect(stray).toThrow(/transaction of its change/);
  });

  it('differs from workbook to workbook from the first row on', () => {
    const hashes = [newWorkbook(), newWorkbook()].map(
      ({ db }) => valueIn(listAudit(db, { caseId: null, limit: 1 }))[0]?.hash,
    );
    expect(hashes[0]).not.toBe(hashes[1]);
  });
});

describe('settings of the workbook', () => {
  it('are kept, replaced and checked when read', () => {
    const { db } = newWorkbook();
    const schema = z.strictObject({ underwriter: z.string() });
    expect(valueIn(getSetting(db, 'who', schema))).toBeNull();
    valueIn(putSetting(db, 'who', { underwriter: 'Ada' }));
    valueIn(putSetting(db, 'who', { underwriter: 'Bo' }));
    expect(valueIn(getSetting(db, 'who', schema))).toEqual({ underwriter: 'Bo' });
    expect(getSetting(db, 'who', z.number())).toMatchObject({
      ok: false,
      failure: { code: 'workbook-damaged' },
    });
  });
});
