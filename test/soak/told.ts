import { z } from 'zod';
import { assessmentIdSchema, quoteIdSchema } from '#shared/domain/records.ts';

const toldSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('open') }),
  z.object({ step: z.literal('saved'), id: assessmentIdSchema, version: z.number() }),
  z.object({
    step: z.literal('issued'),
    id: assessmentIdSchema,
    quoteId: quoteIdSchema,
    reference: z.string(),
  }),
  z.object({ step: z.literal('backed-up'), path: z.string() }),
]);
/** What a writing process said that it had stored. */
export type Told = z.infer<typeof toldSchema>;

/** The whole lines of what it wrote; the last one may have been cut off by its death. */
export const toldIn = (text: string): readonly Told[] =>
  text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => toldSchema.parse(JSON.parse(line)));
