import { type AssessmentContent, SUBMISSION_FORMAT } from '#shared/domain/assessment-content.ts';
import type { AssessmentSummary } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { MAXIMUM_SUBMISSION_SIZE, submissionSizeFailure } from '#shared/domain/submission.ts';
import { readTextFile } from './text-file.ts';

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

/** The text of a submission file. */
export const readSubmissionText = (path: string): Result<string> =>
  readTextFile(path, {
    what: 'a submission file (JSON)',
    mostBytes: MAXIMUM_SUBMISSION_SIZE,
    tooLarge: submissionSizeFailure,
  });
