import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { moveToBin, restoreFromBin } from '#electron/store/assessments/bin.ts';
import { finaliseAssessment } from '#electron/store/assessments/finalise.ts';
import {
  createAssessment,
  duplicateAssessment,
  reviseAssessment,
} from '#electron/store/assessments/make-draft.ts';
import { getAssessment, listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { saveAssessment } from '#electron/store/assessments/save-draft.ts';
import { subjectNamed } from '#electron/store/assessments/subjects.ts';
import { countRecords } from '#electron/store/book/count-records.ts';
import type { WorkbookDatabase } from '#electron/store/connection/database.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { assessmentRecordSchema, assessmentSummarySchema } from '#shared/domain/records.ts';
import { assessmentId, caseId, subjectId } from '../support/branded.ts';
import { typicalContent } from './support/contents.ts';
import { BY, FIGURES, issued, keepModel, MODEL, newDraft } from './support/records.ts';
import { failureOf, later, newWorkbook, valueIn } from './support/workbooks.ts';

const noted = (content: AssessmentContent, note: string): AssessmentContent => ({
  ...content,
  terms: { ...content.terms, note },
});

const finalise = (db: WorkbookDatabase, id: string, version: number) =>
  valueIn(
    finaliseAssessment(db, {
      ...BY,
      now: later(30),
      id: assessmentId(id),
      version,
      figures: FIGURES,
      model: MODEL,
    }),
  );

const tell = (db: WorkbookDatabase, id: string) =>
  valueIn(getAssessment(db, assessmentId(id))).history.map(({ action, detail }) => `${action}: ${detail}`);

const subjectWithKey = (db: WorkbookDatabase, key: string) =>
  db.prepare('SELECT id FROM subjects WHERE name_key = ?').pluck().get(key);

describe('creating', () => {
  it('gives a record that fits the contract', () => {
    const { db } = newWorkbook();
    const record = newDraft(db);
    expect(assessmentRecordSchema.parse(record)).toEqual(record);
    expect(record.summary).toMatchObject({
      subjectName: 'Harbour Exchange',
      subjectType: 'cex',
      revision: 1,
      isLatestRevision: true,
      state: 'draft',
      overall: 71.25,
      grade: 'A',
      isKnockedOut: false,
      referralCount: 2,
      quotedMinor: 41_250_000,
      latestQuote: null,
      isInBin: false,
    });
    expect(record).toMatchObject({ version: 1, modelId: MODEL.id, modelHash: MODEL.hash, quotes: [] });
    expect(record.history[0]).toMatchObject({
      action: 'assessment-created',
      actor: BY.actor,
      subjectOf: 'Harbour Exchange, revision 1',
    });
  });

  it.each([
    ['Crédit Börse', 'Crédit Börse'.normalize('NFD'), 'crédit börse'.normalize('NFD')],
    ['ＡＢＣ 取引所', 'abc 取引所', 'ａｂｃ 取引所'],
    ['Straße AG', 'STRASSE AG', 'straße ag'],
  ])('knows %s again in another spelling, under a key of the version before too', (one, other, oldKey) => {
    const { db } = newWorkbook();
    const { subjectId, subjectName } = newDraft(db, typicalContent(one)).summary;
    expect(subjectNamed(db, other)).toBe(subjectId);
    db.prepare('UPDATE subjects SET name_key = ?').run(oldKey);
    expect(subjectNamed(db, other)).toBe(subjectId);
    expect(subjectNamed(db, `${other}s`)).toBeNull();
    // What was typed is kept as it was typed.
    expect(subjectName).toBe(one);
  });

  it('enters the subject under a key in which neither case nor spacing counts', () => {
    const { db } = newWorkbook();
    const { subjectId } = newDraft(db, typicalContent(' harbour   EXCHANGE ')).summary;
    expect(subjectWithKey(db, 'harbour exchange')).toBe(subjectId);
  });

  it('is refused under a model that the workbook does not keep, with nothing stored', () => {
    const { db } = newWorkbook();
    const failure = failureOf(
      createAssessment(db, {
        ...BY,
        id: assessmentId(randomUUID()),
        caseId: caseId(randomUUID()),
        subjectId: subjectId(randomUUID()),
        content: typicalContent(),
        figures: FIGURES,
        model: MODEL,
      }),
    );
    expect(failure.code).toBe('model-invalid');
    expect(valueIn(listAssessments(db))).toEqual([]);
    expect(db.prepare('SELECT count(*) FROM subjects').pluck().get()).toBe(0);
  });

  it('is refused when the content does not fit its schema, naming the field', () => {
    const { db } = newWorkbook();
    keepModel(db);
    const content = typicalContent();
    const broken = { ...content, terms: { ...content.terms, periodDays: 0 } };
    const result = createAssessment(db, {
      ...BY,
      id: assessmentId(randomUUID()),
      caseId: caseId(randomUUID()),
      subjectId: subjectId(randomUUID()),
      content: broken,
      figures: FIGURES,
      model: MODEL,
    });
    expect(result).toMatchObject({
      ok: false,
      failure: { code: 'invalid-input', field: 'terms.periodDays' },
    });
  });
});

describe('saving', () => {
  it('counts versions, keeps figures and tells what changed', () => {
    const { db } = newWorkbook();
    const { summary, content } = newDraft(db);
    const answers = { ...content.answers };
    const [first = '', second = ''] = Object.keys(answers);
    delete answers[first];
    answers[second] = {
      ...answers[second],
      evidence: 'not-applicable',
      reason: 'No hot wallets.',
    } as (typeof answers)[string];
    const next = noted(
      { ...content, answers, subject: { ...content.subject, name: 'Harbour Group' } },
      'Renewal.',
    );
    const saved = valueIn(
      saveAssessment(db, {
        ...BY,
        now: later(5),
        id: summary.id,
        version: 1,
        content: next,
        figures: { ...FIGURES, overall: 65, grade: 'BBB', quotedMinor: null },
      }),
    );
    expect(saved.version).toBe(2);
    expect(assessmentSummarySchema.parse(saved.summary)).toEqual(saved.summary);
    expect(saved.summary).toMatchObject({
      overall: 65,
      grade: 'BBB',
      quotedMinor: null,
      subjectName: 'Harbour Group',
      updatedAt: later(5).toISOString(),
    });
    expect(valueIn(getAssessment(db, summary.id)).content).toEqual(next);
    expect(tell(db, summary.id)[0]).toBe(
      `assessment-saved: Changed subject, answers.${second}, answers.${first}, terms.`,
    );
    expect(subjectWithKey(db, 'harbour group')).toBe(summary.subjectId);
  });

  it('writes nothing when nothing changed', () => {
    const { db } = newWorkbook();
    const { summary, content } = newDraft(db);
    const changes = () => db.prepare('SELECT total_changes()').pluck().get();
    const before = changes();
    const saved = valueIn(
      saveAssessment(db, { ...BY, now: later(9), id: summary.id, version: 1, content, figures: FIGURES }),
    );
    expect(saved.version).toBe(1);
    expect(changes()).toBe(before);
    expect(tell(db, summary.id)).toHaveLength(1);
  });

  it('from an older version is a conflict that names both, and changes nothing', () => {
    const { db } = newWorkbook();
    const { summary, content } = newDraft(db);
    const save = (version: number, note: string) =>
      saveAssessment(db, { ...BY, id: summary.id, version, content: noted(content, note), figures: FIGURES });
    valueIn(save(1, 'mine'));
    expect(failureOf(save(1, 'theirs'))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('version 2, not 1'),
    });
    expect(valueIn(getAssessment(db, summary.id)).content.terms.note).toBe('mine');
  });

  it('of a finalised, binned or unknown assessment is refused, each with its own sentence', () => {
    const { db } = newWorkbook();
    const one = newDraft(db);
    const two = newDraft(db);
    finalise(db, one.summary.id, 1);
    valueIn(moveToBin(db, { ...BY, id: two.summary.id }));
    const save = (id: string, version: number) =>
      failureOf(
        saveAssessment(db, {
          ...BY,
          id: assessmentId(id),
          version,
          content: noted(one.content, 'x'),
          figures: FIGURES,
        }),
      );
    expect(save(one.summary.id, 2)).toMatchObject({
      code: 'read-only',
      message: expect.stringContaining('new revision'),
    });
    expect(save(two.summary.id, 1)).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('in the bin'),
    });
    expect(save(randomUUID(), 1).code).toBe('not-found');
  });
});

describe('revisions', () => {
  it('a finalised assessment is corrected by a new draft revision of the same case', () => {
    const { db } = newWorkbook();
    const { summary, content } = newDraft(db);
    const done = finalise(db, summary.id, 1);
    expect(done).toMatchObject({ version: 2, summary: { state: 'finalised' } });
    const newId = randomUUID();
    const revision = valueIn(
      reviseAssessment(db, { ...BY, now: later(60), id: summary.id, newId: assessmentId(newId) }),
    );
    expect(revision.summary).toMatchObject({
      id: newId,
      caseId: summary.caseId,
      subjectId: summary.subjectId,
      revision: 2,
      state: 'draft',
      isLatestRevision: true,
    });
    expect(revision.content).toEqual(content);
    expect(revision.revisions.map(({ revision: number, state }) => `${number} ${state}`)).toEqual([
      '1 finalised',
      '2 draft',
    ]);
    expect(valueIn(getAssessment(db, summary.id)).summary.isLatestRevision).toBe(false);
    expect(valueIn(getAssessment(db, summary.id)).content).toEqual(content);
  });

  it('there is one open draft of a case: a second is refused and the first is named', () => {
    const { db } = newWorkbook();
    const { summary } = newDraft(db);
    finalise(db, summary.id, 1);
    const second = valueIn(
      reviseAssessment(db, { ...BY, id: summary.id, newId: assessmentId(randomUUID()) }),
    );
    const again = () => reviseAssessment(db, { ...BY, id: summary.id, newId: assessmentId(randomUUID()) });
    expect(failureOf(again())).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Revision 2 of this case is already a draft'),
    });
    expect(
      failureOf(reviseAssessment(db, { ...BY, id: second.summary.id, newId: assessmentId(randomUUID()) }))
        .message,
    ).toContain('still a draft');
    valueIn(moveToBin(db, { ...BY, id: second.summary.id }));
    expect(valueIn(getAssessment(db, summary.id)).summary.isLatestRevision).toBe(true);
    expect(valueIn(again()).summary.revision).toBe(3);
    expect(failureOf(restoreFromBin(db, { ...BY, id: second.summary.id })).code).toBe('conflict');
  });

  it('a duplicate is a new case of the same subject', () => {
    const { db } = newWorkbook();
    const { summary, content } = newDraft(db);
    issued(db, valueIn(getAssessment(db, summary.id)));
    const copy = valueIn(
      duplicateAssessment(db, {
        ...BY,
        id: summary.id,
        newId: assessmentId(randomUUID()),
        newCaseId: caseId(randomUUID()),
      }),
    );
    expect(copy.summary).toMatchObject({
      subjectId: summary.subjectId,
      revision: 1,
      state: 'draft',
      latestQuote: null,
    });
    expect(copy.summary.caseId).not.toBe(summary.caseId);
    expect(copy.content).toEqual(content);
    expect(copy.quotes).toEqual([]);
  });

  it('finalising needs the present version', () => {
    const { db } = newWorkbook();
    const { summary } = newDraft(db);
    const result = finaliseAssessment(db, {
      ...BY,
      id: summary.id,
      version: 7,
      figures: FIGURES,
      model: MODEL,
    });
    expect(failureOf(result).code).toBe('conflict');
  });
});

describe('the bin', () => {
  it('keeps everything and gives it back', () => {
    const { db } = newWorkbook();
    const { summary, content } = newDraft(db);
    valueIn(moveToBin(db, { ...BY, id: summary.id }));
    valueIn(moveToBin(db, { ...BY, id: summary.id }));
    expect(valueIn(listAssessments(db)).map(({ isInBin }) => isInBin)).toEqual([true]);
    expect(valueIn(countRecords(db))).toEqual({ assessments: 0, quotes: 0 });
    valueIn(restoreFromBin(db, { ...BY, id: summary.id }));
    const record = valueIn(getAssessment(db, summary.id));
    expect(record.content).toEqual(content);
    expect(record.summary.isInBin).toBe(false);
    expect(tell(db, summary.id).map((line) => line.split(':')[0])).toEqual([
      'assessment-restored',
      'assessment-binned',
      'assessment-created',
    ]);
  });

  it('takes a finalised assessment with its quote too, and leaves both whole', () => {
    const { db } = newWorkbook();
    const record = newDraft(db);
    const quote = issued(db, record);
    valueIn(moveToBin(db, { ...BY, id: record.summary.id }));
    expect(valueIn(listAssessments(db))[0]).toMatchObject({ isInBin: true, latestQuote: { id: quote.id } });
  });
});

describe('the list', () => {
  it('shows the last changed first, with the newest quote of each', () => {
    const { db } = newWorkbook();
    const first = newDraft(db, typicalContent('Alpha'));
    const second = newDraft(db, typicalContent('Beta'));
    valueIn(
      saveAssessment(db, {
        ...BY,
        now: later(10),
        id: first.summary.id,
        version: 1,
        content: noted(first.content, 'x'),
        figures: FIGURES,
      }),
    );
    const quote = issued(db, second);
    const rows = valueIn(listAssessments(db));
    expect(rows.map(({ subjectName }) => subjectName)).toEqual(['Beta', 'Alpha']);
    expect(rows[0]?.latestQuote).toEqual(quote);
    for (const row of rows) expect(assessmentSummarySchema.parse(row)).toEqual(row);
  });
});
