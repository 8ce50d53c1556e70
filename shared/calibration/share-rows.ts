import type { IncidentRow } from '../library/library-row.ts';
import type { Library } from '../library/read-library.ts';
import { onlineShare } from './population.ts';
import type { Recipe } from './recipe.ts';

/** A loss beside the assets that it fell on. */
export interface ShareRow {
  readonly id: string;
  readonly assetsUsd: number;
  /** Loss over assets, at most 1. */
  readonly share: number;
  readonly incident: IncidentRow;
  /** Confidence in the assets. */
  readonly confidence: IncidentRow['confidence'];
}

/** Least number of shares with which a law of three parameters can be fitted at all. */
export const LEAST_SHARES = 5;

export const SHARE_SAMPLES = ['protocol', 'fidelity', 'online'] as const;
/** Shares of value locked; of all assets; of the online balance. */
export type ShareSample = (typeof SHARE_SAMPLES)[number];

/** The three samples of shares, each in order of id. */
export function shareSamples(
  library: Library,
  recipe: Recipe,
): Readonly<Record<ShareSample, readonly ShareRow[]>> {
  const { severity } = recipe;
  const joined = joinedRows(library, recipe);
  const protocol = joined.filter(({ incident }) => severity.protocolTypes.includes(incident.subject_type));
  const fidelity = joined.filter(({ incident }) => severity.centralisedTypes.includes(incident.subject_type));
  const online = fidelity
    .filter(({ incident }) => !severity.notOnlineCauses.includes(incident.cause))
    .map((row) => {
      const assetsUsd = onlineShare(row.assetsUsd, recipe) * row.assetsUsd;
      return { ...row, assetsUsd, share: shareOf(row.incident.gross_loss_usd, assetsUsd) };
    });
  return { protocol, fidelity, online };
}

function joinedRows(library: Library, { rows, severity }: Recipe): readonly ShareRow[] {
  const incidents = new Map(library.incidents.map((incident) => [incident.id, incident]));
  return library.lossShares
    .flatMap(({ id, assets_at_risk_usd: assetsUsd, confidence }) => {
      const incident = incidents.get(id);
      if (incident === undefined) return [];
      if (severity.droppedCauses.includes(incident.cause)) return [];
      if (incident.gross_loss_usd < rows.thresholdUsd) return [];
      return [{ id, assetsUsd, share: shareOf(incident.gross_loss_usd, assetsUsd), incident, confidence }];
    })
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

const shareOf = (loss: number, assets: number): number => Math.min(loss, assets) / assets;
