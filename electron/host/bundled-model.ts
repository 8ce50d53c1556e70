import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, success } from '#shared/domain/result.ts';
import { type ActiveModel, activateModel } from '#shared/underwriting/activate-model.ts';

/** A rating model that may be used, with the text it was read from. */
export interface BundledModel extends ActiveModel {
  /** The text of its file, to be kept in the workbook. */
  readonly json: string;
}

const MODEL_FILE = 'digital-asset-2026.1.json';

/**
 * Reads the rating model that ships with the application and puts it to its own test cases; a model that fails one is
 * not used.
 */
export function loadBundledModel(resourcesFolder: string): Result<BundledModel> {
  const json = readFileSync(join(resourcesFolder, 'models', MODEL_FILE), 'utf8');
  const activated = activateModel(JSON.parse(json));
  return activated.ok ? success({ ...activated.value, json }) : activated;
}
