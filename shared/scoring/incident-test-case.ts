import type { ModelTestCase, RatingModel } from '../domain/rating-model.ts';
import { incidentPillar, type PillarInput, registerWeights, underEvidence } from './incident-pillar.ts';
import { interpolate } from './piecewise.ts';
import { registerTable } from './register-table.ts';

export type IncidentTestCase = ModelTestCase & { readonly kind: 'incident-pillar' };

/** The figures of an incident test case, as the model computes them, all evidence verified; unrounded. */
export interface IncidentTestFigures {
  readonly pillar: number;
  readonly experience: number;
  readonly credibility: number;
  readonly load: number;
  readonly rate: number;
  readonly severities: readonly number[];
  /** Applicable factors only. */
  readonly factorScores: Readonly<Record<string, number>>;
}

/** Computes an incident test case of a rating model with the functions that score an assessment. */
export function incidentTestFigures(
  input: IncidentTestCase['input'],
  model: RatingModel,
): IncidentTestFigures {
  const factorOf = (id: string) => {
    const factor = model.factors.find((f) => f.id === id);
    if (factor === undefined) throw new Error(`the rating model has no factor ${id}`);
    return factor;
  };
  const named = model.wording.incidentTestCase;
  if (named === null) throw new Error('the wording names no factors for incident test cases');
  const { haltFactorId, readinessFactorId } = named;
  const halt = factorOf(haltFactorId);
  const haltScore =
    halt.kind === 'computed' && halt.mapping !== null ? interpolate(halt.mapping, input.haltDays) : 0;
  const table = registerTable({ ...input, assetsToday: 0 }, model);
  const pillarInput: PillarInput = {
    prior: input.prior,
    registerEvidence: 'verified',
    registerCap: 100,
    registerWeights: registerWeights(model, () => true),
    ownAnswers: [
      { weight: halt.weight, score: haltScore },
      { weight: factorOf(readinessFactorId).weight, score: input.readiness },
    ],
  };
  const { full, score } = incidentPillar(table, pillarInput, model);
  const computed = pillarInput.registerWeights.flatMap(({ factorId, formula }) => {
    const value = underEvidence(table.full.figures[formula].score, pillarInput, factorId);
    return value === null ? [] : [[factorId, value] as const];
  });
  return {
    pillar: score,
    experience: full.experience,
    credibility: full.credibility,
    load: table.full.load,
    rate: table.full.rate,
    severities: table.incidents.map((i) => i.working.severity),
    factorScores: {
      ...Object.fromEntries(computed),
      [haltFactorId]: haltScore,
      [readinessFactorId]: input.readiness,
    },
  };
}
