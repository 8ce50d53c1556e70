import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import type { OptionId } from '#shared/domain/deal-content.ts';

/** One edit, with its name: "change Authorisation quorum". */
export interface Step {
  readonly name: string;
  /** Edits of one field in quick succession are one step. */
  readonly mergeKey: string | null;
  readonly at: number;
  readonly before: AssessmentContent;
  readonly after: AssessmentContent;
  /** It moved the draft from one rating model to another, by their hashes; the content stayed. */
  readonly move?: Move;
  /** The options that were shown before and after; left out where there was one. */
  readonly options?: { readonly before: OptionId; readonly after: OptionId };
}

export interface Move {
  readonly from: string;
  readonly to: string;
}

export interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export const emptyHistory: History = { past: [], future: [] };

const MERGE_MS = 1500;
const DEPTH = 200;

/** Adds an edit; it joins the last step when it is of the same field and followed at once. */
export function record(history: History, step: Step): History {
  const last = history.past.at(-1);
  const isContinued =
    last !== undefined &&
    step.mergeKey !== null &&
    last.mergeKey === step.mergeKey &&
    history.future.length === 0 &&
    step.at - last.at < MERGE_MS;
  const past = isContinued
    ? [
        ...history.past.slice(0, -1),
        {
          ...step,
          before: last.before,
          ...(last.options && step.options && { options: { ...step.options, before: last.options.before } }),
        },
      ]
    : [...history.past, step].slice(-DEPTH);
  return { past, future: [] };
}

export interface Travelled {
  readonly history: History;
  readonly content: AssessmentContent;
  readonly name: string;
  /** The model that the draft is under then, where the step moved it. */
  readonly modelHash?: string;
  /** The option to show then, where the step was made in one of several. */
  readonly shown?: OptionId;
}

export function undo(history: History): Travelled | null {
  const step = history.past.at(-1);
  if (!step) return null;
  return {
    history: { past: history.past.slice(0, -1), future: [step, ...history.future] },
    content: step.before,
    name: step.name,
    ...(step.move && { modelHash: step.move.from }),
    ...(step.options && { shown: step.options.before }),
  };
}

export function redo(history: History): Travelled | null {
  const step = history.future[0];
  if (!step) return null;
  return {
    history: { past: [...history.past, { ...step, mergeKey: null }], future: history.future.slice(1) },
    content: step.after,
    name: step.name,
    ...(step.move && { modelHash: step.move.to }),
    ...(step.options && { shown: step.options.after }),
  };
}
