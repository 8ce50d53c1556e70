import { z } from 'zod';
import { type RatingModelData, ratingModelSchema } from '#shared/domain/rating-model.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { type ChangeStamp, changeRecords } from '../audit/audit.ts';
import { changing, prepared, reading, type WorkbookDatabase, workbookName } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { parsedJson, parsedRow } from '../connection/stored-values.ts';
import { insertRow } from '../connection/table.ts';
import { modelKind, modelsTable } from './model-tables.ts';

const IS_KEPT = `SELECT 1 FROM models WHERE hash = ?`;
const BY_HASH = `SELECT ${modelsTable.select()} FROM models WHERE hash = ?`;
const ALL_KEPT = `SELECT ${modelsTable.select('models', ['hash', 'modelId', 'json'])} FROM models`;

/** A rating model kept in the workbook. */
export interface ModelReference {
  readonly id: string;
  readonly hash: string;
}

interface ModelInput extends ChangeStamp {
  readonly model: { readonly id: string; readonly title: string };
  /** The hash by which everything refers to the model. */
  readonly hash: string;
  /** The model's text, kept as it is. */
  readonly json: string;
}

/** Keeps a rating model in the workbook, once, so that a quote can be reproduced years later. */
export function putModel(db: WorkbookDatabase, input: ModelInput): Result<undefined> {
  if (!/^[0-9a-f]{64}$/.test(input.hash)) {
    return failed('model-invalid', 'The hash of a rating model is 64 lower-case hex digits.');
  }
  const kept = reading(db, () => isModelKept(db, input.hash));
  if (!kept.ok) return kept;
  if (kept.value) return success(undefined);
  return changing(db, () => {
    const { hash, json, model } = input;
    const jsonSha256 = sha256Hex(json);
    changeRecords(db, input, {
      records: [{ kind: modelKind, id: hash }],
      change: () => {
        insertRow(db, modelsTable, {
          hash,
          modelId: model.id,
          keptAt: input.now.toISOString(),
          jsonSha256,
          json,
        });
        return {
          action: 'model-kept',
          subjectOf: `Rating model ${model.id}`,
          detail: `${model.title} was kept in the workbook.`,
          facts: { modelHash: hash, jsonSha256 },
        };
      },
    });
    return undefined;
  });
}

const isModelKept = (db: WorkbookDatabase, hash: string): boolean =>
  prepared(db, IS_KEPT).get(hash) !== undefined;

/** Fails if the model is not kept in this workbook; inside the caller's transaction. */
export function mustKeepModel(db: WorkbookDatabase, hash: string): void {
  if (isModelKept(db, hash)) return;
  throw fault(
    'model-invalid',
    `The rating model ${hash.slice(0, 12)}… is not kept in this workbook, so nothing can be stored under it.`,
  );
}

const modelRowSchema = z.object({ jsonSha256: z.string(), json: z.string() });

/** The kept model with this hash, checked against what was kept and against the schema of rating models. */
export function getModel(
  db: WorkbookDatabase,
  hash: string,
): Result<{ readonly model: RatingModelData; readonly hash: string; readonly json: string }> {
  return reading(db, () => {
    const found = prepared(db, BY_HASH).get(hash);
    if (found === undefined) {
      throw fault(
        'not-found',
        `“${workbookName(db)}” holds no rating model with the hash ${hash.slice(0, 12)}….`,
      );
    }
    const { json, jsonSha256 } = parsedRow(db, {
      schema: modelRowSchema,
      row: found,
      what: 'a rating model',
    });
    if (sha256Hex(json) !== jsonSha256) {
      throw fault(
        'workbook-damaged',
        `The rating model ${hash.slice(0, 12)}… in “${workbookName(db)}” was changed after it was kept. Restore a backup to a new file.`,
      );
    }
    return {
      model: parsedRow(db, { schema: ratingModelSchema, row: parsedJson(json), what: 'a rating model' }),
      hash,
      json,
    };
  });
}

const keptRowSchema = z.object({ hash: z.string(), modelId: z.string(), keptAt: z.string() });
const KEPT_ROWS = `SELECT ${modelsTable.select('models', ['hash', 'modelId', 'keptAt'])} FROM models ORDER BY kept_at DESC, hash`;

/** The models that the workbook keeps, newest first, by their rows. */
export const listKeptModels = (
  db: WorkbookDatabase,
): Result<{ hash: string; modelId: string; keptAt: string }[]> =>
  reading(db, () =>
    prepared(db, KEPT_ROWS)
      .all()
      .map((row) => parsedRow(db, { schema: keptRowSchema, row, what: 'a rating model' })),
  );

/** Every kept model, as its row says and unchecked; inside the caller's transaction. */
export const keptModels = (
  db: WorkbookDatabase,
): readonly { readonly hash: string; readonly modelId: string; readonly json: unknown }[] =>
  prepared(db, ALL_KEPT).all() as { hash: string; modelId: string; json: unknown }[];
