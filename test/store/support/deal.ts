import { randomUUID } from 'node:crypto';
import { finaliseAssessment } from '#electron/store/assessments/finalise.ts';
import type { ChangeStamp } from '#electron/store/audit/audit.ts';
import type { WorkbookDatabase } from '#electron/store/connection/database.ts';
import { approveCase, referCase, sendBack } from '#electron/store/deal/referral.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { assessmentId } from '../../support/branded.ts';
import { entryOf, person, stampOf } from './people.ts';
import { FIGURES, MODEL } from './records.ts';
import { later, valueIn } from './results.ts';

/** Two people of a workbook: one enters and refers, the other approves. */
export function twoPeople(db: WorkbookDatabase) {
  const hope = person(db, entryOf('Hope Reed', { role: 'head' }));
  const ada = person(db, entryOf('Ada Underwriter'), hope);
  return { ada: { ...stampOf(ada), now: later(30) }, hope: { ...stampOf(hope), now: later(40) } };
}

const MEMO = {
  rules: [
    { id: 'rf-hot', label: 'Online share', found: 'Online share is 12 %, above 10 %.', threshold: '> 10%' },
  ],
  grade: 'BB',
  score: 61,
  technicalMinor: 40_000_000,
  quotedMinor: 41_250_000,
  currency: 'USD',
};

export const refer = (
  db: WorkbookDatabase,
  record: AssessmentRecord,
  by: ChangeStamp,
): Result<AssessmentRecord> =>
  referCase(db, {
    ...by,
    id: record.summary.id,
    version: record.version,
    figures: FIGURES,
    model: MODEL,
    memo: MEMO,
    words: null,
  });

export const approve = (
  db: WorkbookDatabase,
  record: AssessmentRecord,
  by: ChangeStamp,
  refusals: readonly string[] = [],
): Result<AssessmentRecord> =>
  approveCase(db, {
    ...by,
    id: record.summary.id,
    role: 'Head of underwriting',
    conditions: ['Hot wallet under 8 %'],
    cleared: ['rf-hot'],
    refusals,
  });

export const sentBack = (
  db: WorkbookDatabase,
  record: AssessmentRecord,
  by: ChangeStamp,
): Result<AssessmentRecord> =>
  sendBack(db, {
    ...by,
    id: record.summary.id,
    newId: assessmentId(randomUUID()),
    questions: 'Why is the hot share so high?',
  });

export const finalise = (db: WorkbookDatabase, record: AssessmentRecord, by: ChangeStamp): AssessmentRecord =>
  valueIn(
    finaliseAssessment(db, {
      ...by,
      id: record.summary.id,
      version: record.version,
      figures: FIGURES,
      model: MODEL,
    }),
  );
