import { describe, expect, it } from 'vitest';
import { verifyAuditChain } from '#electron/store/audit/audit-chain.ts';
import {
  addOwnIncidents,
  changeOwnIncident,
  listOwnIncidents,
  removeOwnIncident,
} from '#electron/store/library/own-incidents.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import type { IncidentRow } from '#shared/library/library-row.ts';
import { readOwnIncident } from '#shared/library/own-incidents.ts';
import { day } from '../support/branded.ts';
import { auditRows } from './support/audit-rows.ts';
import {
  failureOf,
  later,
  NOW,
  newWorkbook,
  reopened,
  valueIn,
  withRawConnection,
} from './support/workbooks.ts';

const stamp = { actor: 'A. Underwriter', now: NOW };

function rowOf(id: string, change: Partial<IncidentRow> = {}): IncidentRow {
  const read = readOwnIncident(
    {
      id,
      subject: 'Northwind',
      subject_type: 'exchange',
      date: '2026-03-02',
      chain_or_venue: 'Bitcoin',
      gross_loss_usd: '2500000.25',
      cause: 'insider',
      audited_before_loss: 'no',
      users_made_whole: 'partial',
      confidence: 'high',
      source: 'Claim file',
      actor: 'insider',
      first_notice_hours: '1.5',
      assets_at_risk_usd: '10000000',
    },
    { takenIds: new Set(), today: day('2026-07-01') },
  );
  if (!read.ok) throw new Error(read.faults.map(({ sentence }) => sentence).join(' '));
  return { ...read.row, ...change };
}

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
