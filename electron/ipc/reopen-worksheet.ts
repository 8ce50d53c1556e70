import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { Worksheet } from '../documents/compute-again.ts';
import { worksheetSchema } from '../documents/compute-again.ts';
import type { ExaminedPaper } from '../documents/examine-paper.ts';

/** What a worksheet gives to a workbook. */
export interface ReopenedWorksheet {
  readonly content: AssessmentContent;
  readonly modelHash: string;
  /** For the audit trail: which paper it was taken from. */
  readonly why: string;
}

/**
 * What an assessment is reopened from. Only a worksheet whose figures followed from its inputs is taken over: the draft then
 * has the score and the price that stand on the paper, to the cent.
 */
export function reopened(paper: ExaminedPaper): Result<ReopenedWorksheet> {
  if (!paper.isPaper && paper.kind !== 'of-case') return failed('invalid-input', paper.finding);
  if (paper.kind !== 'worksheet' || paper.computed === null)
    return failed(
      'invalid-input',
      'Only a rating worksheet carries the inputs of its assessment. Choose the worksheet of this quote.',
    );
  const { outcome, findings } = paper.computed;
  if (outcome !== 'agrees' && outcome !== 'agrees-with-older')
    return failed(
      'invalid-input',
      `The assessment was not reopened, since its figures could not be confirmed. ${findings.join(' ')}`,
    );
  if (paper.signatures.broken > 0)
    return failed(
      'invalid-input',
      'The worksheet was changed after it was signed, so that nothing was taken over.',
    );
  const sheet: Worksheet = worksheetSchema.parse(paper.value);
  const name =
    paper.version === null ? 'that was not issued' : `of ${paper.reference} version ${paper.version}`;
  return success({
    content: sheet.content,
    modelHash: sheet.model.hash,
    why: `Reopened from the worksheet ${name}; the SHA-256 of the paper is ${paper.sha256}. Score and premium were computed again and agree.`,
  });
}
