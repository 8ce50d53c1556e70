import type { IncidentRow } from '#shared/library/library-row.ts';
import { readOwnIncident } from '#shared/library/own-incidents.ts';
import { day } from '../../support/branded.ts';

/** An incident as a person types it in. */
export function ownIncident(id: string, change: Partial<IncidentRow> = {}): IncidentRow {
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
