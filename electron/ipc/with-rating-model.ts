import { makeLossCache } from '#shared/actuarial/index.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { localDay } from '#shared/domain/dates.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { AssessmentFigures, AssessmentId } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { figuresOf } from '#shared/underwriting/figures.ts';
import { judge } from '#shared/underwriting/judge.ts';
import type { BundledModel } from '../host/bundled-model.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import { bookSoFar } from '../store/book/book-so-far.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { keepModel, type ModelToKeep } from '../store/models/keep-model.ts';
import type { ModelReference } from '../store/models/models.ts';
import { authorityOf } from '../store/people/profiles.ts';
import { changeStamp } from './change-stamp.ts';
import type { Context } from './context.ts';
import { modelOfWork } from './model-of-work.ts';

/** A model as assessments refer to it, and what the list shows of content judged by it. */
export interface Rating {
  readonly model: RatingModel;
  readonly reference: ModelReference;
  /** `of` is the assessment in hand; null of one that is not in the workbook yet. */
  readonly figuresOf: (content: AssessmentContent, of: AssessmentId | null) => AssessmentFigures;
}

/** Consecutive saves of a draft share most of their losses. */
const cache = makeLossCache();

type Work<T> = (db: WorkbookDatabase, rating: Rating, stamp: ChangeStamp) => Result<T>;

/** Runs `work` on the open workbook with the present rating model, which the workbook then keeps: for all that is new. */
export const withRatingModel = <T>(context: Context, work: Work<T>): Result<T> =>
  withModel(context, (_, present) => ({ ok: true, value: present }), work);

/** As `withRatingModel`, with the model of the hash that `hashOf` says: for work that stands under a model already. */
export const withModelOf = <T>(
  context: Context,
  hashOf: (db: WorkbookDatabase, presentHash: string) => Result<string>,
  work: Work<T>,
): Result<T> =>
  withModel(
    context,
    (db, present) => {
      const hash = hashOf(db, present.hash);
      return hash.ok ? modelOfWork(db, hash.value, present) : hash;
    },
    work,
  );

function withModel<T>(
  context: Context,
  modelFor: (db: WorkbookDatabase, present: BundledModel) => Result<ModelToKeep>,
  work: Work<T>,
): Result<T> {
  const present = context.model();
  if (!present.ok) return present;
  const stamp = changeStamp(context);
  return context.session.using((db) => {
    const model = modelFor(db, present.value);
    if (!model.ok) return model;
    const kept = keepModel(db, model.value, stamp);
    return kept.ok ? work(db, ratingBy(db, model.value, stamp), stamp) : kept;
  });
}

function ratingBy(db: WorkbookDatabase, { model, hash }: ModelToKeep, stamp: ChangeStamp): Rating {
  const today = localDay(stamp.now);
  const found = authorityOf(db, stamp);
  // A profile that cannot be read must not keep a change from being saved; issuing fails on it.
  const authority = found.ok ? found.value : null;
  return {
    model,
    reference: { id: model.id, hash },
    figuresOf(content, assessmentId) {
      const read = bookSoFar(db, { assessmentId, today });
      // Nor must a book that cannot be read.
      const book = read.ok ? read.value : null;
      return figuresOf(judge({ content, model, today, grid: 'full', authority, book, cache }));
    },
  };
}
