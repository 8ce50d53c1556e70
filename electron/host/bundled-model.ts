import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Result, success } from '#shared/domain/result.ts';
import {
  type ActiveModel,
  checkModelTexts,
  type ModelTexts,
  passTestCases,
} from '#shared/underwriting/activate-model.ts';
import { type Activations, noActivations } from './activations.ts';
import { computeOnce } from './compute-once.ts';

/**
 * A rating model that may be used, with the texts of model and wording, to be kept in the workbook, and the retired ones
 * that ship beside it for work done under them.
 */
export interface BundledModel extends ActiveModel, ModelTexts {
  readonly retired: () => readonly (ActiveModel & ModelTexts)[];
  /** A checked model that something is to be done under: it must pass its own test cases first, once for each start. */
  readonly tested: (checked: ActiveModel) => Result<ActiveModel>;
}

/** The model that new assessments start under, by the name of its file. */
export const CURRENT_MODEL = 'digital-asset-2026.2';
/** Models of before: nothing new starts under them, and what did is reopened by them. */
const RETIRED_MODELS = ['digital-asset-2026.1'] as const;

const textsOf = (resourcesFolder: string, name: string): ModelTexts => ({
  json: readFileSync(join(resourcesFolder, 'models', `${name}.json`), 'utf8'),
  wordingJson: readFileSync(join(resourcesFolder, 'models', `${name}.wording.json`), 'utf8'),
});

/** Retired models, read when one is asked for; one that no longer fits is left out, since its work is kept with its model. */
function retiredModels(resourcesFolder: string): readonly (ActiveModel & ModelTexts)[] {
  return RETIRED_MODELS.flatMap((name) => {
    const texts = textsOf(resourcesFolder, name);
    const checked = checkModelTexts(texts);
    return checked.ok ? [{ ...checked.value, ...texts }] : [];
  });
}

/**
 * Reads the rating model that new assessments start under, with its wording, and runs its own test cases, unless
 * `activations` knows that both passed them before; a model that fails one is not used.
 */
export function loadBundledModel(
  resourcesFolder: string,
  activations: Activations = noActivations,
): Result<BundledModel> {
  const texts = textsOf(resourcesFolder, CURRENT_MODEL);
  const checked = checkModelTexts(texts);
  if (!checked.ok) return checked;
  const tested = testedBy(activations);
  const passed = tested(checked.value);
  if (!passed.ok) return passed;
  const retired = computeOnce(() => retiredModels(resourcesFolder));
  return success({ ...checked.value, ...texts, retired, tested });
}

/** Runs the test cases of a model, unless `activations` or this very process knows that it passed them. */
function testedBy(activations: Activations): BundledModel['tested'] {
  const known = new Map<string, Result<ActiveModel>>();
  return (checked) => {
    const name = `${checked.hash} ${checked.wordingHash}`;
    if (activations.has(name)) return success(checked);
    const outcome = known.get(name) ?? passTestCases(checked);
    known.set(name, outcome);
    if (outcome.ok) activations.add(name);
    return outcome;
  };
}
