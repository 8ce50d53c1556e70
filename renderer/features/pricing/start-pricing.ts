import { QueryObserver } from '@tanstack/react-query';
import type { BookSoFar } from '#shared/domain/accumulation.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { localDay } from '#shared/domain/dates.ts';
import type { OptionId } from '#shared/domain/deal-content.ts';
import { heldLimits } from '#shared/domain/may-change-profile.ts';
import { partiesOf } from '#shared/domain/parties.ts';
import type { Insurer, PresentPeople, Profile } from '#shared/domain/people.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import { listenTo } from '../../editor/background-worker.ts';
import type { JudgementView } from '../../editor/draft/judgement-view.ts';
import {
  bookSoFarQuery,
  insurerQuery,
  presentQuery,
  profilesQuery,
  queryClient,
} from '../../editor/queries.ts';
import { createPriceEngine, type PriceEngine, type PriceEngineParts } from './price-engine.ts';
import { useSolveStore } from './solve-store.ts';

const BROKEN = 'The pricing engine stopped. Change any field to start it again; your work is not affected.';

const startWorker: PriceEngineParts['startWorker'] = (onReply, onBroken) => {
  const worker = new Worker(new URL('./price.worker.ts', import.meta.url), {
    type: 'module',
    name: 'pricing',
  });
  return listenTo({ worker, onReply, onBroken, why: BROKEN });
};

const after: PriceEngineParts['after'] = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

const today: PriceEngineParts['today'] = () => localDay(new Date());

/** Starts the judging and pricing of an open assessment under a model, in workers of their own; `show` is told of every change. */
export function startPricing(
  model: RatingModel,
  id: AssessmentId,
  show: (view: JudgementView) => void,
): Pick<PriceEngine, 'price' | 'end'> {
  const people = new QueryObserver(queryClient, presentQuery);
  const everybody = new QueryObserver(queryClient, profilesQuery);
  const insurers = new QueryObserver(queryClient, insurerQuery);
  const book = new QueryObserver(queryClient, bookSoFarQuery(id));
  let latest: { readonly content: AssessmentContent; readonly shown: OptionId } | null = null;
  const engine = createPriceEngine(model, {
    startWorker,
    after,
    today,
    authority: () => {
      const profile = people.getCurrentResult().data?.profile ?? null;
      return profile === null
        ? null
        : { ...profile, limits: heldLimits(profile, everybody.getCurrentResult().data ?? [profile]) };
    },
    parties: () => {
      const { data: present } = people.getCurrentResult();
      const { data: insurer } = insurers.getCurrentResult();
      // Until both are read nothing is said of who stands on the paper.
      return present === undefined || insurer === undefined
        ? null
        : partiesOf(insurer, present.profile?.name ?? '');
    },
    book: () => book.getCurrentResult().data ?? null,
    show,
    showSolve: (view) => useSolveStore.setState({ view }),
  });
  useSolveStore.setState({ engine });
  let known: PresentPeople | undefined;
  let knownBook: BookSoFar | undefined;
  let knownPeople: readonly Profile[] | undefined;
  let knownInsurer: Insurer | null | undefined;
  const readAgain = () => {
    const { data } = people.getCurrentResult();
    const { data: read } = book.getCurrentResult();
    const { data: insurer } = insurers.getCurrentResult();
    const { data: all } = everybody.getCurrentResult();
    if (data === known && read === knownBook && insurer === knownInsurer && all === knownPeople) return;
    knownPeople = all;
    known = data;
    knownBook = read;
    knownInsurer = insurer;
    // Another person's authority, another insurer or another book is another judgement.
    if (latest !== null) engine.price(latest.content, latest.shown);
  };
  const ends = [people, everybody, insurers, book].map((observed) => observed.subscribe(readAgain));
  return {
    price(content, shown = 'A') {
      latest = { content, shown };
      engine.price(content, shown);
    },
    end() {
      for (const end of ends) end();
      engine.end();
      useSolveStore.setState({ engine: null });
    },
  };
}
