import type { MinorUnits } from '#shared/domain/money.ts';
import type { Grade } from '#shared/domain/vocabulary.ts';
import type { Decision } from '#shared/underwriting/decision.ts';
import type { Judgement } from '#shared/underwriting/judgement.ts';
import type { JudgementView } from './judgement-view.ts';

/** Where an assessment stands, in the figures that a change is told in. */
export interface Standing {
  readonly grade: Grade | null;
  readonly overall: number;
  /** Null where there is no price. */
  readonly quotedMinor: MinorUnits | null;
  readonly decision: Decision['kind'];
}

/** What the last change did: as it was at the rest before it, and as it is since. */
export interface LastChange {
  readonly before: Standing;
  readonly after: Standing;
}

const standingIn = ({ score, price, decision }: Judgement): Standing => ({
  grade: score.outcome.grade,
  overall: score.overall,
  quotedMinor: price.ok ? price.value.quotedMinor : null,
  decision: decision.kind,
});

const isSame = (one: Standing, other: Standing): boolean =>
  one.grade === other.grade &&
  one.overall === other.overall &&
  one.quotedMinor === other.quotedMinor &&
  one.decision === other.decision;

/** Input rests where its judgement is there on the grid that a quote is issued on: figures of another grid are others. */
const isRest = ({ judgement, isCurrent }: JudgementView): boolean => isCurrent && judgement?.grid === 'full';

/**
 * Follows the judgements of a draft and gives what its last change did, from rest to rest: an undo is a change like any
 * other. The same object until the next rest; null where nothing of it changed.
 */
export function followChanges(): (view: JudgementView) => LastChange | null {
  let rested: JudgementView | null = null;
  let last: LastChange | null = null;
  return (view) => {
    if (view.judgement === null || !isRest(view) || view.content === rested?.content) return last;
    const before = rested?.judgement ?? null;
    rested = view;
    const after = standingIn(view.judgement);
    const from = before === null ? after : standingIn(before);
    last = isSame(from, after) ? null : { before: from, after };
    return last;
  };
}
