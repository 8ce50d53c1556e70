import type { CodedReason } from '#shared/domain/model-wording.ts';
import type { Result } from '#shared/domain/result.ts';
import { diaryCases } from '../../store/deal/diary-cases.ts';
import { acceptOffer, bindOffer, recordCounterOffer, withdrawOffer } from '../../store/deal/offers.ts';
import { moveSubjectivity } from '../../store/deal/subjectivities.ts';
import { changeStamp } from '../change-stamp.ts';
import type { Context, GroupHandlers } from '../context.ts';
import {
  approveDeal,
  codedReason,
  type DealWork,
  memoOfDeal,
  moveDeal,
  referDeal,
  sendBackDeal,
} from '../deal-work.ts';
import { dealPaperHandlers } from './deal-papers.ts';

export const dealHandlers: GroupHandlers<'deal'> = {
  memo: (context, { id }) => atWork(context, (at) => memoOfDeal(at, id)),

  refer: (context, input) => atWork(context, (at) => referDeal(at, input)),

  approve: (context, input) => atWork(context, (at) => approveDeal(at, input)),

  sendBack: (context, input) => atWork(context, (at) => sendBackDeal(at, input)),

  move: (context, { reason: code, ...input }) => {
    const reason = reasonOf(context, { kind: input.to, code });
    return reason.ok ? atWork(context, (at) => moveDeal(at, { ...input, reason: reason.value })) : reason;
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

  ...dealPaperHandlers,

  diary: (context) => context.session.using((db) => diaryCases(db, subjectivityWords(context))),
};

function atWork<T>(context: Context, work: (at: DealWork) => Result<T>): Result<T> {
  const present = context.model();
  if (!present.ok) return present;
  const stamp = changeStamp(context);
  return context.session.using((db) => work({ db, present: present.value, stamp }));
}

function reasonOf(
  context: Context,
  asked: { readonly kind: string; readonly code: string | null },
): Result<CodedReason | null> {
  const model = context.model();
  return model.ok ? codedReason(model.value.model, asked) : model;
}

/** The words of a subjectivity of the model of today, which names all that earlier ones did; else its id. */
function subjectivityWords(context: Context): (id: string) => string {
  const model = context.model();
  const known = model.ok ? model.value.model.subjectivities : [];
  return (id) => known.find((subjectivity) => subjectivity.id === id)?.text ?? id;
}
