import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openEditor } from '#renderer/app/workbench/open-editor.ts';
import { edit, openDraft, useDraftStore } from '#renderer/editor/draft/draft-store.ts';
import type { Editor } from '#renderer/editor/draft/editor-context.tsx';
import type { JobRequest, PriceReply, PriceRequest } from '#renderer/features/pricing/price-messages.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { evaluate } from '#shared/underwriting/evaluate.ts';
import { bundledModel as model, workedExample } from '#test/models/bundled-model.ts';

/** A worker that answers when the test says so, with the engine's own price. */
class HeldWorker {
  static readonly all: HeldWorker[] = [];
  onmessage: ((event: { readonly data: PriceReply }) => void) | null = null;
  readonly jobs: JobRequest[] = [];
  isEnded = false;
  constructor() {
    HeldWorker.all.push(this);
  }
  postMessage(request: PriceRequest): void {
    if (request.kind !== 'model') this.jobs.push(request);
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(): void {
    const { sequence, content } = this.jobs.at(-1)!;
    const { price } = evaluate(content, model, 'draft');
    if (price.ok) this.onmessage?.({ data: { sequence, kind: 'price', price: price.value, problems: [] } });
  }
}

const record = {
  version: 1,
  content: workedExample,
  modelHash: 'hash',
  quotes: [],
  summary: { id: 'a1', state: 'draft', revision: 1, isLatestRevision: true },
} as unknown as AssessmentRecord;

const judged = { model, hash: 'hash', document: null };

let shown: Editor[];
let stop: () => void;
let now: () => Editor;

beforeEach(() => {
  vi.useFakeTimers();
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
  edit('limit', null, (content) => ({ ...content, terms: { ...content.terms, policyAggregateLimitMinor } }));

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
    expect(now().score).toBe(before.score);
    const edited = now();
    HeldWorker.all[0]!.answer();
    for (const part of ['score', 'referrals', 'problems', 'remarks', 'decision'] as const)
      expect(now()[part], part).toBe(edited[part]);
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
        stored: { ...draft.stored, summary: { ...draft.stored.summary, id: 'a2' } },
      },
    }));
    expect(now()).toBe(before);
    stop();
    expect(HeldWorker.all.every(({ isEnded }) => isEnded)).toBe(true);
  });

  it('shows the issued figures and prices nothing where a document was issued', () => {
    const { price } = evaluate(workedExample, model, 'full');
    if (!price.ok) throw new Error(price.failure.message);
    const score = evaluate(workedExample, model, 'full').score;
    const document = { price: price.value, score, bridge: null, effects: null, range: null };
    const started = HeldWorker.all.length;
    openDraft({ ...record, summary: { ...record.summary, state: 'finalised' } });
    const issued = openEditor(useDraftStore.getState().draft!, { ...judged, document: document as never });
    const end = issued.follow();
    expect(issued.store.getState()).toMatchObject({ isReadOnly: true, problems: [] });
    expect(issued.store.getState().price).toMatchObject({
      price: price.value,
      isCurrent: true,
      grid: 'full',
    });
    expect(issued.store.getState().score).toBe(score);
    expect(HeldWorker.all).toHaveLength(started);
    end();
  });
});
