import type { ReactElement } from 'react';
import { judgementWords } from '#shared/quote/judgement-words.ts';
import type { ScoreResult } from '#shared/scoring/score-result.ts';
import { JUDGED } from './score-words.ts';

/** What judgement did to score and grade; nothing where nothing was set by it. */
export function JudgementNote({ score }: { readonly score: ScoreResult }): ReactElement | null {
  const words = judgementWords(score);
  return words === null ? null : <p className="small">{`${JUDGED} ${words}`}</p>;
}
