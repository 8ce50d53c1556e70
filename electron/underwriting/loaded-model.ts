import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { type Result, success } from '#shared/domain/result.ts';
import { activateModel } from '#shared/underwriting/activate-model.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import type { ModelReference } from '../store/models/models.ts';
import { putModel } from '../store/models/models.ts';

export interface LoadedModel {
  readonly model: RatingModel;
  readonly hash: string;
  /** The text of its file, to be kept in the workbook. */
  readonly json: string;
}

const MODEL_FILE = 'digital-asset-2026.1.json';

/**
 * Reads the rating model that ships with the application and puts it to its own test cases; a model that fails one is
 * not used.
 */
export function loadModel(resourcesFolder: string): Result<LoadedModel> {
  const json = readFileSync(join(resourcesFolder, 'models', MODEL_FILE), 'utf8');
  const activated = activateModel(JSON.parse(json));
  return activated.ok ? success({ ...activated.value, json }) : activated;
}

export const referenceTo = ({ model, hash }: LoadedModel): ModelReference => ({ id: model.id, hash });

/** Keeps the model in the workbook, so that what was priced with it can be followed years later. */
export const keepModel = (
  db: WorkbookDatabase,
  { model, hash, json }: LoadedModel,
  deed: ChangeStamp,
): Result<undefined> => putModel(db, { ...deed, model: { id: model.id, title: model.title }, hash, json });
