import type { z } from 'zod';
import { schemaFailures } from './issue-sentence.ts';
import { type Failure, failed } from './result.ts';

/**
 * The failure of a call's input that does not fit its schema: one sentence on its first problem, with the field's path.
 */
export function parseFailure(
  error: z.ZodError,
  input: unknown,
  schema: z.ZodType,
): { readonly ok: false; readonly failure: Failure } {
  const [failure] = schemaFailures(error, input, { schema });
  return failure === undefined ? failed('invalid-input', 'The input is not valid.') : { ok: false, failure };
}
