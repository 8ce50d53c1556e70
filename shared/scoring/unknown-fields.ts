import type { Incident } from '../domain/assessment-content.ts';
import { minorShare } from '../domain/minor-share.ts';
import { toMinor } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';

/** An incident with a figure for everything that its severity is measured by. */
export type KnownIncident = Incident & {
  readonly lossMinor: number;
  readonly recoveredMinor: number;
  readonly assetsAtTimeMinor: number;
  readonly usersMadeWholePercent: number;
};

/** An incident as it counts, and the share of the assets that its loss counts as at the least. */
export interface CountedIncident {
  readonly incident: KnownIncident;
  readonly leastShare: number;
}

/**
 * An incident with what is not known about it at its worst sensible value or at its best (rating algorithm 2026.2, section
 * 0): assets are those declared today (currency units), or the loss, or the model's amount; a loss is the larger of that
 * amount and a share of the assets, at best the least that is material, and never below what was recovered; recovery and
 * restitution are nothing, at best the whole; disclosure at best at once. A model without a rule takes the least material
 * loss, of all the assets: content that it cannot judge is refused elsewhere.
 */
export function asCounted(
  incident: Incident,
  assetsToday: number,
  model: RatingModel,
  at: 'worst' | 'best' = 'worst',
): CountedIncident {
  const { unknownFields, materialLossUsd } = model.incidentModel;
  const rule = unknownFields ?? { loss: materialLossUsd, shareOfAssets: 0, leastLoss: materialLossUsd };
  const isBest = at === 'best' && unknownFields !== null;
  const today = unknownFields === null ? 0 : toMinor(assetsToday);
  const declared = incident.assetsAtTimeMinor ?? (today > 0 ? today : incident.lossMinor);
  const assetsAtTimeMinor = Math.max(1, declared ?? toMinor(rule.loss));
  const leastMinor = isBest
    ? toMinor(rule.leastLoss)
    : Math.max(toMinor(rule.loss), minorShare(assetsAtTimeMinor, rule.shareOfAssets));
  const lossMinor = incident.lossMinor ?? Math.max(leastMinor, incident.recoveredMinor ?? 0);
  return {
    incident: {
      ...incident,
      lossMinor,
      assetsAtTimeMinor,
      recoveredMinor: incident.recoveredMinor ?? (isBest ? lossMinor : 0),
      usersMadeWholePercent: incident.usersMadeWholePercent ?? (isBest ? 100 : 0),
      disclosureHours: incident.disclosureHours ?? (isBest ? 0 : null),
    },
    leastShare: incident.lossMinor === null && !isBest ? rule.shareOfAssets : 0,
  };
}

/** Whether something about an incident is not known that a model can take at its worst and at its best. */
export const hasUnknownFields = (incident: Incident): boolean =>
  [
    incident.lossMinor,
    incident.recoveredMinor,
    incident.assetsAtTimeMinor,
    incident.usersMadeWholePercent,
    incident.disclosureHours,
  ].includes(null);
