import type { Answer } from '../domain/assessment-content.ts';
import { lowerFirst } from '../domain/lower-first.ts';
import { evidenceWords } from '../domain/model-words.ts';
import type { Factor, RatingModel } from '../domain/rating-model.ts';
import type { EvidenceState } from '../domain/vocabulary.ts';
import { interpolate } from './piecewise.ts';
import type { FactorRule, FactorScore } from './score-result.ts';
import { enteredText } from './words.ts';

/**
 * What an answer alone decides, before weights: the part of a factor's score that does not depend on the rest of its
 * pillar.
 */
export type AnswerScore = Pick<
  FactorScore,
  'status' | 'evidence' | 'answer' | 'answerText' | 'uncapped' | 'score' | 'original' | 'isUnproven' | 'rules'
>;

const notProvided = (answerText: string): AnswerScore => ({
  status: 'not-provided',
  evidence: 'not-provided',
  answer: null,
  answerText,
  uncapped: 0,
  score: 0,
  isUnproven: true,
  rules: [],
});

/** The answer recorded for a factor; undefined when there is none. Safe for any id. */
export function answerFor(answers: Readonly<Record<string, Answer>>, factorId: string): Answer | undefined {
  return Object.hasOwn(answers, factorId) ? answers[factorId] : undefined;
}

/** The score cap of an evidence state, 0..100; null for `not-applicable`. */
export function evidenceCap(model: RatingModel, state: EvidenceState): number | null {
  return model.evidenceStates.find((s) => s.id === state)?.cap ?? null;
}

/** Whether an evidence state leaves an answer unproven; a state that the model does not know does. */
export function isUnprovenState(model: RatingModel, state: EvidenceState): boolean {
  return model.evidenceStates.find((s) => s.id === state)?.isUnproven ?? true;
}

interface ReadAnswer {
  readonly answer: string | number | null;
  readonly answerText: string;
  readonly score: number;
}

/** The plain score of an answer, before floors and caps; null when the answer gives nothing to score. */
function readAnswer(factor: Factor, answer: Answer): ReadAnswer | null {
  if (factor.kind === 'ordinal') {
    const level = factor.levels.find((l) => l.key === answer.level);
    return level === undefined ? null : { answer: level.key, answerText: level.label, score: level.score };
  }
  if (factor.mapping === null || answer.value === null || !Number.isFinite(answer.value)) return null;
  return {
    answer: answer.value,
    answerText: enteredText(answer.value, factor.unit),
    score: interpolate(factor.mapping, answer.value),
  };
}

/**
 * Scores one answered factor (rating algorithm, section 0, "Factor"): level or mapping, the freshness floor, the
 * socialised-loss cap, then the evidence cap `min(score, cap)`. No record, a record without level or number, and "not
 * applicable" without a reason all count as not provided = 0. Scores are 0..100; null when not applicable.
 */
export function scoreAnswer(factor: Factor, answer: Answer | undefined, model: RatingModel): AnswerScore {
  const short = (state: EvidenceState) => evidenceWords(model, state).short;
  const open = short('not-provided');
  if (answer === undefined || answer.evidence === 'not-provided') return notProvided(open);
  if (answer.evidence === 'not-applicable') {
    if ((answer.reason ?? '').trim() === '')
      return notProvided(`${short('not-applicable')} without a reason: ${lowerFirst(open)}`);
    return {
      status: 'not-applicable',
      evidence: 'not-applicable',
      answer: null,
      answerText: short('not-applicable'),
      uncapped: null,
      score: null,
      isUnproven: false,
      rules: [],
    };
  }

  const rules: FactorRule[] = [];
  const { freshnessFloor } = model.aggregation;
  const { freshness, socialisedLoss } = model.wording;
  const isUnchanged = factor.id === freshnessFloor.factorId && answer.isUnchangedSinceReview;
  const read =
    readAnswer(factor, answer) ??
    (isUnchanged ? { answer: null, answerText: freshness.ageNotGiven, score: 0 } : null);
  if (read === null) return notProvided(open);

  let uncapped = read.score;
  let answerText = read.answerText;
  if (isUnchanged) {
    answerText += `, ${freshness.added}`;
    if (uncapped < freshnessFloor.score) {
      uncapped = freshnessFloor.score;
      rules.push({ kind: 'freshness-floor', floor: freshnessFloor.score });
    }
  }
  if (factor.id === socialisedLoss?.factorId && answer.hasSocialisedLoss) {
    const cap = model.incidentModel.socialisedLossCap;
    answerText += `, ${socialisedLoss.added}`;
    if (uncapped > cap) {
      uncapped = cap;
      rules.push({ kind: 'socialised-loss-cap', cap });
    }
  }
  const cap = evidenceCap(model, answer.evidence) ?? 0;
  if (uncapped > cap) rules.push({ kind: 'evidence-cap', cap });
  return {
    status: 'scored',
    evidence: answer.evidence,
    answer: read.answer,
    answerText,
    uncapped,
    score: Math.min(uncapped, cap),
    isUnproven: isUnprovenState(model, answer.evidence),
    rules,
  };
}
