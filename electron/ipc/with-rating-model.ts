import { makeLossCache } from '#shared/actuarial/index.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { localDay } from '#shared/domain/dates.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { AssessmentFigures } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { figuresOf } from '#shared/underwriting/figures.ts';
import { judge } from '#shared/underwriting/judge.ts';
import type { BundledModel } from '../host/bundled-model.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { keepModel } from '../store/models/keep-model.ts';
import type { ModelReference } from '../store/models/models.ts';
import { changeStamp } from './change-stamp.ts';
import type { Context } from './context.ts';

/** The present model as assessments refer to it, and what the list shows of content judged by it. */
export interface Rating {
  readonly model: RatingModel;
  readonly reference: ModelReference;
  readonly figuresOf: (content: AssessmentContent) => AssessmentFigures;
}

/** Consecutive saves of a draft share most of their losses. */
const cache = makeLossCache();

/** Runs `work` on the open workbook with the present rating model, which the workbook then keeps. */
export function withRatingModel<T>(
  context: Context,
  work: (db: WorkbookDatabase, rating: Rating, stamp: ChangeStamp) => Result<T>,
): Result<T> {
  const model = context.model();
  if (!model.ok) return model;
  const stamp = changeStamp(context);
  return context.session.using((db) => {
    const kept = keepModel(db, model.value, stamp);
    return kept.ok ? work(db, ratingBy(model.value, stamp), stamp) : kept;
  });
}

const ratingBy = ({ model, hash }: BundledModel, { now }: ChangeStamp): Rating => ({
  model,
  reference: { id: model.id, hash },
  figuresOf: (content) => figuresOf(judge({ content, model, today: localDay(now), grid: 'full', cache })),
});
