import { describe, expect, it } from 'vitest';
import { appendAudit } from '#electron/store/audit/audit.ts';
import { verifyAuditChain } from '#electron/store/audit/audit-chain.ts';
import {
  addOwnIncidents,
  changeOwnIncident,
  listOwnIncidents,
  removeOwnIncident,
} from '#electron/store/library/own-incidents.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { day } from '../support/branded.ts';
import { auditRows } from './support/audit-rows.ts';
import { checkedNow } from './support/checked.ts';
import { ownIncident as rowOf } from './support/own-incident.ts';
import {
  failureOf,
  forge,
  later,
  NOW,
  newWorkbook,
  reopened,
  valueIn,
  withRawConnection,
} from './support/workbooks.ts';

const stamp = { actor: 'A. Underwriter', now: NOW };

describe('incidents of one’s own in a workbook', () => {
  it('come back as they were, after closing too, newest first', () => {
    const workbook = newWorkbook();
    const rows = [rowOf('one'), rowOf('two', { date: day('2026-04-01'), recovered_usd: 12.34, actor: null })];
    valueIn(addOwnIncidents(workbook.db, { ...stamp, rows }));
    closeWorkbook(workbook);
    expect(valueIn(listOwnIncidents(reopened(workbook.path).db))).toEqual([rows[1], rows[0]]);
  });

  it('are added all or none', () => {
    const { db } = newWorkbook();
    valueIn(addOwnIncidents(db, { ...stamp, rows: [rowOf('one')] }));
    const refused = addOwnIncidents(db, { ...stamp, rows: [rowOf('two'), rowOf('one')] });
    expect(failureOf(refused)).toMatchObject({ code: 'conflict', message: expect.stringContaining('“one”') });
    expect(valueIn(listOwnIncidents(db)).map(({ id }) => id)).toEqual(['one']);
  });

  it('can be changed and removed, and the trail says each, chained', () => {
    const { db } = newWorkbook();
    valueIn(addOwnIncidents(db, { ...stamp, rows: [rowOf('one')] }));
    valueIn(
      changeOwnIncident(db, { ...stamp, now: later(60), row: rowOf('one', { gross_loss_usd: 3_000_000 }) }),
    );
    expect(valueIn(listOwnIncidents(db))[0]?.gross_loss_usd).toBe(3_000_000);
    valueIn(removeOwnIncident(db, { ...stamp, now: later(120), id: 'one' }));
    expect(valueIn(listOwnIncidents(db))).toEqual([]);
    expect(
      auditRows(db)
        .slice(0, 3)
        .toReversed()
        .map(({ action, detail }) => [action, detail]),
    ).toEqual([
      ['own-incident-added', 'Added to the own incidents: a loss of USD\u00a02.50m.'],
      ['own-incident-changed', 'Own incident changed: a loss of USD\u00a03.00m.'],
      ['own-incident-removed', 'Removed from the own incidents: a loss of USD\u00a03.00m.'],
    ]);
    expect(verifyAuditChain(db).isSound).toBe(true);
  });

  it('that are gone are said to be, and nothing is entered', () => {
    const { db } = newWorkbook();
    const before = auditRows(db).length;
    expect(failureOf(removeOwnIncident(db, { ...stamp, id: 'none' })).code).toBe('not-found');
    expect(failureOf(changeOwnIncident(db, { ...stamp, row: rowOf('none') })).code).toBe('not-found');
    expect(auditRows(db)).toHaveLength(before);
  });

  it('that another program made unreadable are a sentence', () => {
    const workbook = newWorkbook();
    valueIn(addOwnIncidents(workbook.db, { ...stamp, rows: [rowOf('one')] }));
    closeWorkbook(workbook);
    withRawConnection(workbook.path, (db) => db.exec(`UPDATE own_incidents SET cause = 'hacked'`));
    const failure = failureOf(listOwnIncidents(reopened(workbook.path).db));
    expect(failure).toMatchObject({
      code: 'workbook-damaged',
      message: expect.stringContaining('an incident of your own that cannot be read'),
    });
  });
});

describe('the check of incidents of one’s own', () => {
  const line = (path: string) => {
    const workbook = reopened(path);
    const found = checkedNow(workbook.db).findings.find(({ id }) => id === 'own-incidents');
    closeWorkbook(workbook);
    return found;
  };
  const withTwo = (): string => {
    const { db, ...workbook } = newWorkbook();
    valueIn(addOwnIncidents(db, { ...stamp, rows: [rowOf('one'), rowOf('two', { gross_loss_usd: 1.005 })] }));
    valueIn(changeOwnIncident(db, { ...stamp, row: rowOf('one', { source: 'Court file' }) }));
    closeWorkbook({ db, ...workbook });
    return workbook.path;
  };

  it('finds each as it was entered, amounts below a cent among them, and one that was removed gone', () => {
    const path = withTwo();
    expect(line(path)).toMatchObject({ isSound: true, message: expect.stringContaining('2') });
    const workbook = reopened(path);
    valueIn(removeOwnIncident(workbook.db, { ...stamp, id: 'two' }));
    closeWorkbook(workbook);
    expect(line(path)?.isSound).toBe(true);
  });

  it.each([
    ['changed', `UPDATE own_incidents SET gross_loss_minor = 5 WHERE id = 'one'`],
    ['removed', `DELETE FROM own_incidents WHERE id = 'one'`],
    [
      'slipped in',
      `CREATE TEMP TABLE t AS SELECT * FROM own_incidents WHERE id = 'one'; UPDATE t SET id = 'three';
       INSERT INTO own_incidents SELECT * FROM t`,
    ],
  ])('names one that another program has %s', (_how, sql) => {
    const path = withTwo();
    forge(path, (db) => db.exec(sql));
    expect(line(path)?.isSound).toBe(false);
  });

  it('compares those that an earlier version entered by the hash of the row', () => {
    const workbook = newWorkbook();
    const { db, path } = workbook;
    valueIn(addOwnIncidents(db, { ...stamp, rows: [rowOf('one')] }));
    const facts = { incidentId: 'one', rowSha256: sha256Hex(canonicalJson(rowOf('one'))) };
    db.transaction(() =>
      appendAudit(db, stamp, { action: 'own-incident-changed', subjectOf: 'One', detail: 'x', facts }),
    )();
    expect(checkedNow(db).isSound).toBe(true);
    closeWorkbook(workbook);
    forge(path, (raw) => raw.exec(`UPDATE own_incidents SET source = 'x'`));
    expect(line(path)?.message).toContain('One');
    const again = reopened(path);
    again.db.exec('DELETE FROM own_incidents');
    again.db.transaction(() =>
      appendAudit(again.db, stamp, { action: 'own-incident-removed', subjectOf: 'One', detail: 'x', facts }),
    )();
    expect(checkedNow(again.db).isSound).toBe(true);
  });
});
