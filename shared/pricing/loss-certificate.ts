import { certifyProgramme, type WholeLoss } from '../actuarial/index.ts';
import type { PeriodLoss } from './period-loss.ts';
import type { LossCertificate } from './price-result.ts';

/** The engine's certificate of a price's loss, in the words of stored quotes. */
export function lossCertificate(loss: PeriodLoss, whole: WholeLoss): LossCertificate {
  const { gridName: grid } = loss;
  const { points, step, ...certificate } = certifyProgramme(loss, whole, grid === 'draft');
  return { ...certificate, grid, policyPoints: points, policyStep: step };
}
