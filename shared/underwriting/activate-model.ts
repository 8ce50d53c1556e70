import { canonicalHash } from '../domain/canonical-json.ts';
import { modelFaults } from '../domain/check-model.ts';
import { schemaFailures } from '../domain/issue-sentence.ts';
import { refusePrototypeKeys } from '../domain/json-text.ts';
import type { ModelFault } from '../domain/model-expectations.ts';
import { parseRatingModel } from '../domain/parse-rating-model.ts';
import { type RatingModel, ratingModelSchema } from '../domain/rating-model.ts';
import { failed, type Result, success } from '../domain/result.ts';
import { engineFaults } from '../pricing/engine-faults.ts';
import { REGISTER_FACTORS } from '../scoring/incident-subsets.ts';
import { INCIDENT_TEST_FACTORS } from '../scoring/incident-test-case.ts';
import { modelTestMismatches } from './model-test-cases.ts';

/** A rating model that may be used, with the SHA-256 of its canonical JSON. */
export interface ActiveModel {
  readonly model: RatingModel;
  readonly hash: string;
}

/** Computed factors whose score the code reads off a mapping. */
const MAPPED: readonly string[] = [
  'ih-frequency',
  'ih-max-loss',
  'ih-repeat-cause',
  'ih-recency',
  'ih-disclosure-speed',
];

/** Whether the code knows a formula for every computed factor and finds the mappings it reads. */
function formulaFaults(model: RatingModel): readonly ModelFault[] {
  const computed = model.factors.filter((f) => f.kind === 'computed');
  const faults = computed.flatMap((f): ModelFault[] => {
    const path = `factors.${f.id}`;
    const isKnown = (REGISTER_FACTORS as readonly string[]).includes(f.id);
    if (f.evidenceFrom === 'register' && !isKnown) {
      return [{ path, message: 'has no formula in this version of the application' }];
    }
    const needsMapping = f.evidenceFrom === 'answer' || MAPPED.includes(f.id);
    return needsMapping && f.mapping === null ? [{ path, message: 'needs a mapping' }] : [];
  });
  const missing = MAPPED.filter((id) => !computed.some((f) => f.id === id));
  const hasIncidentCase = model.testCases.some(({ kind }) => kind === 'incident-pillar');
  const untested = INCIDENT_TEST_FACTORS.filter((id) => !model.factors.some((f) => f.id === id));
  return [
    ...faults,
    ...missing.map((id) => ({ path: 'factors', message: `${id} must be there` })),
    ...(hasIncidentCase ? untested : []).map((id) => ({
      path: 'factors',
      message: `${id} must be there for the incident test cases`,
    })),
  ];
}

/**
 * Checks a rating model and makes it usable: schema, prototype keys, cross-references and sums, formulas, what the engine
 * takes, and every test case inside it, figure by figure. Never throws on data from JSON. Fails with `model-invalid` and one
 * sentence naming the field, or the case and the figure that does not come out; a model that fails is not activated. The
 * hash is of the data, not of the file's layout.
 */
export function activateModel(json: unknown): Result<ActiveModel> {
  const checked = checkModel(json);
  return checked.ok ? passTestCases(checked.value) : checked;
}

/**
 * The first half of `activateModel`: everything but the test cases. Enough for a model whose hash is known to have passed
 * them with this very code, and for no other.
 */
export function checkModel(json: unknown): Result<ActiveModel> {
  const safe = refusePrototypeKeys(json, 'The rating model');
  if (!safe.ok) return failed('model-invalid', safe.failure.message, safe.failure.field);
  const parsed = parseRatingModel(json);
  if (!parsed.success) {
    const [first] = schemaFailures(parsed.error, json, ratingModelSchema);
    const message = first?.message ?? 'it does not fit its schema.';
    return failed('model-invalid', `The rating model is not valid: ${message}`, first?.field);
  }
  const model = parsed.data;
  const [fault] = [...modelFaults(model), ...formulaFaults(model), ...engineFaults(model)];
  if (fault !== undefined) {
    return failed(
      'model-invalid',
      `The rating model is not valid: ${fault.path}: ${fault.message}.`,
      fault.path,
    );
  }
  if (model.testCases.length === 0) {
    return failed('model-invalid', 'The rating model is not valid: it carries no test case.', 'testCases');
  }
  return success({ model, hash: canonicalHash(json) });
}

/** The second half of `activateModel`, and by far the longer: every test case of a model that was checked. */
export function passTestCases(checked: ActiveModel): Result<ActiveModel> {
  const mismatches = modelTestMismatches(checked.model);
  const [mismatch] = mismatches;
  if (mismatch === undefined) return success(checked);
  const { caseId, path, expected, actual, field = path } = mismatch;
  const others = mismatches.length === 1 ? '' : `, and ${mismatches.length - 1} more`;
  const message = `The rating model fails its own test case ${caseId}: ${path} is ${actual} instead of ${expected}${others}.`;
  return failed('model-invalid', message, field);
}
