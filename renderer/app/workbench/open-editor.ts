import { createStore } from 'zustand';
import { localDay } from '#shared/domain/dates.ts';
import { contentOfOption, mainOption } from '#shared/domain/options.ts';
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
  /** What of a draft is shown; of what was issued, the option that the document is of. */
  const showing = ({ content: whole, shown: chosen }: Draft) => {
    const shown = judgedBy.document === null ? chosen : mainOption(whole);
    return { whole, shown, content: contentOfOption(whole, shown) };
  };
  const store = createStore<Editor>()(() =>
    editorOf(
      { stored: draft.stored, ...showing(draft), judged: notJudgedYet, lastChange: null },
      judgedBy,
      null,
    ),
  );

  const update = (
    change: Partial<Pick<Editor, 'stored' | 'content' | 'whole' | 'shown' | 'judged' | 'lastChange'>>,
  ) => store.setState((before) => editorOf({ ...before, ...change }, judgedBy, before));

  const follow = () => {
    let { content, whole, shown } = store.getState();
    let changeIn = followChanges();
    const pricing =
      judgedBy.document === null
        ? startPricing(judgedBy.model, id, (judged) =>
            update({ content, whole, shown, judged, lastChange: changeIn(judged) }),
          )
        : null;
    const take = ({ draft: latest }: { readonly draft: Draft | null }) => {
      if (latest?.stored.summary.id !== id) return;
      const { stored } = latest;
      const next = showing(latest);
      if (next.whole !== whole || next.shown !== shown) {
        // Another option is no change of this one.
        if (next.shown !== shown) changeIn = followChanges();
        ({ content, whole, shown } = next);
        // Tells at once that the last judgement is of an older input.
        pricing?.price(whole, shown);
      }
      const now = store.getState();
      if (now.whole !== whole || now.shown !== shown || now.stored !== stored)
        update({ content, whole, shown, stored });
    };
    pricing?.price(whole, shown);
    take(useDraftStore.getState());
    const unsubscribe = useDraftStore.subscribe(take);
    const stopWatching = onNewDay(() => pricing?.price(whole, shown));
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
