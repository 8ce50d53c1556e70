import type { Incident } from '../domain/assessment-content.ts';
import { minorShare } from '../domain/minor-share.ts';
import { largestMinor, type MinorUnits, minorOf, NO_MONEY, toMinor } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';

/** An incident with a figure for everything that its severity is measured by. */
export type KnownIncident = Incident & {
  readonly lossMinor: MinorUnits;
  readonly recoveredMinor: MinorUnits;
  readonly assetsAtTimeMinor: MinorUnits;
  readonly usersMadeWholePercent: number;
};

/** An incident as it counts, and the share of the assets that its loss counts as at the least. */
export interface CountedIncident {
  readonly incident: KnownIncident;
  readonly leastShare: number;
}

/** How what is not known is taken, and what stands for assets that are not (currency units). */
export interface Assumption {
  readonly assetsToday: number;
  readonly at: 'worst' | 'best';
}

/**
 * An incident with what is not known about it at its worst sensible value or at its best (rating algorithm 2026.2, section
 * 0): assets are those declared today, or the loss, or the model's amount; a loss is the larger of that amount and a share
 * of the assets, at best the least that is material, and never below what was recovered; recovery and restitution are
 * nothing, at best the whole; disclosure at best at once. A model without a rule takes the least material loss, of all the
 * assets: content that it cannot judge is refused elsewhere.
 */
export function asCounted(
  incident: Incident,
  { assetsToday, at }: Assumption,
  model: RatingModel,
): CountedIncident {
  const { unknownFields, materialLossUsd } = model.incidentModel;
  const rule = unknownFields ?? { loss: materialLossUsd, shareOfAssets: 0, leastLoss: materialLossUsd };
  const isBest = at === 'best' && unknownFields !== null;
  const today = unknownFields === null ? NO_MONEY : toMinor(assetsToday);
  const declared = incident.assetsAtTimeMinor ?? (today > 0 ? today : incident.lossMinor);
  const assetsAtTimeMinor = largestMinor([minorOf(1), declared ?? toMinor(rule.loss)]);
  const leastMinor = isBest
    ? toMinor(rule.leastLoss)
    : largestMinor([toMinor(rule.loss), minorShare(assetsAtTimeMinor, rule.shareOfAssets)]);
  const lossMinor = incident.lossMinor ?? largestMinor([leastMinor, incident.recoveredMinor ?? NO_MONEY]);
  return {
    incident: {
      ...incident,
      lossMinor,
      assetsAtTimeMinor,
      recoveredMinor: incident.recoveredMinor ?? (isBest ? lossMinor : NO_MONEY),
      usersMadeWholePercent: incident.usersMadeWholePercent ?? (isBest ? 100 : 0),
      disclosureHours: incident.isNeverDisclosed ? null : (incident.disclosureHours ?? (isBest ? 0 : null)),
    },
    leastShare: incident.lossMinor === null && !isBest ? rule.shareOfAssets : 0,
  };
}

/** Whether something about an incident is not known that a model can take at its worst and at its best. */
export const hasUnknownFields = (incident: Incident): boolean =>
  incident.lossMinor === null ||
  incident.recoveredMinor === null ||
  incident.assetsAtTimeMinor === null ||
  incident.usersMadeWholePercent === null ||
  (incident.disclosureHours === null && incident.isNeverDisclosed !== true);
