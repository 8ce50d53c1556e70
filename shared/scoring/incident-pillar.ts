import type { RatingModel } from '../domain/rating-model.ts';
import { REGISTER_FORMULAS, type RegisterEvidenceState, type RegisterFormula } from '../domain/vocabulary.ts';
import { exceeds, reaches } from './compare.ts';
import { OUT } from './incident-subsets.ts';
import type { RegisterTable } from './register-table.ts';

/** A factor of the pillar that has its own answer; null score = not applicable. */
export interface OwnAnswerFactor {
  readonly weight: number;
  readonly score: number | null;
}

/** A factor computed from the register that applies, with its formula and weight. */
export interface RegisterWeight {
  readonly factorId: string;
  readonly formula: RegisterFormula;
  readonly weight: number;
}

export interface PillarInput {
  readonly prior: number;
  readonly registerEvidence: RegisterEvidenceState;
  /** Cap of that state, 0..100. */
  readonly registerCap: number;
  /** Weights of the computed factors that apply. */
  readonly registerWeights: readonly RegisterWeight[];
  readonly ownAnswers: readonly OwnAnswerFactor[];
  /** Computed factors to take at 100 instead of their figure (per-factor effects). */
  readonly atBest?: ReadonlySet<string>;
}

export interface PillarFigures {
  readonly experience: number;
  readonly credibility: number;
  readonly blended: number;
  readonly isBlended: boolean;
  readonly score: number;
}

/**
 * Score of a computed factor under the register's evidence: capped by its state; 0 when the register is not provided,
 * then also for the factors that a clean record would make not applicable. Null = not applicable.
 */
export function underEvidence(raw: number | null, input: PillarInput, factorId: string): number | null {
  if (input.atBest?.has(factorId)) return 100;
  if (input.registerEvidence === 'not-provided') return 0;
  return raw === null ? null : Math.min(raw, input.registerCap);
}

/** The weights and evidence of a pillar input, laid out for a fast pass over thousands of subsets. */
function pillarReader(
  table: RegisterTable,
  input: PillarInput,
  model: RatingModel,
): (subset: number) => PillarFigures {
  const size = REGISTER_FORMULAS.length;
  const weights = new Float64Array(size);
  // Scores that evidence fixes for every subset: 0 for a register not provided, 100 for a factor taken at its best.
  const fixed = new Float64Array(size).fill(Number.NaN);
  for (const { factorId, formula, weight } of input.registerWeights) {
    const j = REGISTER_FORMULAS.indexOf(formula);
    weights[j] = weight;
    if (input.atBest?.has(factorId)) fixed[j] = 100;
    else if (input.registerEvidence === 'not-provided') fixed[j] = 0;
  }
  let ownWeight = 0;
  let ownPoints = 0;
  for (const own of input.ownAnswers) {
    if (own.score === null) continue;
    ownWeight += own.weight;
    ownPoints += own.weight * own.score;
  }
  const credibility = table.yearsLive / (table.yearsLive + model.incidentModel.credibilityYears);

  return (subset) => {
    let weight = ownWeight;
    let points = ownPoints;
    for (let j = 0; j < size; j += 1) {
      const isFixed = !Number.isNaN(fixed[j]!);
      const score = isFixed ? fixed[j]! : table.scores[subset * size + j]!;
      if (Number.isNaN(score)) continue;
      weight += weights[j]!;
      points += weights[j]! * (isFixed ? score : Math.min(score, input.registerCap));
    }
    const experience = weight > 0 ? points / weight : 0;
    const isBlended = reaches(experience, input.prior);
    const blended = isBlended ? credibility * experience + (1 - credibility) * input.prior : experience;
    return {
      experience,
      credibility,
      blended,
      isBlended,
      score: Math.min(blended, table.subsetCaps[subset]!),
    };
  };
}

/**
 * The incident pillar: E, its blend with the prior when E is at least the prior (a short history never softens a bad
 * record), the caps, and the least value over the subsets, so that adding an incident never raises it. Source: factor
 * catalogue, incident model, `pillar`; rating algorithm, section 0.
 */
export function incidentPillar(
  table: RegisterTable,
  input: PillarInput,
  model: RatingModel,
): { readonly full: PillarFigures; readonly score: number; readonly governing: readonly string[] | null } {
  const read = pillarReader(table, input, model);
  const full = read(0);
  let score = full.score;
  let governing = 0;
  for (let i = 1; i < table.subsets.length; i += 1) {
    const value = read(i).score;
    if (value < score) {
      score = value;
      governing = i;
    }
  }
  const marks = table.subsets[governing]!;
  const ids = exceeds(full.score, score)
    ? table.reader.material.filter((_, i) => marks[i] !== OUT).map((m) => m.incident.id)
    : null;
  return { full, score, governing: ids };
}

/** The computed factors of the incident pillar that apply to a subject type, with their weights. */
export function registerWeights(
  model: RatingModel,
  applies: (factorId: string) => boolean,
): PillarInput['registerWeights'] {
  return model.wording.register.factors.flatMap(({ factorId, formula }) => {
    const factor = model.factors.find((f) => f.id === factorId);
    return factor !== undefined && applies(factorId) ? [{ factorId, formula, weight: factor.weight }] : [];
  });
}
