import { createStore } from 'zustand';
import { localDay } from '#shared/domain/dates.ts';
import { type Draft, useDraftStore } from '../../editor/draft/draft-store.ts';
import type { Editor, EditorStore } from '../../editor/draft/editor-context.tsx';
import { notJudgedYet } from '../../editor/draft/judgement-view.ts';
import { followChanges } from '../../editor/draft/last-change.ts';
import { startPricing } from '../../features/pricing/start-pricing.ts';
import { editorOf } from './editor-of.ts';
import type { Judged } from './use-editor-model.ts';

export interface OpenEditor {
  readonly store: EditorStore;
  /** Follows the draft and has it judged until the function that it returns is called. */
  readonly follow: () => () => void;
}

/** How often it is looked whether a day has passed: what may be issued depends on the day. */
const DAY_CHECK_MS = 30_000;

/**
 * The editor of an assessment as a store. It is brought up to date before the window draws an edit, so that what is typed is
 * drawn at once; the judgement of the last input is marked as such in it until the worker's next one arrives.
 */
export function openEditor(draft: Draft, judgedBy: Judged): OpenEditor {
  const { id } = draft.stored.summary;
  const store = createStore<Editor>()(() =>
    editorOf({ ...draft, judged: notJudgedYet, lastChange: null }, judgedBy, null),
  );

  const update = (change: Partial<Pick<Editor, 'stored' | 'content' | 'judged' | 'lastChange'>>) =>
    store.setState((before) => editorOf({ ...before, ...change }, judgedBy, before));

  const follow = () => {
    let { content } = store.getState();
    const changeIn = followChanges();
    const pricing =
      judgedBy.document === null
        ? startPricing(judgedBy.model, id, (judged) =>
            update({ content, judged, lastChange: changeIn(judged) }),
          )
        : null;
    const take = ({ draft: latest }: { readonly draft: Draft | null }) => {
      if (latest?.stored.summary.id !== id) return;
      const { stored } = latest;
      if (latest.content !== content) {
        content = latest.content;
        // Tells at once that the last judgement is of an older input.
        pricing?.price(content);
      }
      const shown = store.getState();
      if (shown.content !== content || shown.stored !== stored) update({ content, stored });
    };
    pricing?.price(content);
    take(useDraftStore.getState());
    const unsubscribe = useDraftStore.subscribe(take);
    const stopWatching = onNewDay(() => pricing?.price(content));
    return () => {
      unsubscribe();
      stopWatching();
      pricing?.end();
    };
  };
  return { store, follow };
}

function onNewDay(run: () => void): () => void {
  let day = localDay(new Date());
  const timer = setInterval(() => {
    const today = localDay(new Date());
    if (today === day) return;
    day = today;
    run();
  }, DAY_CHECK_MS);
  return () => clearInterval(timer);
}
