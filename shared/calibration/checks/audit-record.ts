import type { IncidentRow } from '../../library/library-row.ts';
import { yearOf } from '../counted-rows.ts';
import type { Recipe } from '../recipe.ts';

/** Contract losses of protocols by whether the code had been audited, and what that would say of unaudited code. */
export interface AuditRecord {
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
  /** Rate of unaudited over audited, if so large a share of all protocols were audited: nobody has counted it. */
  readonly ratios: readonly { readonly auditedShare: number; readonly ratio: number }[];
  /** Times or divided by this from sampling alone, 95 %. */
  readonly samplingFactor: number;
}

const AUDITED_SHARES = [0.5, 0.6, 0.7, 0.8] as const;

export function auditRecord(incidents: readonly IncidentRow[], recipe: Recipe): AuditRecord {
  const { rows, groups, perilsOfCause, types } = recipe;
  const seen = incidents.filter(
    (row) =>
      !rows.droppedConfidence.includes(row.confidence) &&
      !rows.droppedIdPrefixes.some((prefix) => row.id.startsWith(prefix)) &&
      row.gross_loss_usd >= rows.thresholdUsd &&
      groups.protocol.includes(row.subject_type) &&
      yearOf(row.date) >= types.firstYear &&
      (perilsOfCause[row.cause]?.protocol !== undefined ||
        perilsOfCause[row.cause]?.['protocol-econ'] !== undefined),
  );
  const count = (answer: IncidentRow['audited_before_loss']) =>
    seen.filter(({ audited_before_loss: given }) => given === answer).length;
  const [yes, no, unknown] = [count('yes'), count('no'), count('unknown')];
  const ratios = AUDITED_SHARES.map((auditedShare) => ({
    auditedShare,
    ratio: yes > 0 ? (no / (1 - auditedShare)) * (auditedShare / yes) : Number.NaN,
  }));
  const samplingFactor = yes > 0 && no > 0 ? Math.exp(1.96 * Math.sqrt(1 / yes + 1 / no)) : Number.NaN;
  return { yes, no, unknown, ratios, samplingFactor };
}
