import { join } from 'node:path';
import { z } from 'zod';
import type { ActivationBasis } from './activations.ts';
import { jsonFile } from './json-file.ts';

const fileSchema = z.object({
  basis: z.string(),
  premiums: z.record(z.string(), z.number().int().nullable()),
});

/** Premiums that the check of a workbook has computed here, by the hash of their inputs. */
export interface KnownPricesFile {
  readonly all: () => Readonly<Record<string, number | null>>;
  readonly add: (premiums: Readonly<Record<string, number | null>>) => void;
}

/**
 * A price is a function of its inputs and of the code that prices: each is computed once. With other code everything is
 * forgotten and computed again.
 */
export function openKnownPrices(folder: string, basis: ActivationBasis): KnownPricesFile {
  const name = Object.values(basis).join(' ');
  const file = jsonFile(join(folder, 'known-premiums.json'), fileSchema, { basis: name, premiums: {} });
  const all = () => (file.read().basis === name ? file.read().premiums : {});
  return {
    all,
    add: (premiums) => {
      if (Object.keys(premiums).length > 0) file.write({ basis: name, premiums: { ...all(), ...premiums } });
    },
  };
}
