import type { AssessmentContent } from '#shared/domain/assessment-content.ts';

/** One edit, with its name: "change Authorisation quorum". */
export interface Step {
  readonly name: string;
  /** Edits of one field in quick succession are one step. */
  readonly mergeKey: string | null;
  readonly at: number;
  readonly before: AssessmentContent;
  readonly after: AssessmentContent;
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
    ? [...history.past.slice(0, -1), { ...step, before: last.before }]
    : [...history.past, step].slice(-DEPTH);
  return { past, future: [] };
}

export interface Travelled {
  readonly history: History;
  readonly content: AssessmentContent;
  readonly name: string;
}

export function undo(history: History): Travelled | null {
  const step = history.past.at(-1);
  if (!step) return null;
  return {
    history: { past: history.past.slice(0, -1), future: [step, ...history.future] },
    content: step.before,
    name: step.name,
  };
}

export function redo(history: History): Travelled | null {
  const step = history.future[0];
  if (!step) return null;
  return {
    history: { past: [...history.past, { ...step, mergeKey: null }], future: history.future.slice(1) },
    content: step.after,
    name: step.name,
  };
}
