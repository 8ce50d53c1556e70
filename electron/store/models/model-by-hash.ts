import { withWording } from '#shared/domain/parse-rating-model.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { ActiveModel } from '#shared/underwriting/activate-model.ts';
import type { WorkbookDatabase } from '../connection/database.ts';
import { getModel } from './models.ts';
import { getWording } from './wordings.ts';

/** The model of today, and the retired ones that ship beside it. */
export type Shipped = ActiveModel & { readonly retired: () => readonly ActiveModel[] };

/**
 * The model with this hash: the present one, or one that the workbook keeps. A model kept before wordings were is worded
 * by the wording that ships for the model of its id.
 */
export function modelByHash(
  db: WorkbookDatabase,
  hash: string,
  present: Result<Shipped>,
): Result<ActiveModel> {
  if (present.ok && present.value.hash === hash) {
    const { model, wordingHash } = present.value;
    return success({ model, hash, wordingHash });
  }
  const kept = getModel(db, hash);
  if (!kept.ok) return kept;
  const worded = getWording(db, hash);
  if (!worded.ok) return worded;
  if (worded.value !== null) {
    const { wording, hash: wordingHash } = worded.value;
    return success({ model: withWording(kept.value.model, wording), hash, wordingHash });
  }
  if (!present.ok) return present;
  const { id } = kept.value.model;
  const shipped = [present.value, ...present.value.retired()].find(
    ({ model }) => model.wording.modelId === id,
  );
  if (shipped === undefined) return failed('not-found', `There is no wording of the rating model ${id}.`);
  const { model, wordingHash } = shipped;
  return success({ model: withWording(kept.value.model, model.wording), hash, wordingHash });
}
