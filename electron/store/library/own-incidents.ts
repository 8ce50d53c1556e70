import { z } from 'zod';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { formatMoneyShort } from '#shared/domain/format-money.ts';
import { fromMinor, MAXIMUM_MINOR, minorUnitsSchema, toMinor } from '#shared/domain/money.ts';
import type { Result } from '#shared/domain/result.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import {
  ACTORS,
  CONFIDENCES,
  type IncidentRow,
  LIBRARY_CAUSES,
  LIBRARY_SUBJECT_TYPES,
} from '#shared/library/library-row.ts';
import { type AuditAction, type ChangeStamp, changeRecords } from '../audit/audit.ts';
import { changing, prepared, reading, type WorkbookDatabase } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { parsedRow } from '../connection/stored-values.ts';
import { upsertRow } from '../connection/table.ts';
import { ownIncidentKind, ownIncidentsTable } from './own-incidents-table.ts';

const ALL = `SELECT id, ${ownIncidentsTable.select()} FROM own_incidents ORDER BY date DESC, id`;
const BY_ID = `SELECT id, ${ownIncidentsTable.select()} FROM own_incidents WHERE id = ?`;
const COUNT = 'SELECT count(*) FROM own_incidents';

/** A workbook is for judging subjects; a library of this size is compiled as a pack. */
const MOST_ROWS = 5000;

const optionalText = z.string().nullable();
const storedSchema = z.object({
  id: z.string(),
  subject: z.string(),
  subject_type: z.enum(LIBRARY_SUBJECT_TYPES),
  date: isoDateSchema,
  chain_or_venue: z.string(),
  gross_loss_minor: minorUnitsSchema,
  recovered_minor: minorUnitsSchema.nullable(),
  cause: z.enum(LIBRARY_CAUSES),
  audited_before_loss: z.enum(['yes', 'no', 'unknown']),
  users_made_whole: z.enum(['full', 'partial', 'no', 'unknown']),
  confidence: z.enum(CONFIDENCES),
  source: z.string(),
  actor: z.enum(ACTORS).nullable(),
  actor_name: optionalText,
  actor_confidence: z.enum(CONFIDENCES).nullable(),
  actor_source: optionalText,
  vendor: optionalText,
  event_group: optionalText,
  first_notice_hours: z.number().nullable(),
  assets_at_risk_minor: minorUnitsSchema.nullable(),
});

const WHAT = 'an incident of your own';

/** Every incident of one's own in this workbook, newest first. */
export const listOwnIncidents = (db: WorkbookDatabase): Result<IncidentRow[]> =>
  reading(db, () =>
    prepared(db, ALL)
      .all()
      .map((stored) => rowOf(parsedRow(db, { schema: storedSchema, row: stored, what: WHAT }))),
  );

/** Adds incidents, all of them or none. Their ids must be free. */
export function addOwnIncidents(
  db: WorkbookDatabase,
  stamp: ChangeStamp & { readonly rows: readonly IncidentRow[] },
): Result<undefined> {
  return changing(db, () => {
    const kept = Number(prepared(db, COUNT).pluck().get());
    if (kept + stamp.rows.length > MOST_ROWS) {
      throw fault(
        'too-large',
        `A workbook keeps at most ${MOST_ROWS} incidents of your own; it has ${kept}. Compile a library pack of them instead.`,
      );
    }
    for (const row of stamp.rows) {
      if (prepared(db, BY_ID).get(row.id) !== undefined)
        throw fault('conflict', `There is an incident with the id “${row.id}” already; nothing was added.`);
      enter(db, stamp, { action: 'own-incident-added', id: row.id, change: () => put(db, row, stamp) });
    }
    return undefined;
  });
}

/** Writes an incident anew under its id. */
export function changeOwnIncident(
  db: WorkbookDatabase,
  stamp: ChangeStamp & { readonly row: IncidentRow },
): Result<undefined> {
  return changing(db, () => {
    const { row } = stamp;
    mustBeKept(db, row.id);
    enter(db, stamp, { action: 'own-incident-changed', id: row.id, change: () => put(db, row, stamp) });
    return undefined;
  });
}

/** Removes an incident; the audit trail keeps that it was there. */
export function removeOwnIncident(
  db: WorkbookDatabase,
  stamp: ChangeStamp & { readonly id: string },
): Result<undefined> {
  return changing(db, () => {
    const { id } = stamp;
    const row = mustBeKept(db, id);
    const change = (): IncidentRow => {
      prepared(db, ownIncidentsTable.remove).run({ id });
      return row;
    };
    enter(db, stamp, { action: 'own-incident-removed', id, change });
    return undefined;
  });
}

function mustBeKept(db: WorkbookDatabase, id: string): IncidentRow {
  const found = prepared(db, BY_ID).get(id);
  if (found === undefined)
    throw fault('not-found', 'This incident is not in the workbook any more. Look at the list again.');
  return rowOf(parsedRow(db, { schema: storedSchema, row: found, what: WHAT }));
}

/** Writes a row, and gives it as it is kept: amounts in whole cents. */
function put(db: WorkbookDatabase, row: IncidentRow, { now }: ChangeStamp): IncidentRow {
  const { gross_loss_usd, recovered_usd, assets_at_risk_usd, ...rest } = row;
  const at = now.toISOString();
  upsertRow(db, ownIncidentsTable, {
    ...rest,
    gross_loss_minor: cents(gross_loss_usd, 'Loss'),
    recovered_minor: recovered_usd === null ? null : cents(recovered_usd, 'Recovered'),
    assets_at_risk_minor: assets_at_risk_usd === null ? null : cents(assets_at_risk_usd, 'Assets at risk'),
    addedAt: at,
    updatedAt: at,
  });
  return mustBeKept(db, row.id);
}

function cents(usd: number, name: string): number {
  const minor = toMinor(usd);
  if (minor <= MAXIMUM_MINOR) return minor;
  throw fault('invalid-input', `${name}, USD is above ${formatMoneyShort(MAXIMUM_MINOR, 'USD')}.`);
}

const WORDS: Readonly<Partial<Record<AuditAction, string>>> = {
  'own-incident-added': 'Added to the own incidents',
  'own-incident-changed': 'Own incident changed',
  'own-incident-removed': 'Removed from the own incidents',
};

function enter(
  db: WorkbookDatabase,
  stamp: ChangeStamp,
  { action, id, change }: { action: AuditAction; id: string; change: () => IncidentRow },
): void {
  changeRecords(db, stamp, {
    records: [{ kind: ownIncidentKind, id }],
    change: () => {
      const row = change();
      return {
        action,
        subjectOf: `${row.subject}, ${row.date}`,
        detail: `${WORDS[action] ?? action}: a loss of ${formatMoneyShort(toMinor(row.gross_loss_usd), 'USD')}.`,
        facts: { incidentId: id, rowSha256: ownIncidentHash(row) },
      };
    },
  });
}

const ownIncidentHash = (row: IncidentRow): string => sha256Hex(canonicalJson(row));

/** The hash by which an entry tells of the row; null where the row cannot be read. Inside the caller's transaction. */
export function ownIncidentHashNow(db: WorkbookDatabase, id: string): string | null {
  const read = storedSchema.safeParse(prepared(db, BY_ID).get(id));
  return read.success ? ownIncidentHash(rowOf(read.data)) : null;
}

function rowOf(stored: z.infer<typeof storedSchema>): IncidentRow {
  const { gross_loss_minor, recovered_minor, assets_at_risk_minor, ...rest } = stored;
  return {
    ...rest,
    gross_loss_usd: fromMinor(gross_loss_minor),
    recovered_usd: recovered_minor === null ? null : fromMinor(recovered_minor),
    assets_at_risk_usd: assets_at_risk_minor === null ? null : fromMinor(assets_at_risk_minor),
  };
}
