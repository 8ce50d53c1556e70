import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeLines } from '#renderer/app/workbench/change-lines.ts';
import { openEditor } from '#renderer/app/workbench/open-editor.ts';
import { edit, openDraft, undoEdit, useDraftStore } from '#renderer/editor/draft/draft-store.ts';
import type { Editor } from '#renderer/editor/draft/editor-context.tsx';
import {
  type FromPriceWorker,
  REST_MS,
  type ToPriceWorker,
} from '#renderer/features/pricing/price-engine.ts';
import { answerPriceJob } from '#renderer/features/pricing/price-jobs.ts';
import { makeLossCache } from '#shared/actuarial/index.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { buildQuoteDocument } from '#shared/quote/quote-document.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { bundledModel as model, quotableExample } from '#test/models/bundled-model.ts';
import { assessmentId, cents, day } from '../support/branded.ts';
import { DRAFT_CASE, NO_DEAL } from './assessment-row.ts';

/** A worker that answers when the test says so, as the real one does. */
class HeldWorker {
  static readonly all: HeldWorker[] = [];
  onmessage: ((event: { readonly data: FromPriceWorker }) => void) | null = null;
  readonly jobs: Extract<ToPriceWorker, { kind: 'job' }>[] = [];
  isEnded = false;
  constructor() {
    HeldWorker.all.push(this);
  }
  postMessage(request: ToPriceWorker): void {
    if (request.kind === 'job') this.jobs.push(request);
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(): void {
    const { sequence, job } = this.jobs.at(-1)!;
    const answer = answerPriceJob(job, model, { losses: makeLossCache(), score: null });
    this.onmessage?.({ data: { sequence, kind: 'answer', answer } });
  }
}

const record = {
  version: 1,
  content: quotableExample,
  modelHash: 'hash',
  quotes: [],
  summary: { id: 'a1', state: 'draft', revision: 1, isLatestRevision: true, deal: DRAFT_CASE },
  deal: NO_DEAL,
} as unknown as AssessmentRecord;

const judged = { model, hash: 'hash', document: null };

let shown: Editor[];
let stop: () => void;
let now: () => Editor;

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(new Date(2026, 10, 22, 12));
  vi.stubGlobal('Worker', HeldWorker);
  HeldWorker.all.length = 0;
  openDraft(record);
  const editor = openEditor(useDraftStore.getState().draft!, judged);
  now = editor.store.getState;
  shown = [];
  stop = editor.follow();
  editor.store.subscribe((state) => shown.push(state));
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const setLimit = (policyAggregateLimitMinor: number) =>
  edit('limit', null, (content) => ({
    ...content,
    terms: { ...content.terms, policyAggregateLimitMinor: cents(policyAggregateLimitMinor) },
  }));

const PARTS = ['score', 'referrals', 'problems', 'toDo', 'decision'] as const;

describe('the editor of an open assessment', () => {
  it('is the whole of an edit before anything is drawn, with the last figures marked as such', () => {
    HeldWorker.all[0]!.answer();
    expect(now().price.isCurrent).toBe(true);
    const { price } = now().price;
    shown.length = 0;
    setLimit(40_000_000_00);
    expect(now().content.terms.policyAggregateLimitMinor).toBe(40_000_000_00);
    expect(now().price).toMatchObject({ price, isCurrent: false });
    expect(shown.every(({ content, price: view }) => content === now().content && !view.isCurrent)).toBe(
      true,
    );
    HeldWorker.all[0]!.answer();
    expect(now().price).toMatchObject({ isCurrent: true, grid: 'draft' });
    expect(now().price.price).not.toBe(price);
  });

  it('keeps what an edit of the terms, a price or a save leaves as it was', () => {
    HeldWorker.all[0]!.answer();
    const before = now();
    setLimit(40_000_000_00);
    for (const part of PARTS) expect(now()[part], part).toBe(before[part]);
    const edited = now();
    HeldWorker.all[0]!.answer();
    for (const part of PARTS) expect(now()[part], part).toBe(edited[part]);
    const priced = now();
    useDraftStore.setState(({ draft }) => ({
      draft: draft && { ...draft, stored: { ...draft.stored, version: 2 } },
    }));
    expect(now()).toEqual({ ...priced, stored: { ...priced.stored, version: 2 } });
    expect(now().price).toBe(priced.price);
  });

  it('takes no notice of another assessment, and ends its workers', () => {
    const before = now();
    useDraftStore.setState(({ draft }) => ({
      draft: draft && {
        ...draft,
        stored: { ...draft.stored, summary: { ...draft.stored.summary, id: assessmentId('a2') } },
      },
    }));
    expect(now()).toBe(before);
    stop();
    expect(HeldWorker.all.every(({ isEnded }) => isEnded)).toBe(true);
  });

  it('says nothing before the first judgement is there, and then what it says', () => {
    expect(now()).toMatchObject({ score: null, decision: null, problems: [], referrals: [] });
    expect(now().price).toMatchObject({ price: null, whyNone: null, isCurrent: false });
    HeldWorker.all[0]!.answer();
    expect(now().decision).toEqual({ kind: 'quote', reasons: [] });
    expect(now().score?.outcome.grade).toBe('BBB');
  });

  it('tells what a change did once it rests, old beside new, and an undo like any other', () => {
    const rest = () => {
      HeldWorker.all[0]!.answer();
      vi.advanceTimersByTime(REST_MS);
      HeldWorker.all.findLast((worker) => !worker.isEnded && worker !== HeldWorker.all[0])!.answer();
    };
    rest();
    expect(now().lastChange).toBeNull();
    const first = now().price.price!.quotedMinor;
    setLimit(40_000_000_00);
    expect(now().lastChange).toBeNull();
    rest();
    const second = now().price.price!.quotedMinor;
    const change = now().lastChange;
    expect(second).not.toBe(first);
    expect(change).toMatchObject({ before: { quotedMinor: first }, after: { quotedMinor: second } });
    expect(changeLines(change!, 'USD').map(({ label }) => label)).toEqual(['Premium']);
    undoEdit();
    expect(now().lastChange).toBe(change);
    rest();
    expect(now().lastChange).toMatchObject({
      before: { quotedMinor: second },
      after: { quotedMinor: first },
    });
    edit('name', null, (content) => ({ ...content, subject: { ...content.subject, name: 'Other' } }));
    rest();
    expect(now().lastChange).toBeNull();
  });

  it('shows why there is no price, and marks it while a newer judgement is on its way', () => {
    edit('parts', null, (content) => ({ ...content, terms: { ...content.terms, parts: [] } }));
    HeldWorker.all[0]!.answer();
    HeldWorker.all[0]!.answer();
    const whyNone = 'Choose at least one coverage part.';
    expect(now().price).toMatchObject({ price: null, whyNone, isCurrent: true });
    expect(now().decision).toMatchObject({ kind: 'refused', reasons: [whyNone] });
    edit('name', null, (content) => ({ ...content, subject: { ...content.subject, name: 'Other' } }));
    expect(now().price).toMatchObject({ price: null, whyNone, isCurrent: false });
  });

  it('refuses an assessment of a day to come in the words of the form, and takes it once the day has come', () => {
    edit('day', null, (content) => ({ ...content, asOf: day('2026-11-24') }));
    HeldWorker.all[0]!.answer();
    HeldWorker.all[0]!.answer();
    const sentence =
      'The assessment date 24\u00a0Nov\u00a02026 is after today (22\u00a0Nov\u00a02026); an assessment cannot know the future.';
    expect(now().decision).toEqual({ kind: 'refused', reasons: [sentence] });
    expect(now().problems).toEqual([{ path: 'asOf', message: sentence }]);
    vi.setSystemTime(new Date(2026, 10, 23, 0, 0, 1));
    vi.advanceTimersByTime(30_000);
    expect(now().price.isCurrent).toBe(false);
    HeldWorker.all[0]!.answer();
    expect(now().decision?.kind).toBe('quote');
  });

  it('shows the issued figures and has nothing judged where a document was issued', () => {
    const document = buildQuoteDocument({
      rating: {
        content: quotableExample,
        judgement: judge({ content: quotableExample, model, today: quotableExample.asOf, grid: 'draft' }),
        bridge: null,
        effects: null,
        range: null,
      },
      activeModel: { model, hash: 'a'.repeat(64), wordingHash: 'b'.repeat(64) },
      designation: { status: 'quote', reference: 'BAL-2026-0001', version: 1 },
      preparation: { paper: 'a4', preparedAt: '2026-11-22T12:00:00.000Z', preparedBy: 'R. Vance' },
    });
    const started = HeldWorker.all.length;
    openDraft({ ...record, summary: { ...record.summary, state: 'finalised' } });
    const issued = openEditor(useDraftStore.getState().draft!, { ...judged, document });
    const end = issued.follow();
    expect(issued.store.getState()).toMatchObject({
      isReadOnly: true,
      problems: [],
      notes: document.price?.notes,
    });
    expect(issued.store.getState().price).toMatchObject({
      price: document.price,
      isCurrent: true,
      grid: 'full',
    });
    expect(issued.store.getState().score).toBe(document.score);
    expect(HeldWorker.all).toHaveLength(started);
    end();
  });
});
