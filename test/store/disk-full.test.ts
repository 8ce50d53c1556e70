import { randomUUID } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAssessment } from '#electron/store/assessments/make-draft.ts';
import { getAssessment, listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { saveAssessment } from '#electron/store/assessments/save-draft.ts';
import { backUpWorkbook } from '#electron/store/backup/back-up.ts';
import { issueQuote } from '#electron/store/issuing/issue-quote.ts';
import { closeWorkbook, openWorkbook, type Workbook } from '#electron/store/workbook/workbook.ts';
import { assessmentId, caseId, subjectId } from '../support/branded.ts';
import { checkedNow } from './support/checked.ts';
import { typicalContent } from './support/contents.ts';
import { BY, FIGURES, keepModel, MODEL, newDraft, quoteInput } from './support/records.ts';
import { smallDisk } from './support/small-disk.ts';
import {
  failureOf,
  NOW,
  newWorkbook,
  options,
  reopened,
  temporaryFolder,
  valueIn,
} from './support/workbooks.ts';

const create = (workbook: Workbook) =>
  createAssessment(workbook.db, {
    ...BY,
    id: assessmentId(randomUUID()),
    caseId: caseId(randomUUID()),
    subjectId: subjectId(randomUUID()),
    content: typicalContent(),
    figures: FIGURES,
    model: MODEL,
  });

/** Creates assessments until one does not fit; returns how many were stored. */
function fill(workbook: Workbook): number {
  for (let stored = 0; stored < 2000; stored += 1) {
    const result = create(workbook);
    if (result.ok) continue;
    expect(result.failure.code).toBe('disk-full');
    expect(result.failure.message).toContain(
      'is full, so this was not stored; what was stored before is safe',
    );
    return stored;
  }
  throw new Error('the disk never became full');
}

describe('a full disk', () => {
  it('stores whole assessments or none, says so, and works again when there is room', () => {
    const disk = smallDisk(6000);
    const workbook = newWorkbook(join(disk ?? temporaryFolder(), 'Book.ballast'));
    keepModel(workbook.db);
    const filler = disk === null ? null : join(disk, 'filler');
    if (filler === null) workbook.db.pragma('max_page_count = 400');
    else writeFileSync(filler, Buffer.alloc(2_000_000));
    const stored = fill(workbook);
    expect(stored).toBeGreaterThan(0);
    expect(valueIn(listAssessments(workbook.db))).toHaveLength(stored);
    if (filler === null) workbook.db.pragma('max_page_count = 1073741823');
    else writeFileSync(filler, '');
    valueIn(create(workbook));
    expect(checkedNow(workbook.db).findings.filter((item) => !item.isSound)).toEqual([]);
    closeWorkbook(workbook);
    expect(valueIn(listAssessments(reopened(workbook.path).db))).toHaveLength(stored + 1);
  });

  it('leaves an assessment as it was when its save or its quote does not fit', () => {
    const workbook = newWorkbook();
    const draft = newDraft(workbook.db);
    const pages = Number(workbook.db.pragma('page_count', { simple: true }));
    workbook.db.pragma(`max_page_count = ${pages}`);
    const content = { ...draft.content, terms: { ...draft.content.terms, note: 'x'.repeat(4000) } };
    const save = { ...BY, id: draft.summary.id, version: 1, figures: FIGURES };
    const failures = [0, 1, 2, 3, 4].map((i) =>
      saveAssessment(workbook.db, {
        ...save,
        content: { ...content, exposures: { ...content.exposures, note: `${i}`.repeat(4000) } },
      }),
    );
    expect(failures.every((result) => !result.ok && result.failure.code === 'disk-full')).toBe(true);
    expect(failureOf(issueQuote(workbook.db, quoteInput(workbook.db, draft))).code).toBe('disk-full');
    expect(valueIn(getAssessment(workbook.db, draft.summary.id))).toEqual(draft);
  });

  it('still lets a workbook be opened and read, and closed without loss', () => {
    const disk = smallDisk(4000);
    const workbook = newWorkbook(join(disk ?? temporaryFolder(), 'Book.ballast'));
    const { id } = newDraft(workbook.db).summary;
    closeWorkbook(workbook);
    if (disk !== null) {
      expect(() => writeFileSync(join(disk, 'filler'), Buffer.alloc(8_000_000))).toThrow(/ENOSPC/);
    }
    const again = reopened(workbook.path);
    if (disk === null) again.db.pragma('max_page_count = 1');
    const record = valueIn(getAssessment(again.db, id));
    const saved = saveAssessment(again.db, {
      ...BY,
      id,
      version: record.version,
      content: { ...record.content, terms: { ...record.content.terms, note: 'y'.repeat(4000) } },
      figures: FIGURES,
    });
    // Within the room that the file already has a small change may fit; if not, it is the disk that is named.
    expect(saved.ok ? 'stored' : saved.failure.code).toBe(disk === null ? 'stored' : 'disk-full');
    closeWorkbook(again);
    expect(reopened(workbook.path).isReadOnly).toBe(false);
  });

  it('makes no half workbook and no half backup', () => {
    const disk = smallDisk(100);
    if (disk !== null) {
      const failure = failureOf(openWorkbook(join(disk, 'New.ballast'), options('create')));
      expect(failure.code).toBe('disk-full');
      expect(readdirSync(disk)).toEqual([]);
    }
    const workbook = newWorkbook();
    newDraft(workbook.db);
    const folder = smallDisk(200);
    if (folder === null) return;
    const failure = failureOf(backUpWorkbook(workbook, { now: NOW, folder }));
    expect(failure.code).toBe('disk-full');
    expect(failure.message).toContain('could not be backed up');
    expect(readdirSync(folder)).toEqual([]);
  });
});
