import { z } from 'zod';
import { type ModelWording, modelWordingSchema } from '#shared/domain/model-wording.ts';
import { failed, type Result } from '#shared/domain/result.ts';
import { appendAudit } from '../audit/audit.ts';
import { changing, prepared, reading, type WorkbookDatabase, workbookName } from '../connection/database.ts';
import { sha256Hex } from '../connection/hashes.ts';
import { parsedJson } from '../connection/parsed-json.ts';
import { parsedRow } from '../connection/parsed-row.ts';
import { fault } from '../connection/store-fault.ts';
import { INSERT_WORDING, WORDING_IS_KEPT, WORDING_OF_MODEL } from './wording-statements.ts';

export interface WordingInput {
  /** Of the model that it belongs to, which is kept already. */
  readonly modelHash: string;
  readonly wordingId: string;
  /** The hash by which documents refer to the wording. */
  readonly hash: string;
  /** The wording's text, kept as it is. */
  readonly json: string;
  readonly actor: string;
  readonly now: Date;
}

/** Keeps the wording of a kept model in the workbook; does nothing if it is kept already. */
export function putWording(db: WorkbookDatabase, input: WordingInput): Result<undefined> {
  const { hash, modelHash, wordingId, json } = input;
  if (!/^[0-9a-f]{64}$/.test(hash)) {
    return failed('model-invalid', 'The hash of a wording is 64 lower-case hex digits.');
  }
  const kept = reading(db, () => isWordingKept(db, modelHash, hash));
  if (!kept.ok) return kept;
  if (kept.value) return { ok: true, value: undefined };
  return changing(db, () => {
    const jsonSha256 = sha256Hex(json);
    prepared(db, INSERT_WORDING).run({
      hash,
      modelHash,
      wordingId,
      keptAt: input.now.toISOString(),
      jsonSha256,
      json,
    });
    appendAudit(db, {
      at: input.now,
      actor: input.actor,
      action: 'wording-kept',
      subjectOf: `Wording ${wordingId}`,
      detail: 'The wording of the rating model was kept in the workbook.',
      facts: { wordingHash: hash, modelHash, jsonSha256 },
    });
    return undefined;
  });
}

export const isWordingKept = (db: WorkbookDatabase, modelHash: string, hash: string): boolean =>
  prepared(db, WORDING_IS_KEPT).get({ modelHash, hash }) !== undefined;

const wordingRowSchema = z.object({ hash: z.string(), jsonSha256: z.string(), json: z.string() });

/** The wording kept last of a model, checked against what was kept; null when none was kept with it. */
export function getWording(
  db: WorkbookDatabase,
  modelHash: string,
): Result<{ readonly wording: ModelWording; readonly hash: string } | null> {
  return reading(db, () => {
    const found = prepared(db, WORDING_OF_MODEL).get(modelHash);
    if (found === undefined) return null;
    const { hash, jsonSha256, json } = parsedRow(db, wordingRowSchema, found, 'the wording of a model');
    if (sha256Hex(json) !== jsonSha256) {
      throw fault(
        'workbook-damaged',
        `The wording ${hash.slice(0, 12)}… in “${workbookName(db)}” was changed after it was kept. Restore a backup to a new file.`,
      );
    }
    return {
      wording: parsedRow(db, modelWordingSchema, parsedJson(json), 'the wording of a model'),
      hash,
    };
  });
}
