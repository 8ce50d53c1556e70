import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { type Result, success } from '#shared/domain/result.ts';
import { checkModel, passTestCases } from '#shared/underwriting/activate-model.ts';
import { type Activations, noActivations } from '../host/activations.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import type { ModelReference } from '../store/models/models.ts';
import { putModel } from '../store/models/models.ts';
import { putWording } from '../store/models/wordings.ts';

export interface LoadedModel {
  readonly model: RatingModel;
  readonly hash: string;
  readonly wordingHash: string;
  /** The texts of model and wording, to be kept in the workbook. */
  readonly json: string;
  readonly wordingJson: string;
}

const MODEL_FILE = 'digital-asset-2026.1.json';
const WORDING_FILE = 'digital-asset-2026.1.wording.json';

/**
 * Reads the rating model that ships with the application, with its wording, and puts it to its own test cases, unless
 * `activations` knows that both passed them before; a model that fails one is not used.
 */
export function loadModel(
  resourcesFolder: string,
  activations: Activations = noActivations,
): Result<LoadedModel> {
  const text = (name: string) => readFileSync(join(resourcesFolder, 'models', name), 'utf8');
  const json = text(MODEL_FILE);
  const wordingJson = text(WORDING_FILE);
  const checked = checkModel(JSON.parse(json), JSON.parse(wordingJson));
  if (!checked.ok) return checked;
  const tested = `${checked.value.hash} ${checked.value.wordingHash}`;
  if (!activations.has(tested)) {
    const passed = passTestCases(checked.value);
    if (!passed.ok) return passed;
    activations.add(tested);
  }
  return success({ ...checked.value, json, wordingJson });
}

export const referenceTo = ({ model, hash }: LoadedModel): ModelReference => ({ id: model.id, hash });

/** Keeps model and wording in the workbook, so that what was priced with them can be followed years later. */
export function keepModel(db: WorkbookDatabase, loaded: LoadedModel, by: ChangeStamp): Result<undefined> {
  const { model, hash, json, wordingHash, wordingJson } = loaded;
  const kept = putModel(db, { ...by, model: { id: model.id, title: model.title }, hash, json });
  if (!kept.ok) return kept;
  return putWording(db, {
    ...by,
    modelHash: hash,
    wordingId: model.wording.id,
    hash: wordingHash,
    json: wordingJson,
  });
}
