import { z } from 'zod';
import { submissionSchema } from './assessment-content.ts';

/**
 * The JSON Schema (draft 2020-12) of a submission file as a person writes it: fields with a default may be left out.
 */
export function submissionJsonSchema(): object {
  return {
    ...z.toJSONSchema(submissionSchema, { io: 'input', target: 'draft-2020-12' }),
    title: 'Ballast submission',
  };
}

/** Its text, as kept beside the samples. */
export const submissionJsonSchemaText = (): string => `${JSON.stringify(submissionJsonSchema(), null, 2)}\n`;
