import type { RatingModel } from '../domain/rating-model.ts';
import { PILLARS } from '../domain/vocabulary.ts';
import type { FactorScore, PillarScore, ScoreResult } from '../scoring/score-result.ts';

interface Level {
  readonly key: string;
  readonly label: string;
}

const AS_ABOVE = /^as above\b/i;

/** What a label adds to the level above it: a mark of punctuation or `and` only joined it to "As above". */
function joined(base: string, label: string): string {
  const added = label.replace(AS_ABOVE, '');
  const words = added.replace(/^[\s,;:]+/, '').replace(/^and\s+/i, '');
  if (words === '') return base;
  const isClause = /^(?:[,;:]|\s+(?:and|plus|with)\b)/i.test(added);
  return `${base}${isClause ? ';' : ','} ${words}`;
}

/**
 * The label of a level, readable without the form: "As above plus X" becomes "LABEL OF THE LEVEL ABOVE; plus X", down to the
 * first level that stands for itself. Levels are in the order of the form. A label with nothing above it, or a key that
 * is not among the levels, is left alone (the key itself, then). Total and pure.
 */
export function spelledOutLabel(levels: readonly Level[], key: string): string {
  const index = levels.findIndex((level) => level.key === key);
  const level = levels[index];
  if (level === undefined) return key;
  const above = levels[index - 1];
  if (above === undefined || !AS_ABOVE.test(level.label)) return level.label;
  return joined(spelledOutLabel(levels.slice(0, index), above.key), level.label);
}

function spelledOut(factor: FactorScore, model: RatingModel): FactorScore {
  const asked = model.factors.find(({ id }) => id === factor.factorId);
  if (asked?.kind !== 'ordinal' || typeof factor.answer !== 'string') return factor;
  const label = asked.levels.find(({ key }) => key === factor.answer)?.label;
  if (label === undefined || !factor.answerText.startsWith(label)) return factor;
  const answerText = spelledOutLabel(asked.levels, factor.answer) + factor.answerText.slice(label.length);
  return { ...factor, answerText };
}

/** The score with every answer in words that stand without the form; no figure changes. Total and pure. */
export function spellOutAnswers<Score extends ScoreResult>(score: Score, model: RatingModel): Score {
  const pillars = Object.fromEntries(
    PILLARS.map((pillar): [string, PillarScore] => {
      const scored = score.pillars[pillar];
      return [pillar, { ...scored, factors: scored.factors.map((factor) => spelledOut(factor, model)) }];
    }),
  );
  return { ...score, pillars: { ...score.pillars, ...pillars } };
}
