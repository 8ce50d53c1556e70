import { failed, type Result, success } from '#shared/domain/result.ts';
import { type ActiveModel, checkModelTexts } from '#shared/underwriting/activate-model.ts';
import type { BundledModel } from '../host/bundled-model.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import type { ModelToKeep } from '../store/models/keep-model.ts';
import { getModel } from '../store/models/models.ts';
import { getWording } from '../store/models/wordings.ts';

/**
 * The model with this hash, for work that goes on under it: the present one, a retired one that ships beside it, or one
 * that the workbook alone keeps. Whichever it is, it was checked in full and has passed its own test cases.
 */
export function modelOfWork(db: WorkbookDatabase, hash: string, present: BundledModel): Result<ModelToKeep> {
  if (hash === present.hash) return success(present);
  const retired = present.retired().find((model) => model.hash === hash);
  const found = retired === undefined ? keptOnly(db, hash, present) : success(retired);
  if (!found.ok) return found;
  const tested = present.tested(found.value);
  return tested.ok ? found : tested;
}

function keptOnly(db: WorkbookDatabase, hash: string, present: BundledModel): Result<ModelToKeep> {
  const kept = getModel(db, hash);
  if (!kept.ok) return kept;
  const worded = getWording(db, hash);
  if (!worded.ok) return worded;
  const shipped = [present, ...present.retired()].find(({ model }) => model.id === kept.value.model.id);
  const wordingJson = worded.value?.json ?? shipped?.wordingJson;
  if (wordingJson === undefined) {
    return failed('not-found', `There is no wording of the rating model ${kept.value.model.id}.`);
  }
  const { json } = kept.value;
  const checked: Result<ActiveModel> = checkModelTexts({ json, wordingJson });
  return checked.ok ? success({ ...checked.value, json, wordingJson }) : checked;
}
