import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, success } from '#shared/domain/result.ts';
import { type ActiveModel, checkModel, passTestCases } from '#shared/underwriting/activate-model.ts';
import { type Activations, noActivations } from './activations.ts';

/** A rating model that may be used, with the texts of model and wording, to be kept in the workbook. */
export interface BundledModel extends ActiveModel {
  readonly json: string;
  readonly wordingJson: string;
}

const MODEL_FILE = 'digital-asset-2026.1.json';
const WORDING_FILE = 'digital-asset-2026.1.wording.json';

/**
 * Reads the rating model that ships with the application, with its wording, and runs its own test cases, unless
 * `activations` knows that both passed them before; a model that fails one is not used.
 */
export function loadBundledModel(
  resourcesFolder: string,
  activations: Activations = noActivations,
): Result<BundledModel> {
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
