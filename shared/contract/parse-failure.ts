import type { z } from 'zod';
import { type Failure, failed } from '../domain/result.ts';

/** The failure of a value from outside that does not fit its schema: its first problem, with the field's dotted path. */
export function parseFailure(error: z.ZodError): { readonly ok: false; readonly failure: Failure } {
  const issue = error.issues[0];
  if (issue === undefined) return failed('invalid-input', 'The input is not valid.');
  const field = issue.path.map(String).join('.');
  const subject = field === '' ? 'The input' : `The field ${field}`;
  return failed('invalid-input', `${subject}: ${issue.message}.`, field === '' ? undefined : field);
}
