import type { RowUses } from '#shared/calibration/row-uses.ts';
import type { IncidentRow } from '#shared/library/library-row.ts';
import type { Library } from '#shared/library/read-library.ts';

/** An incident as the page shows it: a row of the pack, or one of the user's own. */
export interface LibraryRow {
  readonly row: IncidentRow;
  readonly isOwn: boolean;
  readonly year: number;
  /** Assets just before the loss where they are known, USD. */
  readonly assetsUsd: number | null;
  /** What the fits made of it; null while they are not there, and for own rows, which no fit of the library uses. */
  readonly use: { readonly isUsed: boolean; readonly words: string } | null;
}

/** The share of its assets that an incident took, at most all of them; null where they are not known. */
export const shareOf = ({ row, assetsUsd }: Pick<LibraryRow, 'row' | 'assetsUsd'>): number | null =>
  assetsUsd === null ? null : Math.min(1, row.gross_loss_usd / assetsUsd);

/** The rows of a pack and one's own, newest first. */
export function libraryRows(
  { incidents, lossShares }: Pick<Library, 'incidents' | 'lossShares'>,
  own: readonly IncidentRow[],
  uses: RowUses | null,
): readonly LibraryRow[] {
  const assets = new Map(lossShares.map(({ id, assets_at_risk_usd }) => [id, assets_at_risk_usd]));
  const shown = (row: IncidentRow, isOwn: boolean): LibraryRow => ({
    row,
    isOwn,
    year: Number(row.date.slice(0, 4)),
    assetsUsd: (isOwn ? undefined : assets.get(row.id)) ?? row.assets_at_risk_usd,
    use: isOwn ? null : (uses?.[row.id] ?? null),
  });
  return [...own.map((row) => shown(row, true)), ...incidents.map((row) => shown(row, false))].sort((a, b) =>
    a.row.date < b.row.date ? 1 : a.row.date > b.row.date ? -1 : a.row.id < b.row.id ? -1 : 1,
  );
}

/**
 * The library with one's own rows in it, as the fits would see it: of those with assets at risk the share lost counts
 * too, with the confidence of the row.
 */
export const withOwnRows = (library: Library, own: readonly IncidentRow[]): Library => ({
  ...library,
  incidents: [...library.incidents, ...own],
  lossShares: [
    ...library.lossShares,
    ...own.flatMap(({ id, assets_at_risk_usd, confidence }) =>
      assets_at_risk_usd === null
        ? []
        : [{ id, assets_at_risk_usd, basis: 'own row of the workbook', confidence }],
    ),
  ],
});
