import type { IsoDate } from '#shared/domain/dates.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { reprice } from '#shared/underwriting/reprice.ts';
import type { EngineOutcome, RepriceItem, RepriceJob, RepriceResult } from './reprice-jobs.ts';

/** A line of the book holds no longer remark. */
const LONGEST_WHY = 1500;

/** Re-prices a batch at the grid on which quotes are issued, telling each result as it is made, in the order given. */
export function repriceBatch(
  { items, today }: RepriceJob,
  model: RatingModel,
  tell: (result: RepriceResult) => void,
): void {
  for (const item of items) tell({ id: item.id, outcome: outcomeOf(item, model, today) });
}

function outcomeOf({ content }: RepriceItem, model: RatingModel, today: IsoDate): EngineOutcome {
  try {
    return { kind: 'repriced', result: reprice(content, model, today) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      kind: 'faulty',
      why: `The pricing engine failed on this assessment: ${why.slice(0, LONGEST_WHY)}.`,
    };
  }
}
