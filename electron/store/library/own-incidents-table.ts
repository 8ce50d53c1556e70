import type { RecordKind } from '../audit/record-hash.ts';
import { integer, named, real, table, text } from '../connection/table.ts';

/** Incidents of one's own, with the columns of the library and amounts in cents. */
export const ownIncidentsTable = table('own_incidents', {
  key: { id: text },
  values: {
    subject: text,
    subject_type: text,
    date: text,
    chain_or_venue: text,
    gross_loss_minor: integer,
    recovered_minor: integer,
    cause: text,
    audited_before_loss: text,
    users_made_whole: text,
    confidence: text,
    source: text,
    actor: text,
    actor_name: text,
    actor_confidence: text,
    actor_source: text,
    vendor: text,
    event_group: text,
    first_notice_hours: real,
    assets_at_risk_minor: integer,
    addedAt: named('added_at', text),
    updatedAt: named('updated_at', text),
  },
  fixed: ['addedAt'],
});

export const ownIncidentKind: RecordKind = {
  name: 'own-incident',
  tables: [ownIncidentsTable],
  words: 'This incident of your own',
};
