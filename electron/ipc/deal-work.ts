import { randomUUID } from 'node:crypto';
import type { ReferralMemo } from '#shared/deal/referral-memo.ts';
import { clearable, obstaclesTo, referralMemo } from '#shared/deal/write-memo.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { ReasonKind } from '#shared/domain/deal-states.ts';
import type { CodedReason } from '#shared/domain/model-wording.ts';
import { type Profile, ROLE_WORDS } from '#shared/domain/people.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { type AssessmentId, type AssessmentRecord, assessmentIdSchema } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { figuresOf } from '#shared/underwriting/figures.ts';
import { judge } from '#shared/underwriting/judge.ts';
import type { Judgement } from '#shared/underwriting/judgement.ts';
import { judgedOn } from '../documents/judged-on.ts';
import type { BundledModel } from '../host/bundled-model.ts';
import { standsUnder } from '../store/assessments/model-of-draft.ts';
import { getAssessment } from '../store/assessments/read-assessments.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { moveCase, type PlainState } from '../store/deal/move-case.ts';
import { approveCase, referCase, sendBack } from '../store/deal/referral.ts';
import { keepModel, type ModelToKeep } from '../store/models/keep-model.ts';
import { listProfiles } from '../store/people/profiles.ts';
import { approvalRefusals, refusalsOf } from './approval-authority.ts';
import { modelOfWork } from './model-of-work.ts';

// What the window and the command line do with a referral: the same checks, whoever asks.

/** A workbook, the model of today, and who does it when. */
export interface DealWork {
  readonly db: WorkbookDatabase;
  readonly present: BundledModel;
  readonly stamp: ChangeStamp;
}

/** What an assessment is judged as today, on the grid of a quote, with the memo of its referrals. */
interface Judged {
  readonly record: AssessmentRecord;
  readonly content: AssessmentContent;
  readonly model: RatingModel;
  readonly reference: { readonly id: string; readonly hash: string };
  readonly judgement: Judgement;
  readonly memo: ReferralMemo;
  /** Everybody of the workbook, in the order in which they were added. */
  readonly profiles: readonly Profile[];
}

/** The model that an assessment stands under, which the workbook then keeps. */
export function modelUnder({ db, present, stamp }: DealWork, id: AssessmentId): Result<ModelToKeep> {
  const hash = standsUnder(db, id);
  if (!hash.ok) return hash;
  const model = modelOfWork(db, hash.value, present);
  if (!model.ok) return model;
  const kept = keepModel(db, model.value, stamp);
  return kept.ok ? model : kept;
}

function judged(at: DealWork, id: AssessmentId): Result<Judged> {
  const { db, stamp } = at;
  const under = modelUnder(at, id);
  if (!under.ok) return under;
  const { model, hash } = under.value;
  const found = getAssessment(db, id);
  if (!found.ok) return found;
  const { content } = found.value;
  const beside = judgedOn(db, stamp, id);
  if (!beside.ok) return beside;
  const profiles = listProfiles(db);
  if (!profiles.ok) return profiles;
  // Whoever stands on the paper is no matter of a referral: that is asked when it is issued.
  const judgement = judge({ content, model, ...beside.value.on, parties: null, grid: 'full' });
  return success({
    record: found.value,
    content,
    model,
    reference: { id: model.id, hash },
    judgement,
    memo: referralMemo(judgement, model, content.currency),
    profiles: profiles.value,
  });
}

/** The memo of a referral before it is made: what keeps any approval from helping, and who could give one. */
export function memoOfDeal(at: DealWork, id: AssessmentId) {
  const found = judged(at, id);
  if (!found.ok) return found;
  const { memo, judgement, profiles } = found.value;
  const { decision } = judgement;
  return success({
    memo: { ...memo, rules: [...memo.rules] },
    obstacles: [...obstaclesTo(judgement, memo)],
    people: profiles
      .filter(({ retiredAt }) => retiredAt === null)
      .map((profile) => ({
        id: profile.id,
        name: profile.name,
        role: ROLE_WORDS[profile.role],
        refusals:
          decision.kind === 'quote'
            ? []
            : [...refusalsOf(profile, profiles, { ...found.value, stamp: at.stamp })],
      })),
  });
}

/** Refers an assessment with its memo, unless no approval could let it go out. */
export function referDeal(
  at: DealWork,
  {
    id,
    version,
    words,
  }: { readonly id: AssessmentId; readonly version: number; readonly words: string | null },
): Result<AssessmentRecord> {
  const found = judged(at, id);
  if (!found.ok) return found;
  const { memo, judgement, reference } = found.value;
  const obstacles = obstaclesTo(judgement, memo);
  if (obstacles.length > 0) {
    return failed(
      'not-ready',
      `No approval could let this go out, so it is not referred. ${obstacles.join(' ')}`,
    );
  }
  const figures = figuresOf(judgement);
  return referCase(at.db, { ...at.stamp, id, version, figures, model: reference, memo, words });
}

/** Approves what was referred, within the authority of whoever the stamp names. */
export function approveDeal(
  at: DealWork,
  { id, conditions }: { readonly id: AssessmentId; readonly conditions: readonly string[] },
): Result<AssessmentRecord> {
  const found = judged(at, id);
  if (!found.ok) return found;
  const { record, memo, profiles } = found.value;
  const approver = profiles.find(
    (profile) => profile.id === at.stamp.profileId && profile.retiredAt === null,
  );
  if (approver === undefined)
    return failed('not-ready', 'Say who you are first (“You are …”): an approval names who gave it.');
  // What was referred is cleared, and what the day has added to it since, such as a period that has begun.
  const cleared = new Set([...clearable(memo), ...clearable(referredMemo(record))]);
  return approveCase(at.db, {
    ...at.stamp,
    id,
    role: ROLE_WORDS[approver.role],
    conditions,
    cleared: [...cleared],
    refusals: approvalRefusals(approver, profiles, found.value),
  });
}

/** Sends what was referred back with questions, as a new draft revision. */
export const sendBackDeal = (
  { db, stamp }: DealWork,
  { id, questions }: { readonly id: AssessmentId; readonly questions: string },
): Result<AssessmentRecord> => sendBack(db, { ...stamp, id, newId: newId(), questions });

/** Moves a case by hand: declines it, closes it or opens it again. */
export function moveDeal(
  at: DealWork,
  {
    id,
    to,
    reason,
    words,
  }: {
    readonly id: AssessmentId;
    readonly to: PlainState;
    readonly reason: CodedReason | null;
    readonly words: string | null;
  },
): Result<AssessmentRecord> {
  const found = judged(at, id);
  if (!found.ok) return found;
  const { judgement, reference } = found.value;
  const rating = { figures: figuresOf(judgement), model: reference };
  return moveCase(at.db, { ...at.stamp, id, to, reason, words, rating, newId: newId() });
}

/** The reason of a code in the list of its kind; null where no code is given, and a failure where there is no such one. */
export function codedReason(
  { wording }: RatingModel,
  { kind, code }: { readonly kind: string; readonly code: string | null },
): Result<CodedReason | null> {
  if (code === null) return success(null);
  const found = wording.lifecycle?.reasons[kind as ReasonKind]?.find(({ id }) => id === code);
  return found === undefined
    ? failed('invalid-input', 'Reason: choose one from the list.', 'reason')
    : success(found);
}

const newId = () => assessmentIdSchema.parse(randomUUID());

/** The memo that was kept with the referral; without rules where there is none that can be read. */
const referredMemo = ({ deal }: AssessmentRecord): Pick<ReferralMemo, 'rules'> => {
  const memo = deal.referral?.memo;
  return typeof memo === 'object' && memo !== null && 'rules' in memo && Array.isArray(memo.rules)
    ? (memo as ReferralMemo)
    : { rules: [] };
};
