import { CASE_IS } from '#shared/deal/state-words.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import type { AssessmentRecord, AssessmentSummary } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { judgedOn } from '../documents/judged-on.ts';
import type { Activations } from '../host/activations.ts';
import { loadBundledModel } from '../host/bundled-model.ts';
import type { Decision } from '../host/launch-arguments.ts';
import {
  approveDeal,
  codedReason,
  type DealWork,
  modelUnder,
  moveDeal,
  referDeal,
  sendBackDeal,
} from '../ipc/deal-work.ts';
import type { Named, SignedIn } from '../ipc/signed-in.ts';
import { getAssessment, listAssessments } from '../store/assessments/read-assessments.ts';
import { keepHead } from '../store/check/keep-heads.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { closeWorkbook, type Workbook } from '../store/workbook/workbook.ts';
import { assessmentsOf, keepPapers, withPaper } from './keep-papers.ts';
import { exitCodeOf, type Outcome, outcomeOf, stopped } from './quote-report.ts';
import { printerFor, type RunSigning } from './run-signing.ts';
import { openKnown } from './run-workbook.ts';
import { type PaperOrder, preparePapers } from './write-paper.ts';

export interface DecideOrder extends Omit<PaperOrder, 'stamp'> {
  readonly decision: Decision;
  /** With what the papers of an issue are signed; null where they are not. */
  readonly signing: RunSigning | null;
  readonly workbook: string;
  readonly people: SignedIn;
  readonly passphrase: Named['passphrase'];
  readonly appVersion: string;
  readonly resourcesFolder: string;
  readonly activations: Activations;
  readonly backupFolder: string | null;
  readonly now: Date;
}

/**
 * Refers a risk, decides on one that is referred, or issues one that may go out, in the name of somebody who has a profile
 * in the workbook: by the functions of the window, so that nobody approves here what they could not approve there.
 */
export async function decide(order: DecideOrder): Promise<Outcome> {
  const leftUndone = 'Nothing was decided.';
  const opened = await openKnown(order, { mode: 'open', now: order.now, leftUndone });
  if (!opened.ok) return stopped(3, opened.failure);
  const workbook = opened.value;
  try {
    const done = await inWorkbook(order, workbook);
    if (!done.ok) return stopped(exitCodeOf(done.failure), done.failure);
    keepHead(workbook, order.seen, order.now);
    return done.value;
  } finally {
    closeWorkbook(workbook);
  }
}

async function inWorkbook(order: DecideOrder, workbook: Workbook): Promise<Result<Outcome>> {
  const { decision, people, passphrase, now } = order;
  const { db } = workbook;
  const present = loadBundledModel(order.resourcesFolder, order.activations);
  if (!present.ok) return present;
  const stamp = await people.stampAs(db, { name: decision.as, passphrase }, now);
  if (!stamp.ok) return stamp;
  if (stamp.value.profileId === undefined)
    return failed(
      'conflict',
      'Nobody has a profile in this workbook yet. Say in the window who works in it; a decision names a person.',
    );
  const found = assessmentOf(db, decision.of);
  if (!found.ok) return found;
  const at: DealWork = { db, present: present.value, stamp: stamp.value };
  if (decision.kind === 'issue') return issue(order, workbook, { at, record: found.value });
  const moved = decided(at, found.value, decision);
  if (!moved.ok) return moved;
  const { summary } = moved.value;
  return success({
    exitCode: 0,
    message: null,
    lines: [
      `${summary.subjectName}, revision ${summary.revision}: ${CASE_IS[summary.deal.state]}, entered by ${decision.as}.`,
      ...(summary.deal.state === 'approved'
        ? [`Issue the quote: npm run quote -- --decide issue --case "${decision.of}" --as NAME`]
        : []),
    ],
  });
}

function decided(
  at: DealWork,
  { summary: { id }, version }: AssessmentRecord,
  { kind, words, conditions, reason: code }: Decision,
): Result<AssessmentRecord> {
  switch (kind) {
    case 'refer':
      return referDeal(at, { id, version, words });
    case 'approve':
      return approveDeal(at, { id, conditions });
    case 'send-back':
      return sendBackDeal(at, { id, questions: words ?? '' });
    default: {
      const reason = codedReason(at.present.model, { kind: 'declined', code });
      if (reason.ok) return moveDeal(at, { id, to: 'declined', reason: reason.value, words });
      const known = at.present.model.wording.lifecycle?.reasons.declined.map((one) => one.id) ?? [];
      return failed('invalid-input', `The option --reason must be one of ${known.join(', ')}.`, 'reason');
    }
  }
}

/** The newest revision of the one case that a reference or the name of its subject stands for. */
function assessmentOf(db: WorkbookDatabase, of: string): Result<AssessmentRecord> {
  const all = listAssessments(db);
  if (!all.ok) return all;
  const isMeant = ({ subjectName, latestQuote }: AssessmentSummary): boolean =>
    latestQuote?.reference === of.trim().toUpperCase() || nameKey(subjectName) === nameKey(of);
  const meant = new Set(all.value.filter(isMeant).map(({ caseId }) => caseId));
  if (meant.size === 0)
    return failed(
      'not-found',
      `This workbook has no case “${of}”: give its reference or the name of its subject.`,
    );
  if (meant.size > 1)
    return failed(
      'invalid-input',
      `“${of}” is the subject of ${meant.size} cases: give the reference of one.`,
    );
  const [newest] = all.value
    .filter(({ caseId, isInBin }) => meant.has(caseId) && !isInBin)
    .toSorted((one, other) => other.revision - one.revision);
  return newest === undefined
    ? failed('not-found', `The case “${of}” is in the bin.`)
    : getAssessment(db, newest.id);
}

async function issue(
  order: DecideOrder,
  workbook: Workbook,
  { at, record }: { readonly at: DealWork; readonly record: AssessmentRecord },
): Promise<Result<Outcome>> {
  const { db, stamp } = at;
  const { content, deal } = record;
  const model = modelUnder(at, record.summary.id);
  if (!model.ok) return model;
  const judged = judgedOn(db, stamp, record.summary.id);
  if (!judged.ok) return judged;
  const on = { ...judged.value.on, cleared: deal.approval?.cleared ?? [] };
  const judgement = judge({ content, model: model.value.model, ...on, grid: 'full' });
  const printer = await printerFor(order.signing, { ...order, db, stamp });
  if (!printer.ok) return printer;
  const made = await keepPapers(order, workbook, async () => {
    const papers = await preparePapers({
      order: { ...order, printer: printer.value, stamp },
      rated: { content, model: model.value, judgement, on },
      workbook,
      record,
    });
    return papers.ok
      ? success({ workbook, assessmentId: record.summary.id, judgement, papers: papers.value })
      : papers;
  });
  if (!made.ok) return made;
  const written = withPaper(made.value);
  return written.ok ? success(outcomeOf(written.value, assessmentsOf(workbook, content))) : written;
}
