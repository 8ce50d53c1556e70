import { z } from 'zod';
import {
  fileProblem,
  fileSizeWords,
  MOST_WORKBOOK_FILE_BYTES,
  typeOfFile,
} from '#shared/domain/attachments.ts';
import { failed, type Result } from '#shared/domain/result.ts';
import { fastSha256 } from '../../host/hash.ts';
import { type ChangeStamp, changeRecords } from '../audit/audit.ts';
import { changing, prepared, reading, type WorkbookDatabase, workbookName } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { parsedRow } from '../connection/stored-values.ts';
import { insertRow } from '../connection/table.ts';
import { attachmentsTable, fileKind } from './files-table.ts';

const IS_KEPT = `SELECT 1 FROM attachments WHERE sha256 = ?`;
const TOTAL = `SELECT coalesce(sum(size), 0) FROM attachments`;
const BYTES = `SELECT bytes FROM attachments WHERE sha256 = ?`;

/** A file that is kept: by what content refers to it. */
export interface KeptFile {
  readonly sha256: string;
  readonly name: string;
  readonly size: number;
}

/**
 * Keeps a file by the hash of its bytes, whole or not at all; one that is kept already is not kept twice. Refuses what is
 * empty, too large, of a kind that is not evidence, or more than a workbook may hold.
 */
export function keepFile(
  db: WorkbookDatabase,
  { name, bytes, ...stamp }: ChangeStamp & { readonly name: string; readonly bytes: Uint8Array },
): Result<KeptFile> {
  const problem = fileProblem(name, bytes);
  if (problem !== null) return failed(problem.includes('at most') ? 'too-large' : 'invalid-input', problem);
  const sha256 = fastSha256(bytes);
  const kept: KeptFile = { sha256, name, size: bytes.length };
  const there = reading(db, () => prepared(db, IS_KEPT).get(sha256) !== undefined);
  if (!there.ok) return there;
  if (there.value) return { ok: true, value: kept };
  return changing(db, () => {
    const total = Number(prepared(db, TOTAL).pluck().get()) + bytes.length;
    if (total > MOST_WORKBOOK_FILE_BYTES) {
      throw fault(
        'too-large',
        `With “${name}” the files of this workbook would come to ${fileSizeWords(total)}; at most ${fileSizeWords(MOST_WORKBOOK_FILE_BYTES)} are kept in one.`,
      );
    }
    changeRecords(db, stamp, {
      records: [{ kind: fileKind, id: sha256 }],
      change: () => {
        insertRow(db, attachmentsTable, {
          sha256,
          size: bytes.length,
          type: typeOfFile(name) ?? '',
          addedAt: stamp.now.toISOString(),
          bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
        });
        return {
          action: 'file-kept',
          subjectOf: `File “${name}”`,
          detail: `Kept as evidence: ${fileSizeWords(bytes.length)}, SHA-256 ${sha256.slice(0, 12)}….`,
          facts: { sha256, size: bytes.length },
        };
      },
    });
    return kept;
  });
}

/** The bytes of a kept file, checked against the hash that it goes by. */
export function readFile(db: WorkbookDatabase, sha256: string): Result<Uint8Array> {
  return reading(db, () => {
    const found = prepared(db, BYTES).get(sha256);
    if (found === undefined) throw fault('not-found', 'This file is not in the workbook.');
    const { bytes } = parsedRow(db, {
      schema: z.object({ bytes: z.instanceof(Uint8Array) }),
      row: found,
      what: 'an evidence file',
    });
    if (fastSha256(bytes) === sha256) return bytes;
    throw fault(
      'workbook-damaged',
      `The file ${sha256.slice(0, 12)}… in “${workbookName(db)}” was changed after it was kept. Restore a backup to a new file.`,
    );
  });
}
