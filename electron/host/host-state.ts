import { join } from 'node:path';
import { z } from 'zod';
import { type JsonFile, jsonFile } from './json-file.ts';

const hostStateSchema = z.object({
  bounds: z
    .object({ x: z.number(), y: z.number(), width: z.number().positive(), height: z.number().positive() })
    .nullable()
    .default(null),
  isMaximised: z.boolean().default(false),
  /** Paths of workbooks, the newest first; the first one opens at the next start. */
  recentWorkbooks: z.array(z.string()).default([]),
});
export type HostState = z.infer<typeof hostStateSchema>;

const LONGEST_RECENT_LIST = 10;

/** What the application remembers about itself between runs. */
export const openHostState = (folder: string): JsonFile<HostState> =>
  jsonFile(join(folder, 'state.json'), hostStateSchema, hostStateSchema.parse({}));

export const withRecentWorkbook = (state: HostState, path: string): HostState => ({
  ...state,
  recentWorkbooks: [path, ...state.recentWorkbooks.filter((other) => other !== path)].slice(
    0,
    LONGEST_RECENT_LIST,
  ),
});
