import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { moveToBin } from '#electron/store/assessments/bin.ts';
import { getAssessment } from '#electron/store/assessments/read-assessments.ts';
import { saveAssessment } from '#electron/store/assessments/save-draft.ts';
import { lastAuditEntry } from '#electron/store/audit/audit.ts';
import type { WorkbookDatabase } from '#electron/store/connection/database.ts';
import { workbookId } from '#electron/store/connection/workbook-id.ts';
import { addOwnIncidents, changeOwnIncident } from '#electron/store/library/own-incidents.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import type { AssessmentId, TrailHead } from '#shared/domain/records.ts';
import { typicalContent } from '#test/store/support/contents.ts';
import { ownIncident } from '#test/store/support/own-incident.ts';
import { BY, FIGURES, issued, newDraft } from '#test/store/support/records.ts';
import { valueIn } from '#test/store/support/results.ts';

/** A workbook that was worked on, with what it was after each step, and what an installation wrote down of it. */
export interface History {
  readonly id: string;
  /** Where its trail ended, and so what stands outside it. */
  readonly head: TrailHead;
  readonly book: string;
  /** What it was before, the oldest first. */
  readonly states: readonly string[];
  /** The file without its log and, beside it, the log with the last steps: as a killed process leaves them. */
  readonly unfinished: { readonly file: string; readonly log: string };
}

/** Works on a copy of `workbook` in `folder`, a step of each kind after the other. */
export function makeHistory(folder: string, workbook: string): History {
  const path = join(folder, 'History.ballast');
  copyFileSync(workbook, path);
  const open = valueIn(openWorkbook(path, { mode: 'open', appVersion: 'soak', now: new Date() }));
  const { db } = open;
  const states: string[] = [];
  for (const step of steps(db)) {
    const state = join(folder, `state-${states.length}.ballast`);
    db.prepare('VACUUM INTO ?').run(state);
    states.push(state);
    step();
  }
  const head = lastAuditEntry(db);
  const id = workbookId(db);
  if (head === undefined || id === null) throw new Error('the trail is empty');
  const unfinished = {
    file: join(folder, 'unfinished.ballast'),
    log: join(folder, 'unfinished.ballast-wal'),
  };
  copyFileSync(path, unfinished.file);
  copyFileSync(`${path}-wal`, unfinished.log);
  closeWorkbook(open);
  return { id, head, book: path, states, unfinished };
}

function* steps(db: WorkbookDatabase): Generator<() => void> {
  const by = () => ({ ...BY, now: new Date() });
  const draft = newDraft(db, typicalContent('Changed later'));
  const { id } = draft.summary;
  yield () => changed(db, id, 'second thoughts');
  yield () => void issued(db, valueIn(getAssessment(db, id)));
  yield () => valueIn(addOwnIncidents(db, { ...by(), rows: [ownIncident('own-1'), ownIncident('own-2')] }));
  yield () =>
    valueIn(changeOwnIncident(db, { ...by(), row: ownIncident('own-1', { source: 'Court file' }) }));
  const other = newDraft(db, typicalContent('Put away')).summary.id;
  yield () => changed(db, other, 'third thoughts');
  yield () => void valueIn(moveToBin(db, { ...by(), id: other }));
  yield () => void issued(db, newDraft(db, typicalContent('Issued last')));
}

function changed(db: WorkbookDatabase, id: AssessmentId, note: string): void {
  const { content, version } = valueIn(getAssessment(db, id));
  const terms = { ...content.terms, note };
  valueIn(
    saveAssessment(db, {
      ...BY,
      now: new Date(),
      id,
      version,
      content: { ...content, terms },
      figures: FIGURES,
    }),
  );
}
