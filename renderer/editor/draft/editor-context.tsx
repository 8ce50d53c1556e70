import { createContext, useContext } from 'react';
import { type StoreApi, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { OptionId } from '#shared/domain/deal-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import type { DocumentNote } from '#shared/quote/document-notes.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import type { Flag, ScoreResult } from '#shared/scoring/score-result.ts';
import type { Decision } from '#shared/underwriting/decision.ts';
import type { JudgementView, PriceView } from './judgement-view.ts';
import type { LastChange } from './last-change.ts';

import type { Problem, ToDo } from './to-do.ts';

/** Everything the sections of the editor show, put together once for all of them. */
export interface Editor {
  readonly stored: AssessmentRecord;
  /** Of the option that is shown; `whole` has them all. */
  readonly content: AssessmentContent;
  readonly whole: AssessmentContent;
  readonly shown: OptionId;
  /** The model that it is judged by: its own. */
  readonly model: RatingModel;
  readonly modelHash: string;
  readonly isReadOnly: boolean;
  /** What was issued; its figures are shown for a finalised assessment. */
  readonly document: QuoteDocument | null;
  /** What the worker said last; all that follows is read from it, or from the document of what was issued. */
  readonly judged: JudgementView;
  /** What the last change did to score, price and decision; null while there is none. */
  readonly lastChange: LastChange | null;
  /** Null until the first judgement is there. */
  readonly score: ScoreResult | null;
  readonly price: PriceView;
  /** What there is to note about the price. */
  readonly notes: readonly DocumentNote[];
  /** Needs authority: raised by the score and by the terms. */
  readonly referrals: readonly Flag[];
  /** What issuing would make now; null until the first judgement is there. */
  readonly decision: Decision | null;
  /** Cannot proceed: the content itself is wrong or incomplete. Said at the fields. */
  readonly problems: readonly Problem[];
  /** Everything that is open, these problems included. Null until the first judgement is there. */
  readonly toDo: readonly ToDo[] | null;
  /** Brings a field into view and puts the focus on it. */
  readonly goToField: (path: string) => void;
}

/** The editor of the open assessment. A store, so that a keystroke or a price draws again only what it changes. */
export type EditorStore = Pick<StoreApi<Editor>, 'getState' | 'getInitialState' | 'subscribe'>;

const EditorContext = createContext<EditorStore | null>(null);
export const EditorProvider = EditorContext.Provider;

function useEditorStore(): EditorStore {
  const store = useContext(EditorContext);
  if (!store) throw new Error('This part of the window needs an open assessment.');
  return store;
}

/** The named parts of the editor; who uses them is drawn again when one of them changes. */
export function useEditor<K extends keyof Editor>(...keys: readonly K[]): Pick<Editor, K> {
  return useStore(
    useEditorStore(),
    useShallow((editor) => Object.fromEntries(keys.map((key) => [key, editor[key]])) as Pick<Editor, K>),
  );
}

/** One value made of the editor; who uses it is drawn again when it is another one. */
export function useEditorPart<T>(part: (editor: Editor) => T): T {
  return useStore(useEditorStore(), part);
}

/** Gives the editor as it is when called: for what a click does, which is no reason to be drawn again. */
export const useEditorNow = (): (() => Editor) => useEditorStore().getState;

/** The message of the problem with a field, if there is one. */
export const problemAt = ({ problems }: Pick<Editor, 'problems'>, path: string): string | undefined =>
  problems.find((problem) => problem.path === path)?.message;
