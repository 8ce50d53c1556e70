import type { Result } from '#shared/domain/result.ts';
import type { ActiveModel } from '#shared/underwriting/activate-model.ts';
import type { ChangeStamp } from '../audit/audit.ts';
import type { WorkbookDatabase } from '../connection/database.ts';
import { putModel } from './models.ts';
import { putWording } from './wordings.ts';

/** A model that may be used, with the texts of its two files. */
export interface ModelToKeep extends ActiveModel {
  readonly json: string;
  readonly wordingJson: string;
}

/** Keeps model and wording in the workbook, so that what was priced with them can be followed years later. */
export function keepModel(
  db: WorkbookDatabase,
  { model, hash, json, wordingHash, wordingJson }: ModelToKeep,
  { actor, now }: ChangeStamp,
): Result<undefined> {
  const kept = putModel(db, { actor, now, model: { id: model.id, title: model.title }, hash, json });
  if (!kept.ok) return kept;
  return putWording(db, {
    actor,
    now,
    modelHash: hash,
    wordingId: model.wording.id,
    hash: wordingHash,
    json: wordingJson,
  });
}
