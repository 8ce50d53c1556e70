import { randomUUID } from 'node:crypto';
import { type ReferralMemo, referralMemo } from '#shared/deal/referral-memo.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { localDay } from '#shared/domain/dates.ts';
import type { ReasonKind } from '#shared/domain/deal-states.ts';
import type { CodedReason } from '#shared/domain/model-wording.ts';
import { type Profile, type ProfileId, ROLE_WORDS } from '#shared/domain/people.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { type AssessmentRecord, assessmentIdSchema } from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { figuresOf } from '#shared/underwriting/figures.ts';
import { judge } from '#shared/underwriting/judge.ts';
import type { Judgement } from '#shared/underwriting/judgement.ts';
import { decideCleared } from '#shared/underwriting/offered.ts';
import { standsUnder } from '../../store/assessments/model-of-draft.ts';
import { getAssessment } from '../../store/assessments/read-assessments.ts';
import type { ChangeStamp } from '../../store/audit/audit.ts';
import { bookSoFar } from '../../store/book/book-so-far.ts';
import type { WorkbookDatabase } from '../../store/connection/database.ts';
import { diaryCases } from '../../store/deal/diary-cases.ts';
import { moveCase } from '../../store/deal/move-case.ts';
import { acceptOffer, bindOffer, recordCounterOffer, withdrawOffer } from '../../store/deal/offers.ts';
import { approveCase, referCase, sendBack } from '../../store/deal/referral.ts';
import { moveSubjectivity } from '../../store/deal/subjectivities.ts';
import { authorityOf, listProfiles } from '../../store/people/profiles.ts';
import { beyondAuthority } from '../approval-authority.ts';
import { changeStamp } from '../change-stamp.ts';
import type { Context, GroupHandlers } from '../context.ts';
import { withModelOf } from '../with-rating-model.ts';

export const dealHandlers: GroupHandlers<'deal'> = {
  memo: (context, { id }) =>
    judged(context, id, (db, of) => {
      const { memo, judgement } = of;
      const profiles = listProfiles(db);
      if (!profiles.ok) return profiles;
      const { decision } = judgement;
      const left = decideCleared(judgement, clearable(memo));
      return success({
        memo: { ...memo, rules: [...memo.rules] },
        obstacles: left.kind === 'not-quotable' || left.kind === 'refused' ? [...left.reasons] : [],
        people: profiles.value
          .filter(({ retiredAt }) => retiredAt === null)
          .map((profile) => ({
            id: profile.id,
            name: profile.name,
            role: ROLE_WORDS[profile.role],
            refusals: decision.kind === 'quote' ? [] : [...refusalsOf(profile, of)],
          })),
      });
    }),

  refer: (context, { id, version, words }) =>
    judged(context, id, (db, { memo, judgement, reference, stamp }) => {
      const left = decideCleared(judgement, clearable(memo));
      if (left.kind === 'not-quotable' || left.kind === 'refused') {
        return failed(
          'not-ready',
          `No approval could let this go out, so it is not referred. ${left.reasons.join(' ')}`,
        );
      }
      const figures = figuresOf(judgement);
      return referCase(db, { ...stamp, id, version, figures, model: reference, memo, words });
    }),

  approve: (context, { id, conditions }) =>
    judged(context, id, (db, of) => {
      const { record, memo, stamp } = of;
      const approver = profileOf(db, stamp.profileId);
      if (!approver.ok) return approver;
      // What was referred is cleared, and what the day has added to it since, such as a period that has begun.
      const cleared = new Set([...clearable(memo), ...clearable(referredMemo(record))]);
      return approveCase(db, {
        ...stamp,
        id,
        role: ROLE_WORDS[approver.value.role],
        conditions,
        cleared: [...cleared],
        refusals: beyondAuthority(approver.value, of),
      });
    }),

  sendBack: (context, { id, questions }) =>
    context.session.using((db) => sendBack(db, { ...changeStamp(context), id, newId: newId(), questions })),

  move: (context, { id, to, reason: code, words }) => {
    const reason = reasonOf(context, { kind: to, code });
    if (!reason.ok) return reason;
    return withModelOf(
      context,
      (db) => standsUnder(db, id),
      (db, { reference, figuresOf: figuresUnder }, stamp) => {
        const found = getAssessment(db, id);
        if (!found.ok) return found;
        const rating = { figures: figuresUnder(found.value.content, id), model: reference };
        return moveCase(db, { ...stamp, id, to, reason: reason.value, words, rating, newId: newId() });
      },
    );
  },

  counterOffer: (context, { id, counter, words }) =>
    context.session.using((db) =>
      recordCounterOffer(db, { ...changeStamp(context), quoteId: id, counter, words }),
    ),

  accept: (context, { id, acceptance, words }) =>
    context.session.using((db) =>
      acceptOffer(db, { ...changeStamp(context), quoteId: id, acceptance, words }),
    ),

  withdraw: (context, { id, reason: code, words }) => {
    const reason = reasonOf(context, { kind: 'withdrawn', code });
    if (!reason.ok) return reason;
    return context.session.using((db) =>
      withdrawOffer(db, { ...changeStamp(context), quoteId: id, reason: reason.value, words }),
    );
  },

  bind: (context, { id, words }) =>
    context.session.using((db) => bindOffer(db, { ...changeStamp(context), quoteId: id, words })),

  moveSubjectivity: (context, { id, subjectivity, to, words }) => {
    const text = subjectivityWords(context);
    return context.session.using((db) =>
      moveSubjectivity(db, {
        ...changeStamp(context),
        quoteId: id,
        subjectivity,
        to,
        words,
        text: text(subjectivity),
      }),
    );
  },

  diary: (context) => context.session.using((db) => diaryCases(db, subjectivityWords(context))),
};

const newId = () => assessmentIdSchema.parse(randomUUID());

/** What an assessment is judged as today, on the grid of a quote, with the memo of its referrals. */
interface Judged {
  readonly record: AssessmentRecord;
  readonly content: AssessmentContent;
  readonly model: RatingModel;
  readonly reference: { readonly id: string; readonly hash: string };
  readonly judgement: Judgement;
  readonly memo: ReferralMemo;
  readonly stamp: ChangeStamp;
}

function judged<T>(
  context: Context,
  id: AssessmentRecord['summary']['id'],
  work: (db: WorkbookDatabase, judged: Judged) => Result<T>,
): Result<T> {
  return withModelOf(
    context,
    (db) => standsUnder(db, id),
    (db, { model, reference }, stamp) => {
      const found = getAssessment(db, id);
      if (!found.ok) return found;
      const { content } = found.value;
      const today = localDay(stamp.now);
      const book = bookSoFar(db, { assessmentId: id, today });
      if (!book.ok) return book;
      const by = authorityOf(db, stamp);
      if (!by.ok) return by;
      const judgement = judge({
        content,
        model,
        today,
        grid: 'full',
        book: book.value,
        authority: by.value,
      });
      const memo = referralMemo(judgement, model, content.currency);
      return work(db, { record: found.value, content, model, reference, judgement, memo, stamp });
    },
  );
}

const clearable = ({ rules }: Pick<ReferralMemo, 'rules'>): readonly string[] => rules.map(({ id }) => id);

/** The memo that was kept with the referral; without rules where there is none that can be read. */
const referredMemo = ({ deal }: AssessmentRecord): Pick<ReferralMemo, 'rules'> => {
  const memo = deal.referral?.memo;
  return typeof memo === 'object' && memo !== null && 'rules' in memo && Array.isArray(memo.rules)
    ? (memo as ReferralMemo)
    : { rules: [] };
};

function profileOf(db: WorkbookDatabase, id: ProfileId | undefined): Result<Profile> {
  const profiles = listProfiles(db);
  if (!profiles.ok) return profiles;
  const found = profiles.value.find((profile) => profile.id === id && profile.retiredAt === null);
  return found === undefined
    ? failed('not-ready', 'Say who you are first (“You are …”): an approval names who gave it.')
    : success(found);
}

/** Why somebody could not approve an assessment: because it is theirs, or beyond them. */
function refusalsOf(profile: Profile, of: Judged): readonly string[] {
  const isOwn = of.record.deal.editors.includes(profile.id) || of.stamp.profileId === profile.id;
  return [
    ...(isOwn ? [`${profile.name} has entered it or refers it.`] : []),
    ...beyondAuthority(profile, of),
  ];
}

/** The reason of a code in the list of its kind; null where no code is given, and a failure where there is no such one. */
function reasonOf(
  context: Context,
  { kind, code }: { readonly kind: string; readonly code: string | null },
): Result<CodedReason | null> {
  if (code === null) return success(null);
  const model = context.model();
  if (!model.ok) return model;
  const { lifecycle } = model.value.model.wording;
  const found = lifecycle?.reasons[kind as ReasonKind]?.find(({ id }) => id === code);
  return found === undefined
    ? failed('invalid-input', 'Reason: choose one from the list.', 'reason')
    : success(found);
}

/** The words of a subjectivity of the model of today, which names all that earlier ones did; else its id. */
function subjectivityWords(context: Context): (id: string) => string {
  const model = context.model();
  const known = model.ok ? model.value.model.subjectivities : [];
  return (id) => known.find((subjectivity) => subjectivity.id === id)?.text ?? id;
}
