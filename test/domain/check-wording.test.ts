import { describe, expect, it } from 'vitest';
import { fillTemplate, placeholdersIn } from '#shared/domain/fill-template.ts';
import { ratingModelSchema } from '#shared/domain/rating-model.ts';
import { readWording } from '#shared/underwriting/activate-model.ts';
import { bundledModelJson, bundledWordingJson } from '#test/models/bundled-model.ts';

const model = ratingModelSchema.parse(bundledModelJson());

// biome-ignore lint/suspicious/noExplicitAny: a test that spoils JSON at will has no type for what it makes
type Json = any;

function spoilt(spoil: (json: Json) => void): string {
  const json = bundledWordingJson();
  spoil(json);
  const read = readWording(json, model);
  return read.ok
    ? 'read'
    : read.failure.message.replace('The wording of the rating model is not valid: ', '');
}

describe('the wording of a rating model', () => {
  it('is read when it holds together with its model', () => {
    expect(spoilt(() => {})).toBe('read');
  });

  it.each<[string, (json: Json) => void, string]>([
    [
      'of another model',
      (j) => {
        j.modelId = 'marine-2020.1';
      },
      'modelId: is of the model marine-2020.1, not of digital-asset-2026.1.',
    ],
    [
      'without words for an evidence state',
      (j) => j.evidenceStates.pop(),
      'evidenceStates: not-applicable must be there once, not 0 times.',
    ],
    [
      'with words for an unknown peril of its own',
      (j) => j.register.factors.push({ ...j.register.factors[0], factorId: 'ih-luck' }),
      'register.factors: ih-luck is not known.',
    ],
    [
      'with a formula that two factors have',
      (j) => {
        j.register.factors[0].formula = 'frequency';
      },
      'register.factors: frequency must not be there twice.',
    ],
    [
      'with a formula that reads a mapping which the factor has not',
      (j) => {
        [j.register.factors[0].formula, j.register.factors[1].formula] = ['frequency', 'loss-load'];
      },
      'register.factors.ih-loss-load: reads a mapping, which the model does not give ih-loss-load.',
    ],
    [
      'that asks for what nothing fills in',
      (j) => {
        j.evidenceStates[1].effect = 'counts up to {most}.';
      },
      'evidenceStates.documented.effect: asks for {most}, which nothing fills in.',
    ],
    [
      'that says nothing of the register',
      (j) => {
        j.evidenceStates[2].registerEffect = null;
      },
      'evidenceStates.asserted.registerEffect: must say what the state does to the incident register.',
    ],
    [
      'that names an unknown factor for socialised losses',
      (j) => {
        j.socialisedLoss.factorId = 'ih-luck';
      },
      'socialisedLoss.factorId: names the factor ih-luck, which the model does not have.',
    ],
    [
      'that names a factor without an answer of its own for socialised losses',
      (j) => {
        j.socialisedLoss.factorId = 'ih-recency';
      },
      'socialisedLoss.factorId: needs ih-recency to be a computed factor with an answer and a mapping of its own.',
    ],
    [
      'that names no factors for the incident test cases of the model',
      (j) => {
        j.incidentTestCase = null;
      },
      'incidentTestCase: must name the factors that the incident test cases of the model give.',
    ],
    [
      'that names an unknown cause',
      (j) => {
        j.signingWordings.cause = 'bad-luck';
      },
      'signingWordings.cause: names the cause bad-luck, which the model does not have.',
    ],
    [
      'that names an unknown condition',
      (j) => j.recoveryConditions.push('cn-luck'),
      'recoveryConditions: names the condition cn-luck, which the model does not have.',
    ],
    [
      'with a clause twice',
      (j) => j.cyberClauses.clauses.push(j.cyberClauses.clauses[0]),
      'cyberClauses.clauses: LMA5564 must not be there twice.',
    ],
  ])('is refused %s', (_, spoil, message) => {
    expect(spoilt(spoil)).toBe(message);
  });

  it('is refused when a word is empty or a field is not its own, naming the field', () => {
    expect(spoilt((j) => Object.assign(j.pillars[0], { short: '' }))).toMatch(/pillars no\. 1\.short/);
    expect(spoilt((j) => Object.assign(j, { colour: 'red' }))).toMatch(/colour/);
  });
});

describe('a template', () => {
  it('is filled by name, and keeps what has no value', () => {
    expect(fillTemplate('up to {cap} of {count}', { cap: '90' })).toBe('up to 90 of {count}');
    expect(placeholdersIn('up to {cap} of {count}')).toEqual(['cap', 'count']);
  });

  it('takes a value as it is, whatever stands in it', () => {
    expect(fillTemplate('{text}', { text: '$& {cap}', cap: 'no' })).toBe('$& {cap}');
  });
});
