import { join } from 'node:path';
import { z } from 'zod';
import { type JsonFile, jsonFile } from './json-file.ts';

const proofSchema = z.object({
  workbookId: z.string(),
  fileName: z.string(),
  folder: z.string(),
  provenAt: z.iso.datetime(),
  isSound: z.boolean(),
  problem: z.string(),
  assessments: z.number().int(),
  quotes: z.number().int(),
});
/** That a backup was restored on trial, when, and what came of it. */
type RestoreProof = z.infer<typeof proofSchema>;

const proofsSchema = z.object({ proofs: z.array(proofSchema) });
type RestoreProofs = JsonFile<z.infer<typeof proofsSchema>>;

const LONGEST_LIST = 100;

/** Kept with the installation, outside the workbooks that they tell of. */
export const openRestoreProofs = (folder: string): RestoreProofs =>
  jsonFile(join(folder, 'restore-proofs.json'), proofsSchema, { proofs: [] });

/** Puts the newest first; one that cannot be kept is made again at the next start. */
export function addProof(file: RestoreProofs, proof: RestoreProof): void {
  file.write({ proofs: [proof, ...file.read().proofs].slice(0, LONGEST_LIST) });
}

/** The trial of that backup of the workbook (whichever it is, when its id is not known). */
export const trialOf = (
  file: RestoreProofs,
  workbookId: string | null,
  backup: { readonly fileName: string; readonly folder: string },
): RestoreProof | undefined =>
  file
    .read()
    .proofs.find(
      (proof) =>
        (workbookId === null || proof.workbookId === workbookId) &&
        proof.fileName === backup.fileName &&
        proof.folder === backup.folder,
    );

/** The newest trial of a backup of that workbook that went well. */
export const lastProof = (file: RestoreProofs, workbookId: string): RestoreProof | undefined =>
  file.read().proofs.find((proof) => proof.workbookId === workbookId && proof.isSound);
