import { withWording } from '#shared/domain/parse-rating-model.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { ActiveModel } from '#shared/underwriting/activate-model.ts';
import type { WorkbookDatabase } from '../connection/database.ts';
import { getModel } from './models.ts';
import { getWording } from './wordings.ts';

/** The model of today, and the retired ones that ship beside it. */
export type Shipped = ActiveModel & { readonly retired: () => readonly ActiveModel[] };

const retiredBy = (hash: string, present: Result<Shipped>): ActiveModel | undefined =>
  present.ok ? present.value.retired().find((model) => model.hash === hash) : undefined;

/**
 * The model with this hash: one that ships, or one that the workbook keeps. A model kept before wordings were is worded by
 * the wording that ships for the model of its id.
 */
export function modelByHash(
  db: WorkbookDatabase,
  hash: string,
  present: Result<Shipped>,
): Result<ActiveModel> {
  const here = present.ok && present.value.hash === hash ? present.value : retiredBy(hash, present);
  if (here !== undefined) return success({ model: here.model, hash, wordingHash: here.wordingHash });
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
