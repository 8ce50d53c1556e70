import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAssessment, duplicateAssessment } from '#electron/store/assessments/make-draft.ts';
import { getAssessment } from '#electron/store/assessments/read-assessments.ts';
import { saveAssessment } from '#electron/store/assessments/save-draft.ts';
import type { ChangeStamp } from '#electron/store/audit/audit.ts';
import type { WorkbookDatabase } from '#electron/store/connection/database.ts';
import { writeCaseMove } from '#electron/store/deal/enter-case-move.ts';
import { moveCase, reviseCase } from '#electron/store/deal/move-case.ts';
import { ownWorkRefusal } from '#shared/deal/own-entry.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { type Result, success } from '#shared/domain/result.ts';
import { assessmentId, caseId, cents, subjectId } from '../support/branded.ts';
import { typicalContent } from './support/contents.ts';
import { approve, finalise, refer, sentBack } from './support/deal.ts';
import { entryOf, person, stampOf } from './support/people.ts';
import { FIGURES, keepModel, MODEL } from './support/records.ts';
import { failureOf, later, newWorkbook, valueIn } from './support/workbooks.ts';

/** People of a workbook, all heads, so that only what they entered or referred can be in the way. */
const NAMES = ['Ada Vance', 'Ben Osei', 'Cy Grant', 'Hope Reed'] as const;
/** What they do, each as often as it should come: what leads to an approval comes more often. */
const STEPS = {
  edit: 3,
  'save-same': 1,
  'score-again': 2,
  refer: 8,
  'send-back': 5,
  approve: 9,
  'approve-beyond': 2,
  revise: 2,
  finalise: 1,
  review: 1,
  decline: 1,
  reopen: 1,
  duplicate: 1,
};
type Step = keyof typeof STEPS;

const anyStep = fc.oneof(
  ...Object.entries(STEPS).map(([step, weight]) => ({ weight, arbitrary: fc.constant(step as Step) })),
);
const steps = fc.array(fc.record({ step: anyStep, who: fc.nat({ max: NAMES.length - 1 }) }), {
  minLength: 10,
  maxLength: 30,
});

const BEYOND = ['The limit is above USD 1m.'];
const WHY = { id: 'price', label: 'Price', needsNote: false };

describe('nobody’s own entry', () => {
  it('is ever approved by them, and nobody is refused for what they did not enter, in any order of steps', () => {
    const { db } = newWorkbook();
    keepModel(db);
    const [first, ...others] = NAMES;
    const head = person(db, entryOf(first, { role: 'head' }));
    const people = [head, ...others.map((name) => person(db, entryOf(name, { role: 'head' }), head))];
    const met = { approved: 0, own: 0, referrer: 0, afterQuestions: 0 };
    let tick = 0;

    const walk = (taken: readonly { readonly step: Step; readonly who: number }[]) => {
      let record = null as AssessmentRecord | null;
      // What the test itself saw: who changed the content of the revision that is open, who referred it, who only asked.
      let entered = new Set<string>();
      let referredBy: string | null = null;
      let asked = new Set<string>();
      for (const { step, who } of [{ step: 'edit' as const, who: 0 }, ...taken]) {
        const profile = people[who] ?? head;
        tick += 1;
        const by = { ...stampOf(profile), now: later(60 + tick) };
        if (record === null) {
          record = valueIn(created(db, by));
          entered = new Set([profile.id]);
          continue;
        }
        const open: AssessmentRecord = record;
        if (step === 'approve' || step === 'approve-beyond') {
          const isReferred: boolean = open.summary.deal.state === 'referred';
          const result = approve(db, open, by, step === 'approve' ? [] : BEYOND);
          const isOwn = entered.has(profile.id);
          if (!isReferred || isOwn || referredBy === profile.id || step === 'approve-beyond') {
            const { message } = failureOf(result);
            if (!isReferred) continue;
            const own = ownWorkRefusal(profile, { editors: [...entered], referredBy });
            expect(message).toBe(own ?? `${profile.name} cannot approve this. ${BEYOND.join(' ')}`);
            if (isOwn) met.own += 1;
            else if (referredBy === profile.id) met.referrer += 1;
            // The workbook itself refuses it as well, whoever asks it.
            if (own !== null)
              expect(() => approvedByHand(db, open, by)).toThrow(
                /nobody approves what they entered or referred themselves/,
              );
          } else {
            record = valueIn(result);
            met.approved += 1;
            if (asked.has(profile.id)) met.afterQuestions += 1;
          }
          continue;
        }
        const result = stepTaken(db, { step, record: open, by, tick });
        if (!result.ok) continue;
        record = result.value;
        if (step === 'edit') entered.add(profile.id);
        if (step === 'refer') referredBy = profile.id;
        if (step === 'send-back') asked.add(profile.id);
        if (step === 'duplicate') {
          asked = new Set();
          referredBy = null;
        }
        expect(new Set(record.deal.editors)).toEqual(entered);
      }
    };

    fc.assert(fc.property(steps, walk), { numRuns: 120 });
    // The walks met each kind, so that what is said above was not said of nothing.
    for (const [kind, times] of Object.entries(met)) expect([kind, times > 0]).toEqual([kind, true]);
  });
});

/** The move of an approval written without the checks of the code. */
const approvedByHand = (
  db: WorkbookDatabase,
  { summary: { id, caseId } }: AssessmentRecord,
  by: ChangeStamp,
) => writeCaseMove(db, by, { caseId, assessmentId: id, name: 'by hand', to: 'approved' });

const created = (db: WorkbookDatabase, by: ChangeStamp) =>
  createAssessment(db, {
    ...by,
    id: assessmentId(randomUUID()),
    caseId: caseId(randomUUID()),
    subjectId: subjectId(randomUUID()),
    content: typicalContent(),
    figures: FIGURES,
    model: MODEL,
  });

/** One step of a walk but an approval, by somebody. */
function stepTaken(
  db: WorkbookDatabase,
  {
    step,
    record,
    by,
    tick,
  }: {
    readonly step: Exclude<Step, 'approve' | 'approve-beyond'>;
    readonly record: AssessmentRecord;
    readonly by: ChangeStamp;
    readonly tick: number;
  },
): Result<AssessmentRecord> {
  const { id } = record.summary;
  const newId = assessmentId(randomUUID());
  const at = { ...by, id, newId };
  const save = (content: AssessmentRecord['content'], figures = FIGURES): Result<AssessmentRecord> => {
    const saved = saveAssessment(db, { ...by, id, version: record.version, content, figures });
    return saved.ok ? getAssessment(db, id) : saved;
  };
  const move = (to: 'declined' | 'draft' | 'in-review') =>
    moveCase(db, {
      ...at,
      to,
      reason: to === 'declined' ? WHY : null,
      words: 'For the record.',
      rating: { figures: FIGURES, model: MODEL },
    });
  switch (step) {
    case 'edit':
      return save({
        ...record.content,
        exposures: { ...record.content.exposures, onlinePeakMinor: cents(1_000_000 + tick) },
      });
    case 'save-same':
      return save(record.content);
    case 'score-again':
      return save(record.content, { ...FIGURES, quotedMinor: cents(1_000 + tick) });
    case 'refer':
      return refer(db, record, by);
    case 'send-back':
      return sentBack(db, record, by);
    case 'revise':
      return reviseCase(db, at);
    case 'finalise':
      return success(record.summary.state === 'draft' ? finalise(db, record, by) : record);
    case 'review':
      return move('in-review');
    case 'decline':
      return move('declined');
    case 'reopen':
      return move('draft');
    case 'duplicate':
      return duplicateAssessment(db, { ...at, newCaseId: caseId(randomUUID()) });
  }
}
