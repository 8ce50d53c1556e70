import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { moveToBin } from '#electron/store/assessments/bin.ts';
import { appendAudit, historyOfCase } from '#electron/store/audit/audit.ts';
import { verifyAuditChain } from '#electron/store/audit/audit-chain.ts';
import { putModel } from '#electron/store/models/models.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { auditEntrySchema } from '#shared/domain/records.ts';
import { auditRows } from './support/audit-rows.ts';
import { checkedNow } from './support/checked.ts';
import { BY, newDraft } from './support/records.ts';
import { failureOf, newWorkbook, options, reopened, temporaryFolder, valueIn } from './support/workbooks.ts';

describe('the audit trail', () => {
  it('begins with the workbook and follows each change, newest first, of one case or of all', () => {
    const { db } = newWorkbook();
    const first = newDraft(db);
    newDraft(db);
    valueIn(moveToBin(db, { ...BY, id: first.summary.id }));
    const all = auditRows(db);
    expect(all.map(({ action }) => action)).toEqual([
      'assessment-binned',
      'assessment-created',
      'assessment-created',
      'model-kept',
      'workbook-created',
    ]);
    expect(all.map(({ sequence }) => sequence)).toEqual([5, 4, 3, 2, 1]);
    const own = historyOfCase(db, first.summary.caseId, 100);
    expect(own.map(({ sequence }) => sequence)).toEqual([5, 3]);
    for (const entry of own) expect(auditEntrySchema.parse(entry)).toEqual(entry);
    expect(historyOfCase(db, first.summary.caseId, 1)).toEqual(own.slice(0, 1));
    expect(verifyAuditChain(db)).toMatchObject({ isSound: true, rowCount: 5, brokenAt: null });
  });

  it('names an actor who has no name, and takes any text', () => {
    const { db } = newWorkbook();
    const { summary } = newDraft(db);
    valueIn(moveToBin(db, { ...BY, actor: '   ', id: summary.id }));
    db.transaction(() =>
      appendAudit(
        db,
        { ...BY, actor: 'x'.repeat(500) },
        {
          action: 'assessment-saved',
          subjectOf: 'a\ud83d\0"',
          detail: "';--",
        },
      ),
    )();
    const [last, before] = auditRows(db);
    expect(before?.actor).toBe('(not named)');
    expect(last).toMatchObject({ actor: 'x'.repeat(200), subjectOf: 'a\ufffd\0"', detail: "';--" });
    expect(verifyAuditChain(db).isSound).toBe(true);
  });

  it('takes no row outside the transaction of a change', () => {
    const { db } = newWorkbook();
    const stray = () => appendAudit(db, BY, { action: 'assessment-saved', subjectOf: '', detail: '' });
    expect(stray).toThrow(/transaction of its change/);
  });

  it('differs from workbook to workbook from the first row on', () => {
    const hashes = [newWorkbook(), newWorkbook()].map(({ db }) => auditRows(db)[0]?.hash);
    expect(hashes[0]).not.toBe(hashes[1]);
  });
});

describe('a clock that is set to another age', () => {
  it.each(['9999-12-31T23:59:59.000Z', '0001-01-01T00:00:00.000Z'])('at %s work is kept and sound', (at) => {
    const path = join(temporaryFolder(), 'Book.ballast');
    closeWorkbook(valueIn(openWorkbook(path, options('create', new Date(at)))));
    const { db } = reopened(path, new Date(at));
    newDraft(db);
    expect(checkedNow(db).isSound).toBe(true);
  });

  it('beyond four digits of the year is refused with a sentence', () => {
    const path = join(temporaryFolder(), 'Book.ballast');
    const far = new Date('+010000-01-01T00:00:00.000Z');
    expect(failureOf(openWorkbook(path, options('create', far))).message).toMatch(
      /^The computer’s clock says the year 10000, with which nothing can be entered\./,
    );
    const { db } = newWorkbook();
    expect(
      failureOf(
        putModel(db, { ...BY, now: far, model: { id: 'm', title: 'M' }, hash: 'a'.repeat(64), json: '{}' }),
      ).message,
    ).toContain('year 10000');
  });
});
