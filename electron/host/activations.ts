import { join } from 'node:path';
import { z } from 'zod';
import { jsonFile } from './json-file.ts';

/** What a model's test cases were run with. Where any of it differs, they are run again. */
export interface ActivationBasis {
  readonly engine: string;
  readonly application: string;
  /** Fingerprint of everything that computes: it differs where code was changed and no version was. */
  readonly code: string;
  /** The JavaScript engine, whose arithmetic functions are used. */
  readonly v8: string;
}

/** Which rating models have passed their test cases here; `hash` stands for everything that was tested together. */
export interface Activations {
  readonly has: (hash: string) => boolean;
  readonly add: (hash: string) => void;
}

/** Remembers nothing. */
export const noActivations: Activations = { has: () => false, add: () => undefined };

const LONGEST_LIST = 20;

const entrySchema = z.object({
  hash: z.string(),
  engine: z.string(),
  application: z.string(),
  code: z.string(),
  v8: z.string(),
});
const fileSchema = z.object({ passed: z.array(entrySchema) });

/**
 * Remembers activations from one start to the next. The file says only that test cases came out, for a hash that each start
 * computes anew from the model that it reads: whatever stands in it, no other model can be used for it.
 */
export function openActivations(folder: string, basis: ActivationBasis): Activations {
  const file = jsonFile(join(folder, 'activations.json'), fileSchema, { passed: [] });
  const here = () =>
    file
      .read()
      .passed.filter(
        ({ engine, application, code, v8 }) =>
          engine === basis.engine &&
          application === basis.application &&
          code === basis.code &&
          v8 === basis.v8,
      );
  const has = (hash: string): boolean => here().some((entry) => entry.hash === hash);
  return {
    has,
    add: (hash) => {
      if (has(hash)) return;
      // A list that cannot be kept costs time at the next start and nothing else.
      file.write({ passed: [{ hash, ...basis }, ...file.read().passed].slice(0, LONGEST_LIST) });
    },
  };
}
