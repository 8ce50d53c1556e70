import type { IsoDate } from '../domain/dates.ts';
import { formatNumber } from '../domain/format-number.ts';
import { assetsBelowLoss, futureDate } from './incident-rules.ts';
import { LIBRARY_FILES, type LibraryFault, libraryFault } from './library-fault.ts';
import {
  type ExposureRow,
  exposureRowSchema,
  type IncidentRow,
  incidentRowSchema,
  type LossShareRow,
  lossShareRowSchema,
} from './library-row.ts';
import { type Placed, readTable } from './read-table.ts';

/** An incident library whose rows are all sound. */
export interface Library {
  readonly incidents: readonly IncidentRow[];
  readonly exposure: readonly ExposureRow[];
  readonly lossShares: readonly LossShareRow[];
  /** What a reader should know of rows that were taken as they are. */
  readonly notes: readonly string[];
}

export type LibraryReading =
  | { readonly ok: true; readonly library: Library }
  | { readonly ok: false; readonly faults: readonly LibraryFault[] };

/** The texts of a library's three files. */
export interface LibraryTexts {
  readonly incidents: string;
  readonly exposure: string;
  readonly lossShare: string;
}

/**
 * Reads a library whole or not at all: every fault names its file, line and column. Rows of dates after `today` are
 * faults. The order of rows does not matter.
 */
export function readLibrary(texts: LibraryTexts, today: IsoDate): LibraryReading {
  const { incidents: incidentFile, exposure: exposureFile, lossShare: shareFile } = LIBRARY_FILES;
  const incidents = readTable({
    file: incidentFile,
    csv: texts.incidents,
    schema: incidentRowSchema,
    keyColumn: 'id',
  });
  const exposure = readTable({
    file: exposureFile,
    csv: texts.exposure,
    schema: exposureRowSchema,
    keyColumn: 'year',
  });
  const shares = readTable({
    file: shareFile,
    csv: texts.lossShare,
    schema: lossShareRowSchema,
    keyColumn: 'id',
  });
  const unsound = [...incidents.faults, ...exposure.faults, ...shares.faults];
  const joined = joinShares(incidents.rows, shares.rows, incidents.faults.length === 0);
  const faults = [
    ...unsound,
    ...doubled({ file: incidentFile, rows: incidents.rows, field: 'id', keyOf: ({ id }) => id }),
    ...doubled({ file: shareFile, rows: shares.rows, field: 'id', keyOf: ({ id }) => id }),
    ...doubled({ file: exposureFile, rows: exposure.rows, field: 'year', keyOf: ({ year }) => String(year) }),
    ...incidents.rows.flatMap((placed) => dateFaults(placed, today)),
    ...exposure.rows.flatMap(exposureFaults),
    ...joined.faults,
  ];
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    library: {
      incidents: incidents.rows.map(({ row }) => row),
      exposure: exposure.rows.map(({ row }) => row),
      lossShares: shares.rows.map(({ row }) => row),
      notes: [...joined.notes, ...incidents.rows.flatMap(recoveryNotes)],
    },
  };
}

function doubled<Row>({
  file,
  rows,
  field,
  keyOf,
}: {
  readonly file: LibraryFault['file'];
  readonly rows: readonly Placed<Row>[];
  readonly field: string;
  readonly keyOf: (row: Row) => string;
}): LibraryFault[] {
  const first = new Map<string, number>();
  const faults: LibraryFault[] = [];
  for (const { line, row } of rows) {
    const key = keyOf(row);
    const before = first.get(key);
    if (before === undefined) first.set(key, line);
    else faults.push(libraryFault(file, `stands on line ${before} already`, { line, row: key, field }));
  }
  return faults;
}

function dateFaults({ line, row }: Placed<IncidentRow>, today: IsoDate): LibraryFault[] {
  const what = futureDate(row.date, today);
  return what === null
    ? []
    : [libraryFault(LIBRARY_FILES.incidents, what, { line, row: row.id, field: 'date' })];
}

function exposureFaults({ line, row }: Placed<ExposureRow>): LibraryFault[] {
  const fault = (field: string, what: string) =>
    libraryFault(LIBRARY_FILES.exposure, what, { line, row: String(row.year), field });
  const faults: LibraryFault[] = [];
  if (row.cex_active_low > row.cex_active_n) faults.push(fault('cex_active_low', 'is above cex_active_n'));
  if (row.cex_active_high < row.cex_active_n) faults.push(fault('cex_active_high', 'is below cex_active_n'));
  if (row.defi_protocols_tvl_gt10m_n > row.defi_protocols_tvl_gt1m_n)
    faults.push(fault('defi_protocols_tvl_gt10m_n', 'is above defi_protocols_tvl_gt1m_n'));
  if (row.defi_protocols_tvl_gt100m_n > row.defi_protocols_tvl_gt10m_n)
    faults.push(fault('defi_protocols_tvl_gt100m_n', 'is above defi_protocols_tvl_gt10m_n'));
  return faults;
}

/** Assets at risk beside the losses of their incidents; an id without an incident is a fault where all incidents were read. */
function joinShares(
  incidents: readonly Placed<IncidentRow>[],
  shares: readonly Placed<LossShareRow>[],
  hasAllIncidents: boolean,
): { readonly faults: readonly LibraryFault[]; readonly notes: readonly string[] } {
  const byId = new Map(incidents.map(({ row }) => [row.id, row]));
  const faults: LibraryFault[] = [];
  const notes: string[] = [];
  const compare = ({
    file,
    line,
    row,
    assets,
  }: {
    readonly file: LibraryFault['file'];
    readonly line: number;
    readonly row: IncidentRow;
    readonly assets: number;
  }) => {
    const loss = row.gross_loss_usd;
    const what = assetsBelowLoss(loss, assets);
    if (what !== null) {
      faults.push(libraryFault(file, what, { line, row: row.id, field: 'assets_at_risk_usd' }));
    } else if (loss > assets)
      notes.push(
        `${row.id}: the loss of USD ${formatNumber(loss)} is a little above the assets of USD ${formatNumber(assets)}; it counts as all of them.`,
      );
  };
  for (const { line, row: share } of shares) {
    const incident = byId.get(share.id);
    if (incident === undefined) {
      if (!hasAllIncidents) continue;
      const what = `is no incident of ${LIBRARY_FILES.incidents}`;
      faults.push(libraryFault(LIBRARY_FILES.lossShare, what, { line, row: share.id, field: 'id' }));
    } else compare({ file: LIBRARY_FILES.lossShare, line, row: incident, assets: share.assets_at_risk_usd });
  }
  const shareOf = new Map(shares.map(({ row }) => [row.id, row.assets_at_risk_usd]));
  for (const { line, row } of incidents) {
    const assets = row.assets_at_risk_usd;
    if (assets === null) continue;
    const other = shareOf.get(row.id);
    if (other === undefined) compare({ file: LIBRARY_FILES.incidents, line, row, assets });
    else if (other !== assets) {
      const what = `is not that of ${LIBRARY_FILES.lossShare}: ${assets} here, ${other} there`;
      faults.push(
        libraryFault(LIBRARY_FILES.incidents, what, { line, row: row.id, field: 'assets_at_risk_usd' }),
      );
    }
  }
  return { faults, notes };
}

const recoveryNotes = ({ row }: Placed<IncidentRow>): readonly string[] =>
  row.recovered_usd !== null && row.recovered_usd > row.gross_loss_usd
    ? [
        `${row.id}: more was recovered (USD ${formatNumber(row.recovered_usd)}) than lost (USD ${formatNumber(row.gross_loss_usd)}).`,
      ]
    : [];
