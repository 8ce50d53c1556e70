import type { Result } from '#shared/domain/result.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { keepModel, type LoadedModel } from '../underwriting/loaded-model.ts';
import { changeStamp } from './change-stamp.ts';
import type { Context } from './context.ts';

/** Runs `work` on the open workbook with the present rating model, which the workbook then keeps. */
export function withRatingModel<T>(
  context: Context,
  work: (db: WorkbookDatabase, model: LoadedModel, stamp: ChangeStamp) => Result<T>,
): Result<T> {
  const model = context.model();
  if (!model.ok) return model;
  const stamp = changeStamp(context);
  return context.session.using((db) => {
    const kept = keepModel(db, model.value, stamp);
    return kept.ok ? work(db, model.value, stamp) : kept;
  });
}
