import { z } from 'zod';
import type { AssessmentId } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { prepared, reading, type WorkbookDatabase } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { parsedJson } from '../connection/stored-values.ts';
import { headOf } from './assessment-head.ts';

const MOVES_OF = `SELECT facts FROM audit WHERE assessment_id = ? AND action = 'assessment-moved'`;
const moveFactsSchema = z.object({ fromModelHash: z.string() });

/** The hash of the model that an assessment stands under. */
export const standsUnder = (db: WorkbookDatabase, id: AssessmentId): Result<string> =>
  reading(db, () => headOf(db, id).modelHash);

/**
 * The hash of the model that a draft is saved under: its own, unless another is asked for. It moves to the present model,
 * and back to one that the trail says it was moved from; nothing else starts under a model that is not the present one.
 */
export function modelToSaveUnder(
  db: WorkbookDatabase,
  {
    id,
    asked,
    presentHash,
  }: { readonly id: AssessmentId; readonly asked: string | undefined; readonly presentHash: string },
): Result<string> {
  return reading(db, () => {
    const { modelHash } = headOf(db, id);
    if (asked === undefined || asked === modelHash) return modelHash;
    const earlier = prepared(db, MOVES_OF)
      .pluck()
      .all(id)
      .map((facts) => moveFactsSchema.safeParse(parsedJson(String(facts))).data?.fromModelHash);
    if (asked === presentHash || earlier.includes(asked)) return asked;
    throw fault(
      'invalid-input',
      'A draft moves to the rating model of today, or back to the one that it was moved from.',
    );
  });
}
