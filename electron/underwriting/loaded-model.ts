import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { type Result, success } from '#shared/domain/result.ts';
import { checkModel, passTestCases } from '#shared/underwriting/activate-model.ts';
import { type Activations, noActivations } from '../host/activations.ts';
import type { Deed, ModelReference } from '../store/assessments/assessment-changes.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { putModel } from '../store/models/models.ts';

export interface LoadedModel {
  readonly model: RatingModel;
  readonly hash: string;
  /** The text of its file, to be kept in the workbook. */
  readonly json: string;
}

const MODEL_FILE = 'digital-asset-2026.1.json';

/**
 * Reads the rating model that ships with the application and puts it to its own test cases, unless `activations` knows that
 * it passed them before; a model that fails one is not used.
 */
export function loadModel(
  resourcesFolder: string,
  activations: Activations = noActivations,
): Result<LoadedModel> {
  const json = readFileSync(join(resourcesFolder, 'models', MODEL_FILE), 'utf8');
  const checked = checkModel(JSON.parse(json));
  if (!checked.ok) return checked;
  const { hash } = checked.value;
  if (!activations.has(hash)) {
    const passed = passTestCases(checked.value);
    if (!passed.ok) return passed;
    activations.add(hash);
  }
  return success({ ...checked.value, json });
}

export const referenceTo = ({ model, hash }: LoadedModel): ModelReference => ({ id: model.id, hash });

/** Keeps the model in the workbook, so that what was priced with it can be followed years later. */
export const keepModel = (
  db: WorkbookDatabase,
  { model, hash, json }: LoadedModel,
  deed: Deed,
): Result<undefined> => putModel(db, { ...deed, model: { id: model.id, title: model.title }, hash, json });
