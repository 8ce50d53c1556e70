import type { RatingModel } from '#shared/domain/rating-model.ts';
import { repriceEach } from '#shared/underwriting/reprice-many.ts';
import type { EngineOutcome, RepriceItem, RepriceReply } from './reprice-messages.ts';

/** A line of the book holds no longer remark. */
const LONGEST_WHY = 1500;

/** Re-prices a batch at the grid on which quotes are issued, reporting each result as it is made, in the order given. */
export function repriceBatch(
  items: readonly RepriceItem[],
  model: RatingModel | null,
  report: (reply: RepriceReply) => void,
): void {
  for (const item of items) report({ kind: 'result', id: item.id, outcome: outcomeOf(item, model) });
  report({ kind: 'batch-done' });
}

function outcomeOf(item: RepriceItem, model: RatingModel | null): EngineOutcome {
  if (model === null) return { kind: 'faulty', why: 'The pricing engine has no model.' };
  try {
    const [repriced] = repriceEach([item], model, 'full');
    if (repriced === undefined) return { kind: 'faulty', why: 'The pricing engine gave no result.' };
    const { id: _, ...result } = repriced;
    return { kind: 'repriced', result };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      kind: 'faulty',
      why: `The pricing engine failed on this assessment: ${why.slice(0, LONGEST_WHY)}.`,
    };
  }
}
