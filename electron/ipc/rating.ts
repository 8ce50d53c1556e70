import { makeLossCache } from '#shared/actuarial/index.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { localDay } from '#shared/domain/dates.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { Result } from '#shared/domain/result.ts';
import { type AssessmentFigures, figuresOf } from '#shared/underwriting/figures.ts';
import { judge } from '#shared/underwriting/judge.ts';
import type { BundledModel } from '../host/bundled-model.ts';
import type { Deed, ModelReference } from '../store/assessments/assessment-changes.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { keepModel } from '../store/models/models.ts';
import type { Context } from './context.ts';
import { deedOf } from './deed.ts';

/** The present model as assessments refer to it, and what the list shows of content judged by it. */
export interface Rating {
  readonly model: RatingModel;
  readonly reference: ModelReference;
  readonly figuresOf: (content: AssessmentContent) => AssessmentFigures;
}

/** Consecutive saves of a draft share most of their losses. */
const cache = makeLossCache();

/** Runs `work` on the open workbook with the present rating model, which the workbook then keeps. */
export function rating<T>(
  context: Context,
  work: (db: WorkbookDatabase, rating: Rating, deed: Deed) => Result<T>,
): Result<T> {
  const model = context.model();
  if (!model.ok) return model;
  const deed = deedOf(context);
  return context.session.using((db) => {
    const kept = keepModel(db, model.value, deed);
    return kept.ok ? work(db, ratingBy(model.value, deed), deed) : kept;
  });
}

const ratingBy = ({ model, hash }: BundledModel, { now }: Deed): Rating => ({
  model,
  reference: { id: model.id, hash },
  figuresOf: (content) => figuresOf(judge({ content, model, today: localDay(now), grid: 'full', cache })),
});
