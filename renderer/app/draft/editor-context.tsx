import { createContext, useContext } from 'react';
import type { IssueDecision } from '#shared/contract/issue-decision.ts';
import type { QuoteDocument } from '#shared/contract/quote-document.ts';
import type { AssessmentRecord } from '#shared/contract/records.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { Flag, ScoreResult } from '#shared/scoring/score-result.ts';
import type { PriceView } from './price-view.ts';

/** One thing that stands in the way, tied to its field. */
export interface Problem {
  /** Path of the field in the content; null when it is about the whole. */
  readonly path: string | null;
  readonly message: string;
}

/** Everything the sections of the editor show, computed once for all of them. */
export interface Editor {
  readonly stored: AssessmentRecord;
  readonly content: AssessmentContent;
  /** The model it is judged by: the current one for a draft, its own for a finalised assessment. */
  readonly model: RatingModel;
  readonly modelHash: string;
  readonly isReadOnly: boolean;
  /** What was issued; its figures are shown for a finalised assessment. */
  readonly document: QuoteDocument | null;
  readonly score: ScoreResult;
  readonly price: PriceView;
  /** Needs authority: raised by the score and by the terms. */
  readonly referrals: readonly Flag[];
  /** What issuing would make now. */
  readonly decision: IssueDecision;
  /** Cannot proceed: the content itself is wrong or incomplete. */
  readonly problems: readonly Problem[];
  /** Odd, or not given: a quote can go out and names what is missing. */
  readonly remarks: readonly Problem[];
  /** Brings a field into view and puts the focus on it. */
  readonly goToField: (path: string) => void;
}

const EditorContext = createContext<Editor | null>(null);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('This part of the window needs an open assessment.');
  return editor;
}

/** The message of the problem with a field, if there is one. */
export const problemAt = (editor: Editor, path: string): string | undefined =>
  editor.problems.find((problem) => problem.path === path)?.message;
