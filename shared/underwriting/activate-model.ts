import type { z } from 'zod';
import { canonicalHash } from '../domain/canonical-json.ts';
import { modelFaults } from '../domain/check-model.ts';
import { wordingFaults } from '../domain/check-wording.ts';
import { schemaFailures } from '../domain/issue-sentence.ts';
import { parseJsonText, refusePrototypeKeys } from '../domain/json-text.ts';
import type { ModelFault } from '../domain/model-expectations.ts';
import { type ModelWording, modelWordingSchema } from '../domain/model-wording.ts';
import { parseRatingModel, withWording } from '../domain/parse-rating-model.ts';
import { type RatingModel, type RatingModelData, ratingModelSchema } from '../domain/rating-model.ts';
import { failed, type Result, success } from '../domain/result.ts';
import { engineFaults } from '../pricing/engine-faults.ts';
import { modelTestMismatches } from './model-test-cases.ts';

/** A rating model that may be used, with its wording in it, and the SHA-256 of the canonical JSON of each. */
export interface ActiveModel {
  readonly model: RatingModel;
  readonly hash: string;
  readonly wordingHash: string;
}

const NOT_VALID = 'The rating model is not valid';
const WORDING_NOT_VALID = 'The wording of the rating model is not valid';

const invalid = (what: string, { path, message }: ModelFault) =>
  failed('model-invalid', `${what}: ${path}: ${message}.`, path);

/** An answered factor is read off a mapping whatever the wording says of it. */
const mappingFaults = (model: RatingModelData): readonly ModelFault[] =>
  model.factors.flatMap((f) =>
    f.kind === 'computed' && f.evidenceFrom === 'answer' && f.mapping === null
      ? [{ path: `factors.${f.id}`, message: 'needs a mapping' }]
      : [],
  );

/** Schema and prototype keys of one of the two files. */
function readFile<T>({
  what,
  json,
  schema,
  parse = (value) => schema.safeParse(value),
}: {
  readonly what: string;
  readonly json: unknown;
  readonly schema: z.ZodType<T>;
  readonly parse?: (json: unknown) => z.ZodSafeParseResult<T>;
}): Result<T> {
  const safe = refusePrototypeKeys(json, what);
  if (!safe.ok) return failed('model-invalid', safe.failure.message, safe.failure.field);
  const parsed = parse(json);
  if (parsed.success) return success(parsed.data);
  const [first] = schemaFailures(parsed.error, json, { schema });
  const message = first?.message ?? 'it does not fit its schema.';
  return failed('model-invalid', `${what} is not valid: ${message}`, first?.field);
}

/** The wording of a model from its JSON, checked against the model; fails naming the field of the wording. */
export function readWording(json: unknown, model: RatingModelData): Result<ModelWording> {
  const wording = readFile({ what: 'The wording of the rating model', json, schema: modelWordingSchema });
  if (!wording.ok) return wording;
  const [fault] = wordingFaults(wording.value, model);
  return fault === undefined ? wording : invalid(WORDING_NOT_VALID, fault);
}

/**
 * Checks a rating model and its wording and makes them usable: schemas, prototype keys, cross-references and sums, what
 * the engine takes, and every test case inside the model, figure by figure. Never throws on data from JSON. Fails with
 * `model-invalid` and one sentence naming the field, or the case and the figure that does not come out; a model that
 * fails is not activated. The hashes are of the data, not of the files' layout.
 */
export function activateModel(json: unknown, wordingJson: unknown): Result<ActiveModel> {
  const checked = checkModel(json, wordingJson);
  return checked.ok ? passTestCases(checked.value) : checked;
}

/**
 * The first half of `activateModel`: everything but the test cases. Enough for a model and wording whose hashes are known
 * to have passed them with this very code, and for no others.
 */
export function checkModel(json: unknown, wordingJson: unknown): Result<ActiveModel> {
  const data = readFile({
    what: 'The rating model',
    json,
    schema: ratingModelSchema,
    parse: parseRatingModel,
  });
  if (!data.ok) return data;
  const [fault] = [...modelFaults(data.value), ...mappingFaults(data.value)];
  if (fault !== undefined) return invalid(NOT_VALID, fault);
  if (data.value.testCases.length === 0) {
    return failed('model-invalid', `${NOT_VALID}: it carries no test case.`, 'testCases');
  }
  const wording = readWording(wordingJson, data.value);
  if (!wording.ok) return wording;
  const model = withWording(data.value, wording.value);
  const [engineFault] = engineFaults(model);
  if (engineFault !== undefined) return invalid(NOT_VALID, engineFault);
  return success({ model, hash: canonicalHash(json), wordingHash: canonicalHash(wordingJson) });
}

/** The texts of a model's two files. */
export interface ModelTexts {
  readonly json: string;
  readonly wordingJson: string;
}

/** As `checkModel`, of the texts of the two files; one that is not JSON, or says one thing twice, is named with its lines. */
export function checkModelTexts(texts: ModelTexts): Result<ActiveModel> {
  const model = parseJsonText(texts.json, 'The rating model');
  const wording = parseJsonText(texts.wordingJson, 'The wording of the rating model');
  for (const read of [model, wording])
    if (!read.ok) return failed('model-invalid', read.failure.message, read.failure.field);
  return model.ok && wording.ok ? checkModel(model.value, wording.value) : failed('model-invalid', NOT_VALID);
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
