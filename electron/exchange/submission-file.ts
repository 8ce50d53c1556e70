import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { type AssessmentContent, SUBMISSION_FORMAT } from '#shared/domain/assessment-content.ts';
import type { AssessmentSummary } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { MAXIMUM_SUBMISSION_SIZE, submissionSizeFailure } from '#shared/domain/submission.ts';
import { openHereFailure } from '../host/open-here.ts';
import { errorCode } from '../host/system-error.ts';

/** Where editors find the JSON Schema of the format: it lies beside the samples. */
const SCHEMA_FILE = './submission.schema.json';

/** The content as a submission file, which can be read back without loss: the format, then the fields in schema order. */
export const submissionText = (content: AssessmentContent): string =>
  `${JSON.stringify({ $schema: SCHEMA_FILE, format: SUBMISSION_FORMAT, ...content }, null, 2)}\n`;

/** A file name for the submission of an assessment: `northwind-exchange-2026-07-01.json`. */
export function submissionFileName(
  summary: Pick<AssessmentSummary, 'subjectName' | 'asOf' | 'revision'>,
): string {
  const name = summary.subjectName
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  const revision = summary.revision > 1 ? `-r${summary.revision}` : '';
  return `${[...name].slice(0, 80).join('') || 'submission'}-${summary.asOf}${revision}.json`;
}

/**
 * The text of a submission file. The size is checked before anything is read. A byte order mark is dropped; bytes that
 * are not UTF-8 are refused.
 */
export function readSubmissionText(path: string): Result<string> {
  const name = basename(path);
  try {
    const found = statSync(path);
    if (!found.isFile()) {
      return failed('invalid-input', `“${name}” is not a file. Choose a submission file (JSON).`);
    }
    // Files of the system say that they hold nothing, and may never end.
    if (found.size === 0) return success('');
    const openHere = openHereFailure(path);
    if (openHere !== null) return { ok: false, failure: openHere };
    const tooLarge = submissionSizeFailure(found.size);
    if (tooLarge !== null) return { ok: false, failure: tooLarge };
    const text = decoded(bytesOf(path));
    return text === null
      ? failed('invalid-input', `“${name}” is not UTF-8 text. Save it as UTF-8 and try again.`)
      : success(text);
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? failed('not-found', `There is no file “${name}”. It may have been moved or renamed.`)
      : failed('invalid-input', `“${name}” cannot be read (${code}). Check your right to read it.`);
  }
}

/** Reads one byte more than is allowed at most, in case the file grows while it is read. */
function bytesOf(path: string): Uint8Array {
  const buffer = Buffer.alloc(MAXIMUM_SUBMISSION_SIZE + 1);
  const file = openSync(path, 'r');
  try {
    let length = 0;
    while (length < buffer.length) {
      const read = readSync(file, buffer, length, buffer.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return buffer.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
