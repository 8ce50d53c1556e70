import type { IsoDate } from '../domain/dates.ts';
import { assetsBelowLoss, futureDate } from './incident-rules.ts';
import { LIBRARY_FILES, type LibraryFault, libraryFault } from './library-fault.ts';
import { type IncidentRow, incidentRowSchema } from './library-row.ts';
import { FIELD_WORDS } from './library-words.ts';
import { type CellFault, cellFaults, readTable } from './read-table.ts';

/** An incident as it is typed: every field a text, empty where nothing was entered. */
export type TypedIncident = Partial<Readonly<Record<keyof IncidentRow, string>>>;

/** What is wrong with one field of a form, as a sentence that begins with the field's name. */
export interface FieldFault {
  readonly field: keyof IncidentRow;
  readonly sentence: string;
}

const untyped = Object.fromEntries(Object.keys(FIELD_WORDS).map((field) => [field, '']));

/** Of a field of a form that was left empty its rule need not be told. */
const missing = ({ field }: CellFault): CellFault => ({ field, what: 'must be given' });

export type OwnIncidentReading =
  | { readonly ok: true; readonly row: IncidentRow }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/** What a new row is held against: ids that are taken, by the library or by other rows of one's own, and the day. */
export interface Surroundings {
  readonly takenIds: ReadonlySet<string>;
  readonly today: IsoDate;
}

/** Reads an incident from a form by the rules of a library's file; every fault names its field as the form does. */
export function readOwnIncident(typed: TypedIncident, around: Surroundings): OwnIncidentReading {
  const given: Readonly<Record<string, string>> = { ...untyped, ...typed };
  const parsed = incidentRowSchema.safeParse(given);
  const faults = parsed.success
    ? incidentFaults(parsed.data, around)
    : cellFaults(given, parsed.error).map((one) => (given[one.field] === '' ? missing(one) : one));
  if (parsed.success && faults.length === 0) return { ok: true, row: parsed.data };
  return {
    ok: false,
    faults: faults.map(({ field, what }) => {
      const known = field as keyof IncidentRow;
      return { field: known, sentence: `${FIELD_WORDS[known]} ${what}.` };
    }),
  };
}

export type OwnIncidentsReading =
  | { readonly ok: true; readonly rows: readonly IncidentRow[] }
  | { readonly ok: false; readonly faults: readonly LibraryFault[] };

/** Reads a file of one's own incidents, with the columns of a library's incidents.csv, whole or not at all. */
export function readOwnIncidents(csv: string, { takenIds, today }: Surroundings): OwnIncidentsReading {
  const file = LIBRARY_FILES.incidents;
  const { rows, faults } = readTable({ file, csv, schema: incidentRowSchema, keyColumn: 'id' });
  const taken = new Set(takenIds);
  const all = [...faults];
  for (const { line, row } of rows) {
    for (const { field, what } of incidentFaults(row, { takenIds: taken, today }))
      all.push(libraryFault(file, what, { line, row: row.id, field }));
    taken.add(row.id);
  }
  return all.length > 0 ? { ok: false, faults: all } : { ok: true, rows: rows.map(({ row }) => row) };
}

function incidentFaults(
  row: IncidentRow,
  { takenIds, today }: Surroundings,
): { readonly field: keyof IncidentRow; readonly what: string }[] {
  const isTaken = takenIds.has(row.id) ? 'is that of another incident already' : null;
  const assets = row.assets_at_risk_usd;
  const below = assets === null ? null : assetsBelowLoss(row.gross_loss_usd, assets);
  return [
    ...(isTaken === null ? [] : [{ field: 'id' as const, what: `${isTaken}: “${row.id}”` }]),
    ...[{ field: 'date' as const, what: futureDate(row.date, today) }].flatMap(({ field, what }) =>
      what === null ? [] : [{ field, what }],
    ),
    ...(below === null ? [] : [{ field: 'assets_at_risk_usd' as const, what: below }]),
  ];
}

/** An id for an incident that has none yet: the subject and the month, as the library's own ids are, and a number if taken. */
export function suggestedId(subject: string, date: string, takenIds: ReadonlySet<string>): string {
  const name =
    subject
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'incident';
  const base = `own-${name}-${date.slice(0, 7).replace('-', '')}`;
  let id = base;
  for (let number = 2; takenIds.has(id); number += 1) id = `${base}-${number}`;
  return id;
}
