import { checkPricing } from './check-model-pricing.ts';
import {
  expectEach,
  expectFactor,
  expectLevel,
  expectUnique,
  fault,
  isNear,
  type ModelFault,
  sum,
} from './model-expectations.ts';
import type { RatingModelData } from './rating-model.ts';
import { COVERAGE_PARTS, EVIDENCE_STATES, PILLARS, SUBJECT_TYPES } from './vocabulary.ts';

/** What a cause may name beside coverage parts: how a part that does not simply respond would. */
const RESPONSES_WITHOUT_PART: readonly string[] = ['none', 'none-protocol', 'contingent', 'refer'];

function checkFactors(model: RatingModelData): ModelFault[] {
  const faults = expectUnique(
    'factors',
    model.factors.map((f) => f.id),
  );
  for (const pillar of PILLARS) {
    const factors = model.factors.filter((f) => f.pillar === pillar);
    const weight = sum(factors.map((f) => f.weight));
    if (!isNear(weight, 100))
      faults.push(fault('factors', `the weights of pillar ${pillar} must sum to 100, not ${weight}`));
    for (const type of SUBJECT_TYPES) {
      if (factors.some((f) => f.appliesTo.includes(type))) continue;
      faults.push(fault('factors', `pillar ${pillar} needs at least one factor that applies to ${type}`));
    }
  }
  for (const factor of model.factors) {
    const at = `factors.${factor.id}`;
    if (factor.kind === 'ordinal')
      faults.push(
        ...expectUnique(
          `${at}.levels`,
          factor.levels.map((l) => l.key),
        ),
      );
    if (factor.kind === 'computed' && factor.pillar !== 'incidents') {
      faults.push(fault(at, 'a computed factor belongs to the incident pillar'));
    }
  }
  return faults;
}

function checkFlags(model: RatingModelData): ModelFault[] {
  const faults = [
    ...expectUnique(
      'knockOuts',
      model.knockOuts.map((k) => k.id),
    ),
    ...expectUnique(
      'referrals',
      model.referrals.map((r) => r.id),
    ),
    ...expectUnique(
      'declarations',
      model.declarations.map((d) => d.id),
    ),
  ];
  const declared = model.declarations.map((d) => String(d.id));
  const needsDeclaration: string[] = [];
  for (const { id, rule } of model.knockOuts) {
    const at = `knockOuts.${id}`;
    if (rule.kind === 'answer-level') {
      for (const { factorId, level } of rule.anyOf)
        faults.push(...expectLevel({ path: at, model, id: factorId, level }));
    } else if (rule.kind === 'reserves') {
      faults.push(...expectLevel({ path: at, model, id: rule.factorId, level: rule.level }));
    } else if (rule.kind !== 'chronic') {
      needsDeclaration.push(id);
    }
  }
  for (const { id, rule } of model.referrals) {
    const at = `referrals.${id}`;
    if (rule.kind === 'numeric-above')
      faults.push(...expectFactor({ path: at, model, id: rule.factorId, kind: 'numeric' }));
    else if (rule.kind === 'answer-level') {
      for (const level of rule.levels)
        faults.push(...expectLevel({ path: at, model, id: rule.factorId, level }));
    } else if (rule.kind === 'declared') needsDeclaration.push(id);
  }
  return [...faults, ...expectEach('declarations', declared, needsDeclaration)];
}

function checkIncidentModel({ incidentModel: m, causes, pricing }: RatingModelData): ModelFault[] {
  const faults = expectUnique(
    'causes',
    causes.map((c) => c.code),
  );
  const known: readonly string[] = [...COVERAGE_PARTS, ...RESPONSES_WITHOUT_PART];
  for (const { code, responds } of causes) {
    for (const part of responds) {
      if (!known.includes(part))
        faults.push(fault(`causes.${code}.responds`, `${part} is not a coverage part`));
    }
  }
  if (!causes.some((c) => c.code === pricing.credibility.anyPerilCause)) {
    faults.push(fault('pricing.credibility.anyPerilCause', 'must be one of the causes'));
  }
  if (!isNear(m.blendGross + m.blendNet, 1))
    faults.push(fault('incidentModel', 'blendGross and blendNet must sum to 1'));
  if (!isNear(m.relativeWeight + m.absoluteWeight, 1)) {
    faults.push(fault('incidentModel', 'relativeWeight and absoluteWeight must sum to 1'));
  }
  if (m.recency.some(([age], i) => i > 0 && age <= (m.recency[i - 1]?.[0] ?? 0))) {
    faults.push(fault('incidentModel.recency', 'ages must ascend'));
  }
  return faults;
}

function checkGrades({ gradeBands, aggregation }: RatingModelData): ModelFault[] {
  const faults = expectUnique(
    'gradeBands',
    gradeBands.map((b) => b.grade),
  );
  if (gradeBands.length === 0) return [fault('gradeBands', 'must not be empty')];
  if (gradeBands.some((b, i) => i > 0 && b.minimumScore >= (gradeBands[i - 1]?.minimumScore ?? 0))) {
    faults.push(fault('gradeBands', 'minimum scores must descend'));
  }
  if (gradeBands.at(-1)?.minimumScore !== 0)
    faults.push(fault('gradeBands', 'the last band must begin at 0'));
  if (!isNear(aggregation.meanShare + aggregation.lowestShare, 1)) {
    faults.push(fault('aggregation', 'meanShare and lowestShare must sum to 1'));
  }
  return faults;
}

function checkSources(model: RatingModelData): ModelFault[] {
  const known = model.sources.map((s) => s.id);
  const users = [
    ...model.factors.map((f) => ({ path: `factors.${f.id}`, sources: f.sources })),
    ...model.knockOuts.map((k) => ({ path: `knockOuts.${k.id}`, sources: k.sources })),
    ...model.referrals.map((r) => ({ path: `referrals.${r.id}`, sources: r.sources })),
    ...model.exclusions.map((e) => ({ path: `exclusions.${e.id}`, sources: e.sources })),
    ...model.conditions.map((c) => ({ path: `conditions.${c.id}`, sources: c.sources })),
  ];
  return users.flatMap(({ path, sources }) =>
    sources
      .filter((s) => !known.includes(s))
      .map((s) => fault(path, `names the source ${s}, which the model does not list`)),
  );
}

const otherCodeFaults = (model: RatingModelData): ModelFault[] => {
  const { otherCode } = model.aggregation.freshnessFloor;
  return otherCode === null
    ? []
    : expectFactor({
        path: 'aggregation.freshnessFloor.otherCode',
        model,
        id: otherCode.factorId,
        kind: null,
      });
};

/**
 * Cross-references and sums of a schema-valid rating model: every name that one part uses of another must exist, every
 * set that must be whole is, weights sum, bands descend. Empty when the model holds together.
 */
export function modelFaults(model: RatingModelData): readonly ModelFault[] {
  const types = model.subjectTypes;
  const typeFaults = types
    .filter((t) => !isNear(sum(PILLARS.map((p) => t.pillarWeights[p])), 100))
    .map((t) => fault(`subjectTypes.${t.id}.pillarWeights`, 'must sum to 100'));
  return [
    ...expectEach(
      'subjectTypes',
      types.map((t) => t.id),
      SUBJECT_TYPES,
    ),
    ...expectEach(
      'evidenceStates',
      model.evidenceStates.map((s) => s.id),
      EVIDENCE_STATES,
    ),
    ...expectEach(
      'pillars',
      model.pillars.map((p) => p.id),
      PILLARS,
    ),
    ...typeFaults,
    ...checkFactors(model),
    ...expectFactor({
      path: 'aggregation.freshnessFloor',
      model,
      id: model.aggregation.freshnessFloor.factorId,
      kind: 'numeric',
    }),
    ...otherCodeFaults(model),
    ...checkFlags(model),
    ...checkIncidentModel(model),
    ...checkGrades(model),
    ...checkPricing(model),
    ...expectUnique(
      'exclusions',
      model.exclusions.map((e) => e.id),
    ),
    ...expectUnique(
      'conditions',
      model.conditions.map((c) => c.id),
    ),
    ...expectUnique(
      'subjectivities',
      model.subjectivities.map((s) => s.id),
    ),
    ...checkSources(model),
    ...expectUnique(
      'testCases',
      model.testCases.map((c) => c.id),
    ),
  ];
}
