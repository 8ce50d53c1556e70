import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAssessment } from '#electron/store/assessments/make-draft.ts';
import { getAssessment } from '#electron/store/assessments/read-assessments.ts';
import { saveAssessment } from '#electron/store/assessments/save-draft.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import { wellFormed } from '#shared/domain/well-formed.ts';
import { assessmentId, caseId, subjectId } from '../support/branded.ts';
import { checkedNow } from './support/checked.ts';
import { anyContent } from './support/content-arbitrary.ts';
import { typicalContent } from './support/contents.ts';
import { BY, FIGURES, keepModel, MODEL, newDraft } from './support/records.ts';
import { newWorkbook, reopened, valueIn } from './support/workbooks.ts';

const newIds = () => ({
  id: assessmentId(randomUUID()),
  caseId: caseId(randomUUID()),
  subjectId: subjectId(randomUUID()),
});

describe('content to rows and back', () => {
  it('loses nothing of any content that the schema allows, order included', () => {
    const { db } = newWorkbook();
    keepModel(db);
    fc.assert(
      fc.property(anyContent, (content) => {
        const ids = newIds();
        valueIn(createAssessment(db, { ...BY, ...ids, content, figures: FIGURES, model: MODEL }));
        const read = valueIn(getAssessment(db, ids.id));
        expect(read.content).toEqual(wellFormed(content));
      }),
      { numRuns: 150 },
    );
    expect(checkedNow(db).findings.filter((item) => !item.isSound)).toEqual([]);
  });

  it('stores exactly the second content when one content is saved over another', () => {
    const { db } = newWorkbook();
    fc.assert(
      fc.property(anyContent, anyContent, (first, second) => {
        const draft = newDraft(db, first);
        valueIn(
          saveAssessment(db, { ...BY, id: draft.summary.id, version: 1, content: second, figures: FIGURES }),
        );
        expect(valueIn(getAssessment(db, draft.summary.id)).content).toEqual(wellFormed(second));
      }),
      { numRuns: 80 },
    );
    expect(checkedNow(db).findings.filter((item) => !item.isSound)).toEqual([]);
  });

  it('gives the same content after closing and opening again', () => {
    const workbook = newWorkbook();
    const content = typicalContent();
    const { summary } = newDraft(workbook.db, content);
    closeWorkbook(workbook);
    expect(valueIn(getAssessment(reopened(workbook.path).db, summary.id)).content).toEqual(content);
  });
});
