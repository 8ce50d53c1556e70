import { describe, expect, it } from 'vitest';
import { activateModel } from '#shared/underwriting/activate-model.ts';
import { bundledModel, bundledModelJson, bundledWordingJson } from '#test/models/bundled-model.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test that spoils JSON at will has no type for what it makes
type Json = any;
const spoilt = (spoil: (json: Json) => void) => {
  const json = bundledModelJson() as Json;
  spoil(json);
  return activateModel(json, bundledWordingJson());
};
const sentence = (spoil: (json: Json) => void) => {
  const result = spoilt(spoil);
  return result.ok ? 'activated' : `${result.failure.code}: ${result.failure.message}`;
};
const factor = (json: Json, id: string) => json.factors.find((f: Json) => f.id === id);

describe('activation of a rating model', () => {
  it('activates the bundled model, whose every test case passes, and hashes its data', () => {
    const result = activateModel(bundledModelJson(), bundledWordingJson());
    if (!result.ok) throw new Error(result.failure.message);
    expect(result.value.model).toEqual(bundledModel);
    expect(result.value.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('hashes the data, not the layout of the file', () => {
    const reversed = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([k, v]) => [k, reversed(v)]),
      );
    };
    const [plain, turned] = [
      activateModel(bundledModelJson(), bundledWordingJson()),
      activateModel(reversed(bundledModelJson()), bundledWordingJson()),
    ];
    expect(plain.ok && turned.ok && plain.value.hash === turned.value.hash).toBe(true);
    const changed = spoilt((json) => {
      json.owner = 'Someone else';
    });
    expect(plain.ok && changed.ok && plain.value.hash !== changed.value.hash).toBe(true);
  });

  it('names the test case and the figure that does not come out', () => {
    const message = sentence((json) => {
      json.pricing.riskLoad.standardDeviation = 0.16;
    });
    expect(message).toMatch(
      /^model-invalid: The rating model fails its own test case worked-example-exchange: price\/parts\/crime-online\/shareOfTechnicalMinor is \d+ instead of 137117488, and \d+ more\.$/,
    );
    expect(
      sentence((json) => {
        json.incidentModel.loadScale = 61;
      }),
    ).toMatch(
      /^model-invalid: The rating model fails its own test case large-cex-reimbursed: pillar is 72\.58\d* instead of 72\.5, and \d+ more\.$/,
    );
  });

  it.each<[string, (json: Json) => void, string | RegExp]>([
    [
      'a missing field',
      (j) => delete j.gradeBands,
      'The rating model is not valid: gradeBands is missing; it must be a list.',
    ],
    [
      'an unknown field',
      (j) => {
        j.secret = 1;
      },
      /^The rating model is not valid: “secret” is no field of the whole, which has format, id/,
    ],
    [
      'a mapping that does not ascend',
      (j) => {
        factor(j, 'cu-hot-ratio').mapping[1][0] = 0;
      },
      'The rating model is not valid: factors no. 1.mapping x must increase strictly.',
    ],
    [
      'weights that do not sum to 100',
      (j) => {
        factor(j, 'cu-hot-ratio').weight = 11;
      },
      'The rating model is not valid: factors: the weights of pillar custody must sum to 100, not 101.',
    ],
    [
      'pillar weights that do not sum to 100',
      (j) => {
        j.subjectTypes[0].pillarWeights.custody = 50;
      },
      'The rating model is not valid: subjectTypes.cex.pillarWeights: must sum to 100.',
    ],
    [
      'a knock-out that names an unknown level',
      (j) => {
        j.knockOuts[0].rule.anyOf[0].level = 'nil';
      },
      'The rating model is not valid: knockOuts.ko-unaudited: names level nil, which au-depth does not have.',
    ],
    [
      'a referral that names an unknown factor',
      (j) => {
        j.referrals.find((r: Json) => r.id === 'rf-hot').rule.factorId = 'cu-warmth';
      },
      'The rating model is not valid: referrals.rf-hot: names the factor cu-warmth, which the model does not have.',
    ],
    [
      'grade bands out of order',
      (j) => {
        j.gradeBands[1].minimumScore = 95;
      },
      'The rating model is not valid: gradeBands: minimum scores must descend.',
    ],
    [
      'a cause that no part answers',
      (j) => {
        j.causes[0].responds = ['weather'];
      },
      'The rating model is not valid: causes.key-hot.responds: weather is not a coverage part.',
    ],
    [
      'a subject type in no group',
      (j) => {
        j.pricing.groups.custodial.pop();
      },
      'The rating model is not valid: pricing.groups: derivatives-cex must be there once, not 0 times.',
    ],
    [
      'a base rate without relativity',
      (j) => {
        j.pricing.typeRelativities.find((r: Json) => r.type === 'bridge').contracts = null;
      },
      'The rating model is not valid: pricing.perils.protocol: has a base rate for bridge but no type relativity.',
    ],
    [
      'expenses that eat the premium',
      (j) => {
        j.pricing.buildUp.brokerageShare = 0.9;
      },
      'The rating model is not valid: pricing.buildUp: internal expense, brokerage and margin must sum to less than 1.',
    ],
    [
      'a declaration without question',
      (j) => {
        j.declarations.pop();
      },
      'The rating model is not valid: declarations: rf-unregulated must be there once, not 0 times.',
    ],
    [
      'a computed factor without formula',
      (j) => {
        factor(j, 'ih-recovery').id = 'ih-luck';
      },
      'The wording of the rating model is not valid: register.factors: ih-luck must be there once, not 0 times.',
    ],
    [
      'incident test cases without a factor that they answer',
      (j) => {
        factor(j, 'ih-response-readiness').id = 'ih-calm';
        j.pricing.containment.factorIds = ['cu-withdrawal-controls'];
      },
      'The wording of the rating model is not valid: incidentTestCase.readinessFactorId: names the factor ih-response-readiness, which the model does not have.',
    ],
    [
      'a source it does not list',
      (j) => {
        j.conditions[0].sources = ['RUMOUR'];
      },
      'The rating model is not valid: conditions.cn-valuation: names the source RUMOUR, which the model does not list.',
    ],
    [
      'no test case',
      (j) => {
        j.testCases = [];
      },
      'The rating model is not valid: it carries no test case.',
    ],
    [
      'a prototype key',
      (j) => {
        j.pricing.constructor = {};
      },
      'The rating model holds the key “constructor”, which is not allowed.',
    ],
  ])('refuses %s', (_, spoil, expected) => {
    const result = spoilt(spoil);
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.failure.code).toBe('model-invalid');
    if (typeof expected === 'string') expect(result.failure.message).toBe(expected);
    else expect(result.failure.message).toMatch(expected);
  });

  it.each([null, 12, 'text', []])('refuses %o', (json) => {
    expect(activateModel(json, bundledWordingJson()).ok).toBe(false);
  });
});
