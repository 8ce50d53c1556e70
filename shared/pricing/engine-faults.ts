import {
  type ActuarialFailure,
  type ActuarialResult,
  type DamageRatio,
  damageRatioSeverity,
  expectValue,
  negativeBinomialByMean,
  programmeLoss,
  proportionalHazard,
  readDistribution,
  returnPeriodLoss,
  tailValueAtRisk,
  wangTransform,
} from '../actuarial/index.ts';
import { fault, type ModelFault } from '../domain/model-expectations.ts';
import { SUBJECT_GROUPS, type SubjectGroup } from '../domain/model-rules.ts';
import type { PerilModel, RatingModel } from '../domain/rating-model.ts';
import { damageLaw, smallDamageLaw, smallShareOf } from './damage-law.ts';
import { kappaOf, scoreClampOf } from './frequency.ts';
import { latticeGrid } from './lattice-grid.ts';

// The bounds are the engine's own: each number is given to the constructor that pricing will give it to.

const bounds = ({ domain, given }: ActuarialFailure): string => `must be ${domain}; it is ${given}`;

function faultOf(
  outcome: ActuarialResult<unknown>,
  path: string | ((parameter: string) => string),
  text: (failure: ActuarialFailure) => string = bounds,
): ModelFault[] {
  if (outcome.ok) return [];
  const { parameter } = outcome.failure;
  return [fault(typeof path === 'string' ? path : path(parameter), text(outcome.failure))];
}

function latticeFaults(model: RatingModel): ModelFault[] {
  const ofGrid = (name: 'draft' | 'full', field: (parameter: string) => string) =>
    faultOf(
      programmeLoss({ parts: [], policyTerms: null }, latticeGrid(name, model)),
      (parameter) => `pricing.lattice.${field(parameter)}`,
    );
  const full = ofGrid('full', (parameter) => parameter);
  const draft = ofGrid('draft', (parameter) => DRAFT_FIELDS[parameter] ?? parameter);
  return eachPathOnce([...full, ...draft]);
}

const DRAFT_FIELDS: Readonly<Record<string, string>> = {
  partPoints: 'draftPartPoints',
  policyPoints: 'draftPolicyPoints',
};

/** Damage ratios, the clamps of their power, and whether a mean can be computed at the ends that scores can reach. */
function severityFaults(model: RatingModel): ModelFault[] {
  const { perils, containment } = model.pricing;
  const ofPeril = perils.flatMap(lawsOf).map(({ path, law }): ModelFault[] => {
    if (!law.ok)
      return faultOf(law, (parameter) => (path.endsWith('.damageRatio') ? `${path}.${parameter}` : path));
    const severityAt = (kappa: number) => damageRatioSeverity({ damage: law.value, exposedValue: 1, kappa });
    const clamps = (['clampLow', 'clampHigh'] as const).flatMap((clamp) =>
      faultOf(severityAt(containment[clamp]), `pricing.containment.${clamp}`),
    );
    if (clamps.length > 0) return clamps;
    return ENDS_OF_SCORE.flatMap((score) => {
      const kappa = kappaOf(score, model);
      const severity = severityAt(kappa);
      const isComputed =
        severity.ok && [severity.value.moment(1), severity.value.cdf(0.5)].every(Number.isFinite);
      return isComputed
        ? []
        : [fault(path, `has no mean that can be computed at a severity power of ${kappa}`)];
    });
  });
  return eachPathOnce(ofPeril.flat());
}

/** Every law of a peril at the ends of what moves it, each with the field that gives it. */
function lawsOf(
  peril: PerilModel,
): readonly { readonly path: string; readonly law: ActuarialResult<DamageRatio> }[] {
  const at = `pricing.perils.${peril.id}`;
  const isBySize = peril.damageRatio.family === 'by-size';
  const values = peril.damageRatio.family === 'by-size' ? peril.damageRatio.valueClamp : [1];
  return SUBJECT_GROUPS.flatMap((group) =>
    values.flatMap((value) => {
      const large = damageLaw(peril, group, value);
      const small = smallDamageLaw(peril, group, value);
      return [
        ...(large === null ? [] : [{ path: `${at}.damageRatio${isBySize ? `.${group}` : ''}`, law: large }]),
        ...(small === null ? [] : [{ path: `${at}.smallEvents.${group}`, law: small }]),
      ];
    }),
  );
}

const ENDS_OF_SCORE = [0, 100] as const;

const eachPathOnce = (faults: readonly ModelFault[]): ModelFault[] =>
  faults.filter(({ path }, i) => faults.findIndex((other) => other.path === path) === i);

/** The mean count of a peril in a year, at its base rate and with one relativity after another at its highest. */
function highestMeans(
  peril: PerilModel,
  group: SubjectGroup,
  model: RatingModel,
): readonly { readonly path: string; readonly mean: number }[] {
  const { id, baseFrequency, relativityGroup } = peril;
  const { pricing } = model;
  const base = baseFrequency[group];
  if (base === null) return [];
  const types: readonly string[] = pricing.groups[group];
  const rows = pricing.typeRelativities.filter(({ type }) => types.includes(type));
  const highest = rows.reduce((most, row) => Math.max(most, row[relativityGroup] ?? 0), 0);
  const type = rows.find((row) => row[relativityGroup] === highest)?.type;
  const factors = [
    { path: `pricing.perils.${id}.baseFrequency.${group}`, factor: base },
    { path: `pricing.typeRelativities.${type}.${relativityGroup}`, factor: highest },
    ...sizeFactors(group, pricing.frequency),
    {
      path: peril.scoreClamp === undefined ? 'pricing.score.clampHigh' : `pricing.perils.${id}.scoreClamp`,
      factor: scoreClampOf(peril, model).high,
    },
    { path: 'pricing.credibility.clampHigh', factor: pricing.credibility.clampHigh },
    { path: 'pricing.evidence.slope', factor: Math.exp(pricing.evidence.slope) },
    { path: `pricing.perils.${id}.smallEvents.${group}`, factor: 1 + smallShareOf(peril, group) },
  ];
  let mean = 1;
  return factors.map(({ path, factor }) => {
    mean *= factor;
    return { path, mean };
  });
}

/** The size factor at its highest, where there is one. */
const sizeFactors = (
  group: SubjectGroup,
  frequency: RatingModel['pricing']['frequency'],
): readonly { readonly path: string; readonly factor: number }[] =>
  frequency.form === 'size-free'
    ? []
    : [
        {
          path: `pricing.frequency.elasticity.${group}`,
          factor: frequency.ratioClamp[1] ** frequency.elasticity[group].value,
        },
      ];

function countFaults(model: RatingModel): ModelFault[] {
  const { perils, credibility } = model.pricing;
  const cv2 = 1 / credibility.heterogeneity;
  const mixing = faultOf(
    negativeBinomialByMean({ mean: 0, cv2 }),
    'pricing.credibility.heterogeneity',
    ({ domain, given }) => `must give a mixing cv² = 1 / heterogeneity ${domain}; it gives ${given}`,
  );
  const means = perils.flatMap((peril) =>
    (['custodial', 'protocol'] as const).flatMap((group) => {
      const [found] = highestMeans(peril, group, model).flatMap(({ path, mean }) =>
        faultOf(negativeBinomialByMean({ mean, cv2: 0 }), path, ({ domain, given }) =>
          path.endsWith(`.baseFrequency.${group}`)
            ? `must be ${domain}; it is ${given}`
            : `takes the events a year of ${peril.id} up to ${given}; they must be ${domain}`,
        ),
      );
      return found ?? [];
    }),
  );
  return [...mixing, ...means];
}

function measureFaults({ pricing }: RatingModel): ModelFault[] {
  const { valueAtRiskLevels, returnPeriods, riskLoad } = pricing;
  const nothing = expectValue(readDistribution({ values: Float64Array.of(0), mass: Float64Array.of(1) }));
  const level = (p: number, path: string) => faultOf(tailValueAtRisk(nothing, p), path);
  return [
    ...valueAtRiskLevels.flatMap((p, i) => level(p, `pricing.valueAtRiskLevels.${i}`)),
    ...returnPeriods.flatMap((years, i) =>
      faultOf(returnPeriodLoss(nothing, years), `pricing.returnPeriods.${i}`),
    ),
    ...level(riskLoad.costOfCapital.level, 'pricing.riskLoad.costOfCapital.level'),
    ...faultOf(wangTransform(riskLoad.wangLambda), 'pricing.riskLoad.wangLambda'),
    ...faultOf(proportionalHazard(riskLoad.proportionalHazardRho), 'pricing.riskLoad.proportionalHazardRho'),
  ];
}

/**
 * What the engine would refuse in a schema-valid rating model, each with its path and the engine's own bounds: lattices
 * of both grids and their count tail, damage ratios, powers of severity, mixing and events a year at the highest
 * relativities, levels of tails and return periods, distortions. Empty when it accepts every number.
 */
export function engineFaults(model: RatingModel): readonly ModelFault[] {
  return [...latticeFaults(model), ...severityFaults(model), ...countFaults(model), ...measureFaults(model)];
}
