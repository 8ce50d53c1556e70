import type { Factor, RatingModel } from './rating-model.ts';
import { COVERAGE_PARTS, EVIDENCE_STATES, PERILS, PILLARS, SUBJECT_TYPES } from './vocabulary.ts';

/** A fault of a rating model that its schema cannot see: where, and what is wrong in one sentence without full stop. */
export interface ModelFault {
  readonly path: string;
  readonly message: string;
}

/** What a cause may name beside coverage parts: how a part that does not simply respond would. */
const RESPONSES_WITHOUT_PART: readonly string[] = ['none', 'none-protocol', 'contingent', 'refer'];

const isNear = (value: number, wanted: number): boolean => Math.abs(value - wanted) < 1e-9;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const fault = (path: string, message: string): ModelFault => ({ path, message });

function expectEach(path: string, given: readonly string[], wanted: readonly string[]): ModelFault[] {
  const faults: ModelFault[] = [];
  for (const id of wanted) {
    const count = given.filter((g) => g === id).length;
    if (count !== 1) faults.push(fault(path, `${id} must be there once, not ${count} times`));
  }
  for (const id of given) if (!wanted.includes(id)) faults.push(fault(path, `${id} is not known`));
  return faults;
}

function expectUnique(path: string, ids: readonly string[]): ModelFault[] {
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  return [...new Set(twice)].map((id) => fault(path, `${id} must not be there twice`));
}

const factorOf = (model: RatingModel, id: string): Factor | undefined =>
  model.factors.find((f) => f.id === id);

function expectFactor(
  path: string,
  model: RatingModel,
  id: string,
  kind: Factor['kind'] | null,
): ModelFault[] {
  const factor = factorOf(model, id);
  if (factor === undefined) return [fault(path, `names the factor ${id}, which the model does not have`)];
  return kind !== null && factor.kind !== kind ? [fault(path, `needs ${id} to be a ${kind} factor`)] : [];
}

function expectLevel(path: string, model: RatingModel, id: string, level: string): ModelFault[] {
  const faults = expectFactor(path, model, id, 'ordinal');
  const factor = factorOf(model, id);
  if (faults.length > 0 || factor?.kind !== 'ordinal') return faults;
  return factor.levels.some((l) => l.key === level)
    ? []
    : [fault(path, `names level ${level}, which ${id} does not have`)];
}

function checkFactors(model: RatingModel): ModelFault[] {
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

function checkFlags(model: RatingModel): ModelFault[] {
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
      for (const { factorId, level } of rule.anyOf) faults.push(...expectLevel(at, model, factorId, level));
    } else if (rule.kind === 'reserves') {
      faults.push(...expectLevel(at, model, rule.factorId, rule.level));
    } else if (rule.kind !== 'chronic') {
      needsDeclaration.push(id);
    }
  }
  for (const { id, rule } of model.referrals) {
    const at = `referrals.${id}`;
    if (rule.kind === 'numeric-above') faults.push(...expectFactor(at, model, rule.factorId, 'numeric'));
    else if (rule.kind === 'answer-level') {
      for (const level of rule.levels) faults.push(...expectLevel(at, model, rule.factorId, level));
    } else if (rule.kind === 'declared') needsDeclaration.push(id);
  }
  return [...faults, ...expectEach('declarations', declared, needsDeclaration)];
}

function checkIncidentModel({ incidentModel: m, causes, pricing }: RatingModel): ModelFault[] {
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

function checkGrades({ gradeBands, aggregation }: RatingModel): ModelFault[] {
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

function checkPricing(model: RatingModel): ModelFault[] {
  const { pricing, coverageParts } = model;
  const { custodial, protocol } = pricing.groups;
  const faults = [
    ...expectEach('pricing.groups', [...custodial, ...protocol], SUBJECT_TYPES),
    ...expectEach(
      'pricing.perils',
      pricing.perils.map((p) => p.id),
      PERILS,
    ),
    ...expectEach(
      'pricing.typeRelativities',
      pricing.typeRelativities.map((r) => r.type),
      SUBJECT_TYPES,
    ),
    ...expectEach(
      'coverageParts',
      coverageParts.map((c) => c.id),
      COVERAGE_PARTS,
    ),
    ...pricing.containment.factorIds.flatMap((id) => expectFactor('pricing.containment', model, id, null)),
  ];
  for (const { id, baseFrequency, relativityGroup } of pricing.perils) {
    for (const [group, types] of Object.entries({ custodial, protocol })) {
      if (baseFrequency[group as 'custodial' | 'protocol'] === null) continue;
      for (const type of types) {
        const row = pricing.typeRelativities.find((r) => r.type === type);
        if (row !== undefined && row[relativityGroup] === null) {
          faults.push(fault(`pricing.perils.${id}`, `has a base rate for ${type} but no type relativity`));
        }
      }
    }
  }
  for (const { id, corridor } of coverageParts) {
    for (const band of corridor?.bands ?? []) {
      if (band.low > band.high)
        faults.push(fault(`coverageParts.${id}.corridor`, 'low must not be above high'));
    }
  }
  const { score, credibility, containment, lattice, buildUp, riskLoad } = pricing;
  for (const [path, clamp] of Object.entries({ score, credibility, containment })) {
    if (clamp.clampLow > clamp.clampHigh)
      faults.push(fault(`pricing.${path}`, 'clampLow must not be above clampHigh'));
  }
  if (lattice.draftPartPoints >= lattice.partPoints || lattice.draftPolicyPoints > lattice.policyPoints) {
    faults.push(fault('pricing.lattice', 'the draft grid must be coarser than the full one'));
  }
  if (!(lattice.countTail < 1)) faults.push(fault('pricing.lattice.countTail', 'must be below 1'));
  if (sum([buildUp.internalExpenseShare, buildUp.brokerageShare, buildUp.marginShare]) >= 1) {
    faults.push(fault('pricing.buildUp', 'internal expense, brokerage and margin must sum to less than 1'));
  }
  if (pricing.returnPeriods.some((years) => years <= 1))
    faults.push(fault('pricing.returnPeriods', 'must be above 1'));
  const levels = [...pricing.valueAtRiskLevels, riskLoad.costOfCapital.level];
  if (levels.some((p) => p <= 0 || p >= 1)) {
    faults.push(fault('pricing.valueAtRiskLevels', 'must lie strictly between 0 and 1'));
  }
  return faults;
}

function checkSources(model: RatingModel): ModelFault[] {
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

/**
 * Cross-references and sums of a schema-valid rating model: every name that one part uses of another must exist, every
 * set that must be whole is, weights sum, bands descend. Empty when the model holds together.
 */
export function modelFaults(model: RatingModel): readonly ModelFault[] {
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
    ...expectFactor(
      'aggregation.freshnessFloor',
      model,
      model.aggregation.freshnessFloor.factorId,
      'numeric',
    ),
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
