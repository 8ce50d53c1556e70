import { useQuery } from '@tanstack/react-query';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { documentQuery, modelQuery } from '../../editor/queries.ts';

export interface Judged {
  readonly model: RatingModel;
  readonly hash: string;
  /** What was issued from this very assessment, if anything. */
  readonly document: QuoteDocument | null;
}

/**
 * What an assessment is judged by: the model that it was begun under, moved to or finalised with (`modelHash`), and where a
 * quote was issued, the stored document itself. Null while it is being read.
 */
export function useJudged(
  record: AssessmentRecord,
  modelHash: string,
): {
  readonly judged: Judged | null;
  readonly error: unknown;
} {
  const isFinalised = record.summary.state === 'finalised';
  const quote = record.quotes
    .filter(({ assessmentId }) => assessmentId === record.summary.id)
    .toSorted((a, b) => b.version - a.version)[0];
  const model = useQuery(modelQuery(modelHash));
  const issued = useQuery({
    ...documentQuery(quote?.id ?? null),
    enabled: isFinalised && quote !== undefined,
  });
  const isWaiting = isFinalised && quote !== undefined && issued.data === undefined && issued.error === null;
  if (model.data === undefined || isWaiting) return { judged: null, error: model.error };
  return {
    judged: { model: model.data.model, hash: model.data.hash, document: issued.data ?? null },
    error: issued.error,
  };
}
