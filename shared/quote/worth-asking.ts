import type { ScoreResult } from '../scoring/score-result.ts';

/** A score is told to a tenth. */
const LEAST_TOLD = 0.05;

/** What to ask next that would move the score as it is told, the most first. Pure and total. */
export const worthAsking = ({ askNext }: Pick<ScoreResult, 'askNext'>): ScoreResult['askNext'] =>
  askNext.filter(({ couldAdd }) => couldAdd >= LEAST_TOLD);
