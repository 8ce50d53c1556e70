import type { Answer, AssessmentContent } from '../domain/assessment-content.ts';
import { hasOwnAnswer } from '../domain/has-own-answer.ts';
import type { Factor, RatingModel } from '../domain/rating-model.ts';
import { answerFor, isUnprovenState, scoreAnswer } from './answer-score.ts';
import { assetsToday } from './assets-at-stake.ts';
import { withoutOverrides } from './overrides.ts';
import { asCounted, hasUnknownFields } from './unknown-fields.ts';

/** The verified answer with the highest score a factor can reach. */
export function bestAnswer(factor: Factor): Answer {
  const blank: Answer = {
    evidence: 'verified',
    level: null,
    value: null,
    isUnchangedSinceReview: false,
    hasSocialisedLoss: false,
    reason: null,
    note: null,
    source: null,
    seenOn: null,
  };
  if (factor.kind === 'ordinal') {
    const best = factor.levels.reduce((a, b) => (b.score > a.score ? b : a));
    return { ...blank, level: best.key };
  }
  if (factor.mapping === null) return blank;
  const [value] = factor.mapping.reduce((a, b) => (b[1] > a[1] ? b : a));
  return { ...blank, value };
}

/** The answer once proven: an asserted answer as it is but verified, an open question at its best. */
export function provenAnswer(factor: Factor, answer: Answer | undefined, model: RatingModel): Answer {
  if (answer?.evidence !== 'asserted') return bestAnswer(factor);
  const verified: Answer = { ...answer, evidence: 'verified' };
  return scoreAnswer(factor, verified, model).status === 'scored' ? verified : bestAnswer(factor);
}

/**
 * The incidents with what is not known of them at its best; at its worst they are as they count anyhow. The very list
 * where nothing changes.
 */
function incidentsAt(extreme: 'best' | 'worst', content: AssessmentContent, model: RatingModel) {
  const { incidents } = content;
  const isSame = model.incidentModel.unknownFields === null || !incidents.some(hasUnknownFields);
  if (extreme === 'worst' || isSame) return incidents;
  const assumption = { assetsToday: assetsToday(content, model), at: extreme };
  return incidents.map((incident) => asCounted(incident, assumption, model).incident);
}

/**
 * Content with every unproven answer (asserted or not provided, the register among them with its incidents as they are)
 * at its best (highest score, verified) or at its worst (not provided): the two ends of the range. Source: rating
 * algorithm, section 7. What is not known of an incident is at its best as well.
 */
export function withUnprovenAt(
  extreme: 'best' | 'worst',
  content: AssessmentContent,
  model: RatingModel,
): AssessmentContent {
  const answers = { ...content.answers };
  const changed = new Set<string>();
  for (const factor of model.factors) {
    if (!hasOwnAnswer(factor) || !factor.appliesTo.includes(content.subject.type)) continue;
    if (!scoreAnswer(factor, answerFor(content.answers, factor.id), model).isUnproven) continue;
    changed.add(factor.id);
    if (extreme === 'best') answers[factor.id] = bestAnswer(factor);
    else delete answers[factor.id];
  }
  const isRegisterUnproven = isUnprovenState(model, content.incidentRegister.evidence);
  const incidentRegister = isRegisterUnproven
    ? ({ ...content.incidentRegister, evidence: extreme === 'best' ? 'verified' : 'not-provided' } as const)
    : content.incidentRegister;
  const incidents = incidentsAt(extreme, content, model);
  return withoutOverrides({ ...content, answers, incidentRegister, incidents }, changed);
}
