import { type Incident, incidentSchema } from '../domain/assessment-content.ts';
import { toMinor } from '../domain/money.ts';
import { ASSETS_NOT_GIVEN_MINOR } from '../domain/not-given.ts';
import type { IncidentRow, LibraryCause } from './library-row.ts';
import { CAUSE_WORDS } from './library-words.ts';

const UNKNOWN_CAUSE = 'unknown';

/** Where a row stands: in a pack of that name, or among one's own. */
export interface RowOrigin {
  readonly packId: string | null;
  /** Assets just before the loss where they are known, in US dollars. */
  readonly assetsUsd: number | null;
}

/** What a register takes a row into. */
export interface RegisterOfModel {
  /** That no incident of it has. */
  readonly id: string;
  /** The causes that its model knows. */
  readonly causes: ReadonlySet<string>;
  /** The cause that a cause of the library most likely is; the underwriter looks at it again. */
  readonly causeOf: Readonly<Record<LibraryCause, string>>;
  /** Its model has a rule for what is not known; without one the form asks for the assets. */
  readonly takesUnknown: boolean;
}

/**
 * A row of the library as an incident of an assessment's register, amounts in cents. What the row does not say is taken as
 * the register takes it: fix unknown, no post-mortem, nothing made whole unless in full.
 */
export function incidentFromRow(
  row: IncidentRow,
  { packId, assetsUsd }: RowOrigin,
  register: RegisterOfModel,
): Incident {
  const cause = register.causeOf[row.cause];
  const assetsNotKnown = register.takesUnknown ? null : ASSETS_NOT_GIVEN_MINOR;
  const place = packId === null ? 'Own row of the workbook' : `Incident library ${packId}`;
  return incidentSchema.parse({
    id: register.id,
    date: row.date,
    title: `${row.subject}: ${CAUSE_WORDS[row.cause].toLowerCase()}`.slice(0, 300),
    cause: register.causes.has(cause) ? cause : UNKNOWN_CAUSE,
    lossMinor: toMinor(row.gross_loss_usd),
    recoveredMinor: toMinor(row.recovered_usd ?? 0),
    assetsAtTimeMinor: assetsUsd === null ? assetsNotKnown : toMinor(assetsUsd),
    fixStatus: 'unknown',
    usersMadeWholePercent: row.users_made_whole === 'full' ? 100 : 0,
    disclosureHours: row.first_notice_hours,
    postmortem: 'none',
    note: `Confidence of the library: ${row.confidence}. Look at the cause, the assets, the fix and what users got back before it is scored.`,
    source: `${place}, ${row.id}: ${row.source}`.slice(0, 1000),
  });
}
