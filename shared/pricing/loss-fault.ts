import { groupsOf, type ProgrammeLoss, totalMass } from '../actuarial/index.ts';
import { cannotPrice } from './cannot-price.ts';
import type { PartEvent } from './part-event.ts';

/**
 * The engine refuses masses that miss 1 by a millionth; the sum of ten groups that each miss it by this stays within.
 */
const LARGEST_GAP = 1e-7;

/**
 * Why no price can be read from a loss of the period, naming the field of the model, or null. The engine takes laws at
 * the very edge of double precision, whose moments may not be finite or whose probabilities may not sum to 1.
 */
export function lossFault(loss: ProgrammeLoss, events: readonly PartEvent[]) {
  for (const [i, { probabilityAttach, probabilityExhaust, modelled }] of events.entries()) {
    const { mean, sd, third, plan } = loss.parts[i]!;
    const { mean: eventMean, sd: eventSd } = plan.eventMoments;
    const numbers = [probabilityAttach, probabilityExhaust, eventMean, eventSd, mean, sd, third];
    if (numbers.every(Number.isFinite)) continue;
    const why = 'numbers of its loss are not finite';
    return cannotPrice(modelled.label, why, `pricing.perils.${modelled.peril.id}`);
  }
  const groups = [...groupsOf(loss), ...groupsOf(loss.coarser)];
  const sumTo1 = groups.every(({ law }) => Math.abs(totalMass(law.mass) - 1) <= LARGEST_GAP);
  return sumTo1
    ? null
    : cannotPrice('This quote', 'the probabilities of its losses do not sum to 1', 'pricing.perils');
}
