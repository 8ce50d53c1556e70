import { extname } from 'node:path';
import { type AssessmentContent, SUBMISSION_FORMAT } from '#shared/domain/assessment-content.ts';
import type { AssessmentSummary } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { MAXIMUM_SUBMISSION_SIZE, submissionSizeFailure } from '#shared/domain/submission.ts';
import { fittingName, nameAsStem } from '../host/file-name.ts';
import { readTextFile } from './text-file.ts';

const SCHEMA_NAME = 'submission.schema.json';
/** Where editors find the JSON Schema of the format: it lies beside the samples. */
const SCHEMA_FILE = `./${SCHEMA_NAME}`;

/** The content as a submission file, which can be read back without loss: the format, then the fields in schema order. */
export const submissionText = (content: AssessmentContent): string =>
  `${JSON.stringify({ $schema: SCHEMA_FILE, format: SUBMISSION_FORMAT, ...content }, null, 2)}\n`;

type Named = Pick<AssessmentSummary, 'subjectName' | 'asOf' | 'revision'>;

/** A file name for what is written of an assessment, with an ending of one's own. */
export function assessmentFileName({ subjectName, asOf, revision }: Named, ending: string): string {
  const ofRevision = revision > 1 ? `-r${revision}` : '';
  return fittingName(nameAsStem(subjectName) || 'submission', `-${asOf}${ofRevision}${ending}`);
}

/** A file name for the submission of an assessment: `northwind-exchange-2026-07-01.json`. */
export const submissionFileName = (summary: Named): string => assessmentFileName(summary, '.json');

/** The text of a submission file. */
export const readSubmissionText = (path: string): Result<string> =>
  readTextFile(path, {
    what: 'a submission file (JSON)',
    mostBytes: MAXIMUM_SUBMISSION_SIZE,
    tooLarge: submissionSizeFailure,
  });

/** True for the name that a submission may have; the schema that lies beside them is none. */
export const isSubmissionName = (name: string): boolean =>
  extname(name).toLowerCase() === '.json' && name !== SCHEMA_NAME;
