import { createStore } from 'zustand';
import { type Draft, useDraftStore } from '../../editor/draft/draft-store.ts';
import type { Editor, EditorStore } from '../../editor/draft/editor-context.tsx';
import { noPriceYet } from '../../editor/draft/price-view.ts';
import { startPricing } from '../../features/pricing/start-pricing.ts';
import { editorOf, issuedPrice } from './editor-of.ts';
import type { Judged } from './use-editor-model.ts';

export interface OpenEditor {
  readonly store: EditorStore;
  /** Follows the draft and prices it until the function that it returns is called. */
  readonly follow: () => () => void;
}

/**
 * The editor of an assessment as a store. It is brought up to date before the window draws an edit, so that what is typed
 * and what follows from it are one drawing; in it the figures of the last input are marked as such.
 */
export function openEditor(draft: Draft, judged: Judged): OpenEditor {
  const { id } = draft.stored.summary;
  const first = judged.document === null ? noPriceYet : issuedPrice(judged);
  const store = createStore<Editor>()(() => editorOf({ ...draft, price: first }, judged, null));

  const update = (change: Partial<Pick<Editor, 'stored' | 'content' | 'price'>>) =>
    store.setState((before) => editorOf({ ...before, ...change }, judged, before));

  const follow = () => {
    let { content } = store.getState();
    const pricing =
      judged.document === null ? startPricing(judged.model, (price) => update({ content, price })) : null;
    const take = ({ draft: latest }: { readonly draft: Draft | null }) => {
      if (latest?.stored.summary.id !== id) return;
      const { stored } = latest;
      if (latest.content !== content) {
        content = latest.content;
        // Tells at once that its last figures are of an older input.
        pricing?.price(content);
      }
      const shown = store.getState();
      if (shown.content !== content || shown.stored !== stored) update({ content, stored });
    };
    pricing?.price(content);
    take(useDraftStore.getState());
    const unsubscribe = useDraftStore.subscribe(take);
    return () => {
      unsubscribe();
      pricing?.end();
    };
  };
  return { store, follow };
}
