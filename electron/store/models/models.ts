import { z } from 'zod';
import { type RatingModel, ratingModelSchema } from '#shared/domain/rating-model.ts';
import { failed, type Result } from '#shared/domain/result.ts';
import type { ActiveModel } from '#shared/underwriting/activate-model.ts';
import { appendAudit } from '../audit/audit.ts';
import { changing, prepared, reading, type WorkbookDatabase, workbookName } from '../connection/database.ts';
import { sha256Hex } from '../connection/hashes.ts';
import { parsedJson } from '../connection/parsed-json.ts';
import { parsedRow } from '../connection/parsed-row.ts';
import { fault } from '../connection/store-fault.ts';
import { INSERT_MODEL, MODEL_BY_HASH, MODEL_IS_KEPT } from './model-statements.ts';

export interface ModelInput {
  readonly model: { readonly id: string; readonly title: string };
  /** The hash by which everything refers to the model. */
  readonly hash: string;
  /** The model's text, kept as it is. */
  readonly json: string;
  readonly actor: string;
  readonly now: Date;
}

/** Keeps a rating model in the workbook, so that a quote can be followed years later; does nothing if it is kept already. */
export function putModel(db: WorkbookDatabase, input: ModelInput): Result<undefined> {
  if (!/^[0-9a-f]{64}$/.test(input.hash)) {
    return failed('model-invalid', 'The hash of a rating model is 64 lower-case hex digits.');
  }
  const kept = reading(db, () => isModelKept(db, input.hash));
  if (!kept.ok) return kept;
  if (kept.value) return { ok: true, value: undefined };
  return changing(db, () => {
    const jsonSha256 = sha256Hex(input.json);
    prepared(db, INSERT_MODEL).run({
      hash: input.hash,
      modelId: input.model.id,
      keptAt: input.now.toISOString(),
      jsonSha256,
      json: input.json,
    });
    appendAudit(db, {
      at: input.now,
      actor: input.actor,
      action: 'model-kept',
      subjectOf: `Rating model ${input.model.id}`,
      detail: `${input.model.title} was kept in the workbook.`,
      facts: { modelHash: input.hash, jsonSha256 },
    });
    return undefined;
  });
}

/** Keeps a model that may be used, so that what was priced with it can be followed years later. */
export const keepModel = (
  db: WorkbookDatabase,
  { model, hash, json }: ActiveModel & { readonly json: string },
  deed: Pick<ModelInput, 'actor' | 'now'>,
): Result<undefined> =>
  putModel(db, { actor: deed.actor, now: deed.now, model: { id: model.id, title: model.title }, hash, json });

export const isModelKept = (db: WorkbookDatabase, hash: string): boolean =>
  prepared(db, MODEL_IS_KEPT).get(hash) !== undefined;

const modelRowSchema = z.object({ hash: z.string(), jsonSha256: z.string(), json: z.string() });

/** The kept model with this hash, checked against what was kept and against the schema of rating models. */
export function getModel(
  db: WorkbookDatabase,
  hash: string,
): Result<{ readonly model: RatingModel; readonly hash: string; readonly json: string }> {
  return reading(db, () => {
    const found = prepared(db, MODEL_BY_HASH).get(hash);
    if (found === undefined) {
      throw fault('not-found', `“${workbookName(db)}” holds no rating model with the hash ${hash}.`);
    }
    const row = parsedRow(db, modelRowSchema, found, 'a rating model');
    if (sha256Hex(row.json) !== row.jsonSha256) {
      throw fault(
        'workbook-damaged',
        `The rating model ${hash.slice(0, 12)}… in “${workbookName(db)}” was changed after it was kept. Restore a backup to a new file.`,
      );
    }
    return {
      model: parsedRow(db, ratingModelSchema, parsedJson(row.json), 'a rating model'),
      hash,
      json: row.json,
    };
  });
}
