import { join } from 'node:path';
import { z } from 'zod';
import { type JsonFile, jsonFile } from './json-file.ts';

const proofSchema = z.object({
  workbookId: z.string(),
  fileName: z.string(),
  folder: z.string(),
  /** What was tried: another file under the same name was not. Left out where an earlier version wrote it down. */
  sha256: z.string().optional(),
  size: z.number().optional(),
  modifiedMs: z.number().optional(),
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

/** A backup by its place, and by what tells without reading it whether it is still the file that was tried. */
export interface TriedFile {
  readonly fileName: string;
  readonly folder: string;
  readonly size: number;
  readonly modifiedMs: number;
}

/** The newest trial of that backup of the workbook (whichever it is, when its id is not known). */
export const trialOf = (
  file: RestoreProofs,
  workbookId: string | null,
  backup: TriedFile,
): RestoreProof | undefined =>
  file
    .read()
    .proofs.find(
      (proof) =>
        (workbookId === null || proof.workbookId === workbookId) &&
        proof.fileName === backup.fileName &&
        proof.folder === backup.folder &&
        proof.size === backup.size &&
        proof.modifiedMs === backup.modifiedMs,
    );

/** The newest trial of a backup of that workbook that went well, and has not failed since. */
export function lastProof(file: RestoreProofs, workbookId: string): RestoreProof | undefined {
  const proofs = file.read().proofs.filter((proof) => proof.workbookId === workbookId);
  return proofs.find((proof) => proof.isSound && proofs.find((other) => isSameName(other, proof)) === proof);
}

const isSameName = (one: RestoreProof, other: RestoreProof): boolean =>
  one.fileName === other.fileName && one.folder === other.folder;
