import { useQuery } from '@tanstack/react-query';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { currentModelQuery, documentQuery, modelQuery } from '../../editor/queries.ts';

export interface Judged {
  readonly model: RatingModel;
  readonly hash: string;
  /** What was issued from this very assessment, if anything. */
  readonly document: QuoteDocument | null;
}

/**
 * What an assessment is judged by: a draft by the current model; a finalised one for ever by its own, and where a quote
 * was issued, by the stored document itself. Null while it is being read.
 */
export function useJudged(record: AssessmentRecord): {
  readonly judged: Judged | null;
  readonly error: unknown;
} {
  const isFinalised = record.summary.state === 'finalised';
  const quote = record.quotes
    .filter(({ assessmentId }) => assessmentId === record.summary.id)
    .toSorted((a, b) => b.version - a.version)[0];
  const current = useQuery({ ...currentModelQuery, enabled: !isFinalised });
  const own = useQuery({ ...modelQuery(record.modelHash), enabled: isFinalised });
  const issued = useQuery({
    ...documentQuery(quote?.id ?? null),
    enabled: isFinalised && quote !== undefined,
  });
  const model = isFinalised ? own : current;
  const isWaiting = isFinalised && quote !== undefined && issued.data === undefined && issued.error === null;
  if (model.data === undefined || isWaiting) return { judged: null, error: model.error };
  return {
    judged: { model: model.data.model, hash: model.data.hash, document: issued.data ?? null },
    error: issued.error,
  };
}
