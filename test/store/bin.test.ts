import { describe, expect, it } from 'vitest';
import { emptyBin, moveToBin, restoreFromBin } from '#electron/store/assessments/bin.ts';
import { finaliseAssessment } from '#electron/store/assessments/finalise.ts';
import { getAssessment, listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { auditRows } from './support/audit-rows.ts';
import { BY, FIGURES, issued, MODEL, newDraft } from './support/records.ts';
import { failureOf, later, NOW, newWorkbook, valueIn } from './support/workbooks.ts';

describe('emptying the bin', () => {
  it('removes drafts with all that they say, each with an entry, and keeps what was ever closed', () => {
    const { db } = newWorkbook();
    const draft = newDraft(db).summary;
    const open = newDraft(db).summary;
    const closed = newDraft(db);
    valueIn(
      finaliseAssessment(db, { ...BY, id: closed.summary.id, version: 1, figures: FIGURES, model: MODEL }),
    );
    const quoted = newDraft(db);
    issued(db, quoted);
    for (const { id } of [draft, closed.summary, quoted.summary]) valueIn(moveToBin(db, { ...BY, id }));

    expect(valueIn(emptyBin(db, BY))).toEqual({ removed: 1, kept: 2 });
    expect(auditRows(db)[0]).toMatchObject({
      action: 'assessment-removed',
      actor: BY.actor,
      subjectOf: 'Harbour Exchange, revision 1',
    });
    expect(failureOf(getAssessment(db, draft.id)).code).toBe('not-found');
    for (const table of ['answers', 'incidents', 'terms', 'subject_facts']) {
      const left = db.prepare(`SELECT count(*) FROM ${table} WHERE assessment_id = ?`).pluck().get(draft.id);
      expect([table, left]).toEqual([table, 0]);
    }
    expect(
      valueIn(listAssessments(db))
        .map(({ id }) => id)
        .sort(),
    ).toEqual([open.id, closed.summary.id, quoted.summary.id].sort());
    valueIn(restoreFromBin(db, { ...BY, id: quoted.summary.id }));
    expect(valueIn(emptyBin(db, BY))).toEqual({ removed: 0, kept: 1 });
  });

  it('is the only way: no statement removes a draft without its entry, nor anything closed with one', () => {
    const { db } = newWorkbook();
    const { id, caseId } = newDraft(db).summary;
    valueIn(moveToBin(db, { ...BY, id }));
    expect(() => db.prepare('DELETE FROM assessments').run()).toThrow('removed with an entry');
    const closed = newDraft(db);
    issued(db, closed);
    valueIn(moveToBin(db, { ...BY, id: closed.summary.id }));
    expect(() => db.prepare('DELETE FROM assessments WHERE case_id <> ?').run(caseId)).toThrow();
    expect(valueIn(listAssessments(db))).toHaveLength(2);
  });
});

describe('a clock that runs back', () => {
  it('is noted once, and entries keep their order', () => {
    const { db } = newWorkbook();
    const { id } = newDraft(db).summary;
    const yearsAgo = new Date('2019-03-01T08:00:00.000Z');
    valueIn(moveToBin(db, { ...BY, id, now: yearsAgo }));
    valueIn(restoreFromBin(db, { ...BY, id, now: new Date(yearsAgo.getTime() + 60_000) }));
    const [restored, binned, noted] = auditRows(db);
    expect(noted).toMatchObject({
      action: 'clock-ran-back',
      detail:
        'The computer’s clock ran back: the entry before is of 2026-07-01 09:30 UTC, and now it says 2019-03-01 08:00 UTC.',
    });
    expect([binned?.action, restored?.action]).toEqual(['assessment-binned', 'assessment-restored']);
    expect(auditRows(db).map(({ sequence }) => sequence)).toEqual(
      auditRows(db).map((_, index) => auditRows(db).length - index),
    );
  });

  it('is not what a correction by some seconds is', () => {
    const { db } = newWorkbook();
    const { id } = newDraft(db).summary;
    valueIn(moveToBin(db, { ...BY, id, now: later(-30) }));
    expect(auditRows(db).some(({ action }) => action === 'clock-ran-back')).toBe(false);
    expect(NOW.getTime()).toBeGreaterThan(later(-30).getTime());
  });
});
