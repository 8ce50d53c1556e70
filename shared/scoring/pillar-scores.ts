import type { AssessmentContent } from '../domain/assessment-content.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { PILLARS, type Pillar } from '../domain/vocabulary.ts';
import { answerFor, evidenceCap } from './answer-score.ts';
import { reaches } from './compare.ts';
import { scoreWithin } from './counted-answer.ts';
import { incidentPillar, type PillarInput, registerWeights } from './incident-pillar.ts';
import { withOverride } from './overrides.ts';
import { registerFactorOf, type Scored, scoreRegisterFactor } from './register-factor-score.ts';
import { type RegisterTable, registerInputOf, registerTable } from './register-table.ts';
import type { FactorScore, IncidentPillarWorking, PillarScore } from './score-result.ts';

/** The three pillars with their factors, before aggregation. */
export interface PillarScores {
  readonly pillars: Readonly<Record<Pillar, PillarScore>>;
  readonly incidentWorking: IncidentPillarWorking;
}

/** Changes to a scoring that no answer can express: computed factors taken at their best. */
export interface ScoringOverrides {
  readonly atBest?: ReadonlySet<string>;
  /** The register read before, for the same incidents, dates and model. */
  readonly table?: RegisterTable;
}

function assemble({
  pillar,
  scored,
  share,
  model,
  replacedScore,
}: {
  readonly pillar: Pillar;
  readonly scored: readonly Scored[];
  readonly share: number;
  readonly model: RatingModel;
  readonly replacedScore?: number | undefined;
}): PillarScore {
  const applicableWeight = scored.reduce((sum, s) => sum + (s.score === null ? 0 : s.factor.weight), 0);
  const unprovenWeight = scored.reduce((sum, s) => sum + (s.isUnproven ? s.factor.weight : 0), 0);
  const factors = scored.map(({ factor, ...answer }): FactorScore => {
    const factorShare =
      answer.score === null || applicableWeight === 0 ? 0 : factor.weight / applicableWeight;
    return {
      factorId: factor.id,
      pillar,
      label: factor.label,
      kind: factor.kind,
      weight: factor.weight,
      ...answer,
      share: factorShare,
      points: factorShare * (answer.score ?? 0),
      maximumPoints: factorShare * 100,
    };
  });
  const weightedMean =
    applicableWeight > 0
      ? scored.reduce((sum, s) => sum + s.factor.weight * (s.score ?? 0), 0) / applicableWeight
      : 0;
  return {
    pillar,
    label: model.pillars.find((p) => p.id === pillar)?.label ?? pillar,
    score: replacedScore ?? weightedMean,
    share,
    weightedMean,
    applicableWeight,
    unprovenWeight,
    // A pillar of which no factor applies proves nothing: it counts as a full gap.
    evidenceGap: applicableWeight > 0 ? unprovenWeight / applicableWeight : 1,
    factors,
  };
}

/** A fresh review of other code than runs says little of the code that runs (rating algorithm 2026.2, section 0). */
function capReviewOfOtherCode(own: Map<string, Scored>, model: RatingModel): void {
  const { factorId, otherCode } = model.aggregation.freshnessFloor;
  if (otherCode === null) return;
  const review = own.get(factorId);
  const match = own.get(otherCode.factorId)?.score ?? null;
  if (review === undefined || review.score === null || match === null) return;
  if (reaches(match, otherCode.scoreBelow) || review.score <= otherCode.cap) return;
  const rule = { kind: 'other-code-cap', cap: otherCode.cap } as const;
  own.set(factorId, { ...review, score: otherCode.cap, rules: [...review.rules, rule] });
}

/**
 * Factor and pillar scores of any content (rating algorithm, section 0): evidence caps, not applicable leaving the
 * denominator, the incident pillar with its monotone rule. Never fails: an unknown level or a missing answer counts as
 * not provided; answers to factors that do not apply to the subject's type are ignored.
 */
export function scorePillars(
  content: AssessmentContent,
  model: RatingModel,
  overrides: ScoringOverrides = {},
): PillarScores {
  const { type } = content.subject;
  const subjectType = model.subjectTypes.find((t) => t.id === type);
  const weights = subjectType?.pillarWeights ?? { custody: 1, audits: 1, incidents: 1 };
  const weightSum = weights.custody + weights.audits + weights.incidents;
  const applicable = model.factors.filter((f) => f.appliesTo.includes(type));

  const table = overrides.table ?? registerTable(registerInputOf(content, model), model);
  const own = new Map<string, Scored>();
  for (const factor of applicable) {
    if (registerFactorOf(model, factor.id) !== undefined) continue;
    const answer = answerFor(content.answers, factor.id);
    own.set(factor.id, { factor, ...scoreWithin(content, { factor, answer, model }) });
  }
  capReviewOfOtherCode(own, model);
  for (const [id, scored] of own) own.set(id, withOverride(scored, content, model));
  const registerEvidence = content.incidentRegister.evidence;
  const input: PillarInput = {
    prior: subjectType?.incidentPrior ?? 0,
    registerEvidence,
    registerCap: evidenceCap(model, registerEvidence) ?? 0,
    registerWeights: registerWeights(model, (id) => applicable.some((f) => f.id === id)),
    ownAnswers: [...own.values()]
      .filter((s) => s.factor.pillar === 'incidents')
      .map((s) => ({ weight: s.factor.weight, score: s.score })),
    ...(overrides.atBest && { atBest: overrides.atBest }),
  };
  const incident = incidentPillar(table, input, model);

  const pillarOf = (pillar: Pillar): PillarScore => {
    const scored = applicable
      .filter((f) => f.pillar === pillar)
      .map((factor) => {
        const computed = registerFactorOf(model, factor.id);
        return factor.kind === 'computed' && computed !== undefined
          ? scoreRegisterFactor({ factor, computed, table, input, model })
          : own.get(factor.id)!;
      });
    const share = weights[pillar] / weightSum;
    return assemble({
      pillar,
      scored,
      share,
      model,
      replacedScore: pillar === 'incidents' ? incident.score : undefined,
    });
  };
  const pillars = Object.fromEntries(PILLARS.map((p) => [p, pillarOf(p)])) as Record<Pillar, PillarScore>;

  return {
    pillars,
    incidentWorking: {
      registerEvidence,
      incidents: table.incidents.map((i) => i.working),
      yearsLive: table.yearsLive,
      load: table.full.load,
      effectiveYears: table.reader.effectiveYears,
      rate: table.full.rate,
      experience: incident.full.experience,
      credibility: incident.full.credibility,
      prior: input.prior,
      blended: incident.full.blended,
      isBlended: incident.full.isBlended,
      caps: table.caps,
      fullSetScore: incident.full.score,
      governingSubset: incident.governing,
    },
  };
}
