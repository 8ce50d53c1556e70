import { expectEach, expectFactor, fault, type ModelFault, sum } from './model-expectations.ts';
import { SUBJECT_GROUPS } from './model-rules.ts';
import type { PerilModel, RatingModelData } from './rating-model.ts';
import { COVERAGE_PARTS, PERILS, SUBJECT_TYPES } from './vocabulary.ts';

/** A peril needs a law where it has a base rate, and a reference value where law or frequency move with size. */
function sizeFaults(peril: PerilModel, { frequency }: RatingModelData['pricing']): ModelFault[] {
  const { id, damageRatio, referenceValue, baseFrequency, scoreClamp } = peril;
  const at = `pricing.perils.${id}`;
  const movesWithSize = damageRatio.family === 'by-size' || frequency.form !== 'size-free';
  const faults: ModelFault[] = [];
  if (movesWithSize && referenceValue === undefined) {
    faults.push(fault(`${at}.referenceValue`, 'must be given where law or frequency move with size'));
  }
  for (const group of SUBJECT_GROUPS) {
    if (damageRatio.family !== 'by-size' || baseFrequency[group] === null) continue;
    if (damageRatio[group] === null)
      faults.push(fault(`${at}.damageRatio.${group}`, 'must be given where there is a base rate'));
  }
  if (scoreClamp !== undefined && scoreClamp.low > scoreClamp.high)
    faults.push(fault(`${at}.scoreClamp`, 'low must not be above high'));
  return faults;
}

/** A load that rests on the policy's own deviation has no place for prices of risk or for the years. */
function riskLoadFaults({ riskLoad, perils }: RatingModelData['pricing']): ModelFault[] {
  if (riskLoad.form !== 'stand-alone') return [];
  const needs = "needs a risk load of form 'covariance'";
  return [
    ...(riskLoad.longPeriods === 'none'
      ? []
      : [fault('pricing.riskLoad.longPeriods', `must be 'none': '${riskLoad.longPeriods}' ${needs}`)]),
    ...perils
      .filter(({ priceOfRisk }) => priceOfRisk !== 1)
      .map(({ id, priceOfRisk }) =>
        fault(`pricing.perils.${id}.priceOfRisk`, `must be 1: ${priceOfRisk} ${needs}`),
      ),
  ];
}

/**
 * Groups, perils, relativities, corridors, clamps, lattices and build-up of a model, as far as they hold together; what
 * the engine takes of each figure only the engine knows (`engineFaults`).
 */
export function checkPricing(model: RatingModelData): ModelFault[] {
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
    ...pricing.containment.factorIds.flatMap((id) =>
      expectFactor({ path: 'pricing.containment', model, id, kind: null }),
    ),
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
  faults.push(...pricing.perils.flatMap((peril) => sizeFaults(peril, pricing)));
  faults.push(...riskLoadFaults(pricing));
  for (const { id, corridor } of coverageParts) {
    for (const band of corridor?.bands ?? []) {
      if (band.low > band.high)
        faults.push(fault(`coverageParts.${id}.corridor`, 'low must not be above high'));
    }
  }
  const { score, credibility, containment, lattice, buildUp } = pricing;
  for (const [path, clamp] of Object.entries({ score, credibility, containment })) {
    if (clamp.clampLow > clamp.clampHigh)
      faults.push(fault(`pricing.${path}`, 'clampLow must not be above clampHigh'));
  }
  if (lattice.draftPartPoints >= lattice.partPoints || lattice.draftPolicyPoints > lattice.policyPoints) {
    faults.push(fault('pricing.lattice', 'the draft grid must be coarser than the full one'));
  }
  if (sum([buildUp.internalExpenseShare, buildUp.brokerageShare, buildUp.marginShare]) >= 1) {
    faults.push(fault('pricing.buildUp', 'internal expense, brokerage and margin must sum to less than 1'));
  }
  return faults;
}
