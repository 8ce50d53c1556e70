import { describe, expect, it } from 'vitest';
import type { AssessmentContent, QuoteOption } from '#shared/domain/assessment-content.ts';
import { checkContentAgainstModel } from '#shared/domain/check-content.ts';
import { contentHash } from '#shared/domain/content-hash.ts';
import { contentOfOption, OPTION_FIELDS, optionIds, optionTerms } from '#shared/domain/options.ts';
import { bundledModel, workedExample } from '#test/models/bundled-model.ts';

const told = (content: AssessmentContent): readonly string[] =>
  checkContentAgainstModel({ content, model: bundledModel }).map(({ message }) => message);

const optionA: QuoteOption = { id: 'A', isOffered: true, terms: null };
const half: QuoteOption = {
  id: 'B',
  isOffered: true,
  terms: {
    ...optionTerms(workedExample, 'A'),
    parts: workedExample.terms.parts.map((part) => ({ ...part, coinsurancePercent: 50 })),
  },
};
const two: AssessmentContent = { ...workedExample, options: [optionA, half] };

describe('options', () => {
  it('leave the hash of content without them as it was', () => {
    expect(contentHash(contentOfOption(two, 'A'))).toBe(contentHash(workedExample));
    expect(contentHash(two)).not.toBe(contentHash(workedExample));
  });

  it('hold terms only: an answer that is shared moves all of them', () => {
    const moved = { ...two, answers: {} };
    for (const id of optionIds(moved)) expect(contentOfOption(moved, id).answers).toEqual({});
    expect(contentOfOption(two, 'B').terms.parts.map((part) => part.coinsurancePercent)).toEqual(
      workedExample.terms.parts.map(() => 50),
    );
    expect(contentOfOption(two, 'B').terms.taxes).toEqual(workedExample.terms.taxes);
  });

  it('that leave out a field do not take that of the first', () => {
    const brokered = { ...two, terms: { ...two.terms, brokeragePercent: 20 } };
    expect(contentOfOption(brokered, 'A').terms.brokeragePercent).toBe(20);
    expect(contentOfOption(brokered, 'B').terms.brokeragePercent).toBeUndefined();
    expect(OPTION_FIELDS).toContain('brokeragePercent');
  });

  it('are refused out of order, twice, without terms, or when none is offered', () => {
    expect(told(two)).toEqual([]);
    expect(told({ ...two, options: [half] })).toEqual([
      'The letter of option no. 1 must be A: the first option.',
    ]);
    expect(told({ ...two, options: [optionA, half, half] })).toEqual([
      'The letter of option no. 3 must not be used twice (B).',
    ]);
    expect(told({ ...two, options: [optionA, { ...half, terms: null }] })).toEqual([
      'The terms of option no. 2 must be given.',
    ]);
    expect(
      told({
        ...two,
        options: [
          { ...optionA, isOffered: false },
          { ...half, isOffered: false },
        ],
      }),
    ).toEqual(['The tick box “Goes on the paper” of option no. 1 must be ticked for one option at least.']);
  });
});

it('two options that go on the paper have names of their own', () => {
  const named = (isOffered: boolean): AssessmentContent => ({
    ...two,
    options: [
      { ...optionA, label: 'Low retention' },
      { ...half, label: ' low  Retention', isOffered },
    ],
  });
  expect(told(named(true))).toEqual([
    'The name of option no. 2 must not be that of option A too, “ low  Retention”: both go on the paper.',
  ]);
  expect(told(named(false))).toEqual([]);
});

describe('our line', () => {
  const withLine = (orderPercent: number, writtenPercent: number): AssessmentContent => ({
    ...workedExample,
    terms: { ...workedExample.terms, line: { orderPercent, writtenPercent, role: 'follow' } },
  });

  it('is part of the order', () => {
    expect(told(withLine(50, 12.5))).toEqual([]);
    expect(told(withLine(50, 50.001))).toEqual(['Our written line must not be above the order, 50%.']);
    expect(told(withLine(0, 0))).toEqual(['The order must be above 0.', 'Our written line must be above 0.']);
  });
});

it('a judgement or a subjectivity that the model does not know is named', () => {
  expect(
    told({
      ...workedExample,
      judgement: { answers: { 'no-such': { score: 50, reason: 'other', words: 'because' } } },
      terms: { ...workedExample.terms, subjectivityTerms: { 'own-9': { from: 'the broker' } } },
    }),
  ).toEqual([
    `The judgement of “no-such” is of a question that model ${bundledModel.version} does not ask.`,
    expect.stringMatching(
      /^Subjectivity in your own words no\. 9 is not there; there are “sj-inventory” \(Signed wallet/,
    ),
  ]);
});
