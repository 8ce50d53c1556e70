import { groupsOf, totalMass } from '../actuarial/index.ts';
import { cannotPrice } from './cannot-price.ts';
import type { PeriodLoss } from './period-loss.ts';

/** The engine reads masses that miss 1 by a millionth as no law; ten groups of this stay within. */
const LARGEST_GAP = 1e-7;

/**
 * Why nothing can be read from a loss of the period, naming the field of the model, or null. The engine takes laws at the
 * very edge of double precision whose figures are then no numbers, or whose masses do not sum to 1: a price is never that.
 */
export function unsoundLoss(loss: PeriodLoss) {
  for (const [i, { probabilityAttach, probabilityExhaust, modelled }] of loss.events.entries()) {
    const { mean, sd, third, seen } = loss.parts[i]!;
    const figures = [
      probabilityAttach,
      probabilityExhaust,
      seen.eventMoments.mean,
      seen.eventMoments.sd,
      mean,
      sd,
      third,
    ];
    if (figures.every(Number.isFinite)) continue;
    const why = 'figures of its loss are no numbers';
    return cannotPrice(modelled.label, why, `pricing.perils.${modelled.peril.id}`);
  }
  const groups = [...groupsOf(loss), ...groupsOf(loss.coarser)];
  const isLaw = groups.every(({ law }) => Math.abs(totalMass(law.mass) - 1) <= LARGEST_GAP);
  return isLaw
    ? null
    : cannotPrice('This quote', 'the chances of its losses do not sum to 1', 'pricing.perils');
}
