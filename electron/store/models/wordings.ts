import { z } from 'zod';
import { type ModelWording, modelWordingSchema } from '#shared/domain/model-wording.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { type ChangeStamp, changeRecords } from '../audit/audit.ts';
import { changing, prepared, reading, type WorkbookDatabase, workbookName } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { parsedJson, parsedRow } from '../connection/stored-values.ts';
import { insertRow } from '../connection/table.ts';
import { modelKind, wordingsTable } from './model-tables.ts';

const IS_KEPT = `SELECT 1 FROM model_wordings WHERE model_hash = @modelHash AND hash = @hash`;
/** The one kept last, of a model. */
const LAST_OF_MODEL = `
SELECT hash, json_sha256 AS jsonSha256, json FROM model_wordings WHERE model_hash = ? ORDER BY kept_at DESC LIMIT 1`;
const ALL_KEPT = `SELECT ${wordingsTable.select('model_wordings', ['hash', 'wordingId', 'json'])} FROM model_wordings`;

export interface WordingInput extends ChangeStamp {
  /** Of the model that it belongs to, which is kept already. */
  readonly modelHash: string;
  readonly wordingId: string;
  /** The hash by which documents refer to the wording. */
  readonly hash: string;
  /** The wording's text, kept as it is. */
  readonly json: string;
}

/** Keeps the wording of a kept model in the workbook; does nothing if it is kept already. */
export function putWording(db: WorkbookDatabase, input: WordingInput): Result<undefined> {
  const { hash, modelHash, wordingId, json } = input;
  if (!/^[0-9a-f]{64}$/.test(hash)) {
    return failed('model-invalid', 'The hash of a wording is 64 lower-case hex digits.');
  }
  const kept = reading(db, () => isWordingKept(db, modelHash, hash));
  if (!kept.ok) return kept;
  if (kept.value) return success(undefined);
  return changing(db, () => {
    const jsonSha256 = sha256Hex(json);
    changeRecords(db, input, {
      records: [{ kind: modelKind, id: modelHash }],
      change: () => {
        insertRow(db, wordingsTable, {
          hash,
          modelHash,
          wordingId,
          keptAt: input.now.toISOString(),
          jsonSha256,
          json,
        });
        return {
          action: 'wording-kept',
          subjectOf: `Wording ${wordingId}`,
          detail: 'The wording of the rating model was kept in the workbook.',
          facts: { wordingHash: hash, modelHash, jsonSha256 },
        };
      },
    });
    return undefined;
  });
}

const isWordingKept = (db: WorkbookDatabase, modelHash: string, hash: string): boolean =>
  prepared(db, IS_KEPT).get({ modelHash, hash }) !== undefined;

/** Refuses to issue a document whose words a reader could not find here; inside the caller's transaction. */
export function mustKeepWording(
  db: WorkbookDatabase,
  model: { readonly hash: string; readonly wordingHash?: unknown },
): void {
  const { hash, wordingHash } = model;
  if (typeof wordingHash !== 'string' || isWordingKept(db, hash, wordingHash)) return;
  throw fault('model-invalid', 'The wording of this quote is not kept in this workbook.');
}

const wordingRowSchema = z.object({ hash: z.string(), jsonSha256: z.string(), json: z.string() });

/** The wording kept last of a model, checked against what was kept; null when none was kept with it. */
export function getWording(
  db: WorkbookDatabase,
  modelHash: string,
): Result<{ readonly wording: ModelWording; readonly hash: string; readonly json: string } | null> {
  return reading(db, () => {
    const found = prepared(db, LAST_OF_MODEL).get(modelHash);
    if (found === undefined) return null;
    const { hash, jsonSha256, json } = parsedRow(db, {
      schema: wordingRowSchema,
      row: found,
      what: 'the wording of a model',
    });
    if (sha256Hex(json) !== jsonSha256) {
      throw fault(
        'workbook-damaged',
        `The wording ${hash.slice(0, 12)}… in “${workbookName(db)}” was changed after it was kept. Restore a backup to a new file.`,
      );
    }
    return {
      wording: parsedRow(db, {
        schema: modelWordingSchema,
        row: parsedJson(json),
        what: 'the wording of a model',
      }),
      hash,
      json,
    };
  });
}

/** Every kept wording, as its row says and unchecked; inside the caller's transaction. */
export const keptWordings = (
  db: WorkbookDatabase,
): readonly { readonly hash: string; readonly wordingId: string; readonly json: unknown }[] =>
  prepared(db, ALL_KEPT).all() as { hash: string; wordingId: string; json: unknown }[];
