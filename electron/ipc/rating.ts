import type { Result } from '#shared/domain/result.ts';
import type { Deed } from '../store/assessments/assessment-changes.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { keepModel, type LoadedModel } from '../underwriting/loaded-model.ts';
import type { Context } from './context.ts';
import { deedOf } from './deed.ts';

/** Runs `work` on the open workbook with the present rating model, which the workbook then keeps. */
export function rating<T>(
  context: Context,
  work: (db: WorkbookDatabase, model: LoadedModel, deed: Deed) => Result<T>,
): Result<T> {
  const model = context.model();
  if (!model.ok) return model;
  const deed = deedOf(context);
  return context.session.using((db) => {
    const kept = keepModel(db, model.value, deed);
    return kept.ok ? work(db, model.value, deed) : kept;
  });
}
