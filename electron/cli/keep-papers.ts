import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { rememberIssue } from '../documents/issued-here.ts';
import type { SeenWorkbooks } from '../host/seen-workbooks.ts';
import { listAssessments } from '../store/assessments/read-assessments.ts';
import { keepHead } from '../store/check/keep-heads.ts';
import { changingThroughout } from '../store/connection/database.ts';
import type { Workbook } from '../store/workbook/workbook.ts';
import type { Quoted } from './quote-report.ts';
import { giveUpPapers, type Papers } from './write-paper.ts';

interface Kept {
  readonly seen: SeenWorkbooks;
  readonly now: Date;
}

/**
 * Makes papers in one transaction with what they say. They have room on the disk then, which `withPaper` fills; where nothing
 * was stored, the room is given up.
 */
export async function keepPapers(
  { seen, now }: Kept,
  workbook: Workbook,
  make: () => Promise<Result<Quoted>>,
): Promise<Result<Quoted>> {
  let papers: Papers | null = null;
  const quoted = await changingThroughout(workbook.db, async () => {
    const made = await make();
    if (made.ok) papers = made.value.papers;
    return made;
  });
  if (!quoted.ok) {
    giveUp(papers);
    return quoted;
  }
  const { document, isIssued } = quoted.value.papers;
  const { reference, version } = document;
  if (isIssued && version !== null) rememberIssue(workbook, seen, { reference, version, now });
  keepHead(workbook, seen, now);
  return quoted;
}

const giveUp = (papers: Papers | null): void => giveUpPapers(papers?.files ?? []);

/** The workbook keeps what the paper says: now it may be on the disk. */
export function withPaper(quoted: Quoted): Result<Quoted> {
  const { files, document, isIssued } = quoted.papers;
  const failure = files
    .map(({ file }) => file.fill())
    .flatMap((filled) => (filled.ok ? [] : [filled.failure]))
    .at(0);
  if (failure === undefined) return success(quoted);
  const { code, message } = failure;
  return failed(
    code,
    isIssued
      ? `${document.reference} version ${document.version} is issued and stored in the workbook, but not every PDF of it is on the disk. ${message} Write them again with --papers FOLDER.`
      : `The assessment is stored as a draft, but its PDF is not on the disk. ${message}`,
  );
}

/** How many assessments of the subject the workbook holds. */
export function assessmentsOf({ db }: Workbook, { subject }: AssessmentContent): number {
  const all = listAssessments(db);
  const isIt = ({ subjectName }: { readonly subjectName: string }) =>
    nameKey(subjectName) === nameKey(subject.name);
  return all.ok ? all.value.filter(isIt).length : 1;
}
