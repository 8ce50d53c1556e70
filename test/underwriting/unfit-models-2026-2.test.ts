import { describe, expect, it } from 'vitest';
import { activateModel, checkModel } from '#shared/underwriting/activate-model.ts';
import { modelJson, wordingJson } from '#test/models/model-2026-2.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test that spoils JSON at will has no type for what it makes
type Json = any;

const peril = (json: Json, id: string): Json => json.pricing.perils.find((p: Json) => p.id === id);

/** The first complaint about model 2026.2 after `spoil`. */
function complaint(spoil: (json: Json) => void): { readonly field: string; readonly message: string } {
  const json = modelJson() as Json;
  spoil(json);
  const checked = checkModel(json, wordingJson());
  if (checked.ok) throw new Error('the model is taken');
  return { field: checked.failure.field ?? '', message: checked.failure.message };
}

describe('a model with rules of 2026.2 that do not hold together is refused by its field', () => {
  it('is taken as it ships', () => {
    expect(checkModel(modelJson(), wordingJson()).ok).toBe(true);
  });

  it.each<[string, (json: Json) => void, RegExp, RegExp]>([
    [
      'a negative share of small events',
      (json) => {
        peril(json, 'crime-online').smallEvents.custodial.share = -1;
      },
      /smallEvents\.custodial\.share$/,
      /must not be negative/,
    ],
    [
      'a law whose loss falls with size',
      (json) => {
        peril(json, 'protocol').damageRatio.protocol.b = -1.2;
      },
      /damageRatio\.protocol\.b$/,
      /must be above -1/,
    ],
    [
      'a price of risk below a half',
      (json) => {
        peril(json, 'specie-offline').priceOfRisk = 0.4;
      },
      /priceOfRisk$/,
      /must be at least 0\.5/,
    ],
    [
      'a load for long periods that stands alone',
      (json) => {
        json.pricing.riskLoad.form = 'stand-alone';
      },
      /^pricing\.riskLoad\.longPeriods$/,
      /needs a risk load of form 'covariance'/,
    ],
    [
      'a price of risk beside a load that stands alone',
      (json) => {
        json.pricing.riskLoad.form = 'stand-alone';
        json.pricing.riskLoad.longPeriods = 'none';
      },
      /^pricing\.perils\.specie-offline\.priceOfRisk$/,
      /must be 1: 0\.75 needs a risk load of form 'covariance'/,
    ],
    [
      'a law of no family that has closed moments',
      (json) => {
        peril(json, 'slashing').damageRatio.protocol.family = 'pareto';
      },
      /damageRatio\.protocol\.family$/,
      /must be of a family whose moments have a closed form: beta-by-size or lognormal-by-size/,
    ],
    [
      'a law of no family at all',
      (json) => {
        peril(json, 'slashing').damageRatio = { family: 'pareto', alpha: 2 };
      },
      /damageRatio\.family$/,
      /must be of a family whose moments have a closed form: beta, conditional-lognormal or by-size/,
    ],
    [
      'text in a figure',
      (json) => {
        peril(json, 'crime-online').smallEvents.custodial.median = 'much';
      },
      /smallEvents\.custodial\.median$/,
      /must be a finite number/,
    ],
    [
      'a base rate without a law',
      (json) => {
        peril(json, 'protocol').damageRatio.protocol = null;
      },
      /^pricing\.perils\.protocol\.damageRatio\.protocol$/,
      /must be given where there is a base rate/,
    ],
    [
      'a law that moves with size from nowhere',
      (json) => {
        delete peril(json, 'crime-fidelity').referenceValue;
      },
      /^pricing\.perils\.crime-fidelity\.referenceValue$/,
      /must be given where law or frequency move with size/,
    ],
    [
      'a clamp the wrong way round',
      (json) => {
        json.pricing.frequency.ratioClamp = [20, 0.01];
      },
      /ratioClamp/,
      /low end above its high end/,
    ],
    [
      'a base rate for a type without a relativity',
      (json) => {
        delete json.pricing.typeRelativities.find((r: Json) => r.type === 'bridge')['protocol-econ'];
      },
      /^pricing\.perils\.protocol-econ$/,
      /has a base rate for bridge but no type relativity/,
    ],
    [
      'a law beyond the engine',
      (json) => {
        peril(json, 'protocol').damageRatio.protocol.a = -40;
      },
      /^pricing\.perils\.protocol\.damageRatio\.protocol$/,
      /must be from 0\.001 to 1000000/,
    ],
    [
      'a review that hangs on no factor',
      (json) => {
        json.aggregation.freshnessFloor.otherCode.factorId = 'au-luck';
      },
      /^aggregation\.freshnessFloor\.otherCode$/,
      /names the factor au-luck/,
    ],
    [
      'weights that do not sum',
      (json) => {
        json.factors[0].weight += 1;
      },
      /^factors$/,
      /must sum to 100/,
    ],
  ])('%s', (_, spoil, field, message) => {
    const found = complaint(spoil);
    expect(found.field).toMatch(field);
    expect(found.message).toMatch(message);
  });

  it('a test case that does not come out is named with its figure, and nothing is activated', () => {
    const json = modelJson() as Json;
    json.pricing.riskLoad.standardDeviation *= 1.01;
    const activated = activateModel(json, wordingJson());
    expect(activated).toMatchObject({ ok: false, failure: { code: 'model-invalid' } });
    expect(!activated.ok && activated.failure.message).toMatch(
      /^The rating model fails its own test case worked-example-exchange: price\/.* instead of .*, and \d+ more\.$/,
    );
  });
});
