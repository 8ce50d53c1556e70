import type { Incident } from '../domain/assessment-content.ts';
import { daysBetween, type IsoDate } from '../domain/dates.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { RegisterEvidenceState } from '../domain/vocabulary.ts';
import { exceeds, reaches } from './compare.ts';
import {
  incidentCaps,
  REGISTER_FACTORS,
  type RegisterFactorId,
  type RegisterReader,
  registerReader,
  type SubsetFigures,
} from './incident-subsets.ts';
import { type ReadIncident, readIncidents } from './incident-working.ts';
import type { IncidentCap } from './score-result.ts';

/** A factor of the pillar that has its own answer; null score = not applicable. */
export interface OwnAnswerFactor {
  readonly weight: number;
  readonly score: number | null;
}

export interface RegisterInput {
  readonly incidents: readonly Incident[];
  readonly asOf: IsoDate;
  readonly liveSince: IsoDate | null;
}

/** All subsets of a register that the monotone rule looks at, computed once and then weighed under any evidence state. */
export interface RegisterTable {
  readonly incidents: readonly ReadIncident[];
  readonly reader: RegisterReader;
  readonly yearsLive: number;
  readonly full: SubsetFigures;
  /** Marks of the material incidents in each subset; the full set first. */
  readonly subsets: readonly Uint8Array[];
  /** Ten scores a subset, in the order of REGISTER_FACTORS; NaN = not applicable. */
  readonly scores: Float64Array;
  /** The least cap each subset trips; 100 when none. */
  readonly subsetCaps: Float64Array;
  readonly caps: readonly IncidentCap[];
}

/** Years of 365.25 days since the subject went live; 0 when not given or not yet live. */
export function yearsLiveAt(liveSince: IsoDate | null, asOf: IsoDate): number {
  return liveSince === null ? 0 : Math.max(0, daysBetween(liveSince, asOf) / 365.25);
}

/**
 * The subsets of the monotone rule: up to the model's limit (12) every subset of the material incidents, full and empty
 * included; above it the full set and each with one left out. The full set comes first.
 */
function* subsetsOf(count: number, exhaustiveLimit: number): Generator<Uint8Array> {
  const full = new Uint8Array(count).fill(1);
  yield full;
  if (count > exhaustiveLimit) {
    for (let out = 0; out < count; out += 1) {
      const subset = full.slice();
      subset[out] = 0;
      yield subset;
    }
    return;
  }
  for (let mask = 2 ** count - 2; mask >= 0; mask -= 1) {
    const subset = new Uint8Array(count);
    for (let i = 0; i < count; i += 1) subset[i] = (mask >> i) & 1;
    yield subset;
  }
}

/** Reads a register: severities, loads and the ten computed factors over every subset that the monotone rule needs. */
export function registerTable(input: RegisterInput, model: RatingModel): RegisterTable {
  const yearsLive = yearsLiveAt(input.liveSince, input.asOf);
  const incidents = readIncidents(input.incidents, input.asOf, model);
  const reader = registerReader(incidents, yearsLive, model);
  const subsets = [...subsetsOf(reader.material.length, model.incidentModel.exhaustiveSubsetLimit)];
  const scores = new Float64Array(subsets.length * REGISTER_FACTORS.length);
  const subsetCaps = new Float64Array(subsets.length);
  subsets.forEach((included, i) => {
    const { figures, cap } = reader.read(included);
    REGISTER_FACTORS.forEach((id, j) => {
      scores[i * REGISTER_FACTORS.length + j] = figures[id].score ?? Number.NaN;
    });
    subsetCaps[i] = cap;
  });
  const caps = incidentCaps(reader.material, model);
  return { incidents, reader, yearsLive, full: reader.read(subsets[0]!), subsets, scores, subsetCaps, caps };
}

export interface PillarInput {
  readonly prior: number;
  readonly registerEvidence: RegisterEvidenceState;
  /** Cap of that state, 0..100. */
  readonly registerCap: number;
  /** Weights of the computed factors that apply. */
  readonly registerWeights: readonly { readonly factorId: RegisterFactorId; readonly weight: number }[];
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
export function underEvidence(
  raw: number | null,
  input: PillarInput,
  factorId: RegisterFactorId,
): number | null {
  if (input.atBest?.has(factorId)) return 100;
  if (input.registerEvidence === 'not-provided') return 0;
  return raw === null ? null : Math.min(raw, input.registerCap);
}

/** The weights and evidence of a pillar input laid out for a pass over thousands of subsets. */
function pillarReader(
  table: RegisterTable,
  input: PillarInput,
  model: RatingModel,
): (subset: number) => PillarFigures {
  const size = REGISTER_FACTORS.length;
  const weights = new Float64Array(size);
  // Scores that evidence fixes whatever the subset: 0 for a register not provided, 100 for a factor taken at its best.
  const fixed = new Float64Array(size).fill(Number.NaN);
  for (const { factorId, weight } of input.registerWeights) {
    const j = REGISTER_FACTORS.indexOf(factorId);
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
 * The incident pillar: E, its blend with the prior when E is at least the prior (youth never softens a bad record), the
 * caps, and the least value over the subsets, so that adding an incident never raises it.
 * Source: factor catalogue, incident model, `pillar`; rating algorithm, section 0.
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
    ? table.reader.material.filter((_, i) => marks[i] === 1).map((m) => m.incident.id)
    : null;
  return { full, score, governing: ids };
}

/** The computed factors of the incident pillar that apply to a subject type, with their weights. */
export function registerWeights(
  model: RatingModel,
  applies: (factorId: string) => boolean,
): PillarInput['registerWeights'] {
  const known: readonly string[] = REGISTER_FACTORS;
  return model.factors
    .filter(
      (f) => f.kind === 'computed' && f.evidenceFrom === 'register' && known.includes(f.id) && applies(f.id),
    )
    .map((f) => ({ factorId: f.id as RegisterFactorId, weight: f.weight }));
}
