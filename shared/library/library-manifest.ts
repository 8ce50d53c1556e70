import { z } from 'zod';
import { isoDateSchema } from '../domain/dates.ts';

/** What a library pack says of itself: `manifest.json` beside its tables. */
export const libraryManifestSchema = z.strictObject({
  id: z.string().min(1),
  /** The day that the pack was closed; no row is younger than it. */
  date: isoDateSchema,
  title: z.string().min(1),
  /** The pack that this one adds to, if any, and how. */
  base: z.string().min(1).nullable(),
  changes: z.array(z.string()),
  sources: z.array(z.string()).min(1),
  licence: z.string().min(1),
  caveats: z.array(z.string()).min(1),
  /** SHA-256 of each file of the pack, hex. */
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)),
});
