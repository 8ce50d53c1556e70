import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { checkContentAgainstModel } from '#shared/domain/check-content.ts';
import { contentHash } from '#shared/domain/content-hash.ts';
import type { OptionId } from '#shared/domain/deal-content.ts';
import {
  addOption,
  labelOption,
  nextOptionId,
  offerOption,
  removeOption,
} from '#shared/domain/option-edits.ts';
import {
  contentOfOption,
  mainOption,
  offeredIds,
  optionIds,
  optionTerms,
  withOption,
} from '#shared/domain/options.ts';
import { bundledModel, workedExample } from '#test/models/bundled-model.ts';
import { cents } from '../support/branded.ts';

const told = (content: AssessmentContent) =>
  checkContentAgainstModel({ content, model: bundledModel, purpose: 'draft' }).map(({ message }) => message);

/** The content with other limits in one of its options. */
const limited = (content: AssessmentContent, id: OptionId, limitMinor: number): AssessmentContent => {
  const shown = contentOfOption(content, id);
  const parts = shown.terms.parts.map((part) => ({ ...part, limitMinor: cents(limitMinor) }));
  return withOption(content, id, { ...shown, terms: { ...shown.terms, parts } });
};

const limitsOf = (content: AssessmentContent, id: OptionId) =>
  contentOfOption(content, id).terms.parts.map(({ limitMinor }) => limitMinor);

describe('an option', () => {
  const two = addOption(workedExample, 'A');

  it('begins with the terms of the one that it is made from, under the first free letter', () => {
    expect(optionIds(two)).toEqual(['A', 'B']);
    expect(optionTerms(two, 'B')).toEqual(optionTerms(workedExample, 'A'));
    const three = addOption(limited(two, 'B', 500_00), 'B');
    expect(limitsOf(three, 'C')).toEqual(limitsOf(three, 'B'));
    expect(nextOptionId(removeOption(three, 'B'))).toBe('B');
    expect(optionIds(addOption(removeOption(three, 'B'), 'C'))).toEqual(['A', 'B', 'C']);
  });

  it('is the last at the fifth letter', () => {
    let content = workedExample;
    for (let i = 0; i < 6; i += 1) content = addOption(content, 'A');
    expect(optionIds(content)).toEqual(['A', 'B', 'C', 'D', 'E']);
    expect(nextOptionId(content)).toBeNull();
    expect(told(content)).toEqual([]);
  });

  it('taken away leaves the others, and the last one as the file’s own terms', () => {
    expect(contentHash(removeOption(two, 'B'))).toBe(contentHash(workedExample));
    const other = limited(two, 'B', 777_00);
    const left = removeOption(other, 'A');
    expect(left.options).toBeUndefined();
    expect(left.terms.parts.map(({ limitMinor }) => limitMinor)).toEqual(limitsOf(other, 'B'));
    expect(removeOption(workedExample, 'A')).toBe(workedExample);
  });

  it('that goes from the paper with A leaves one on it', () => {
    const unticked = offerOption(addOption(two, 'A'), 'B', false);
    expect(offeredIds(unticked)).toEqual(['A', 'C']);
    expect(mainOption(offerOption(unticked, 'A', false))).toBe('C');
    const left = removeOption(removeOption(unticked, 'C'), 'A');
    expect(offeredIds(left)).toEqual(['A']);
    expect(told(removeOption(offerOption(unticked, 'C', false), 'A'))).toEqual([]);
  });

  it('says what sets it apart, or nothing', () => {
    const labelled = labelOption(two, 'B', 'Higher retention');
    expect(labelled.options?.[1]).toMatchObject({ id: 'B', label: 'Higher retention' });
    expect(labelOption(labelled, 'B', null)).toEqual(two);
  });
});

describe('whatever is done with options', () => {
  const ids = fc.constantFrom<OptionId>('A', 'B', 'C', 'D', 'E');
  const act = fc.oneof(
    fc.record({ do: fc.constant('add' as const), id: ids }),
    fc.record({ do: fc.constant('limit' as const), id: ids, minor: fc.integer({ min: 1, max: 10 ** 9 }) }),
    fc.record({ do: fc.constant('answer' as const), id: ids }),
  );

  it('a change of one never changes another, and what is shared moves all', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        let content = workedExample;
        for (const step of acts) {
          const before = content;
          const id = optionIds(content).includes(step.id) ? step.id : 'A';
          if (step.do === 'add') content = addOption(content, id);
          if (step.do === 'limit') content = limited(content, id, step.minor);
          if (step.do === 'answer') {
            const shown = contentOfOption(content, id);
            content = withOption(content, id, { ...shown, answers: {} });
            for (const each of optionIds(content)) expect(contentOfOption(content, each).answers).toEqual({});
          }
          for (const other of optionIds(before))
            if (step.do !== 'limit' || other !== id)
              expect(optionTerms(content, other)).toEqual(optionTerms(before, other));
          expect(told(content)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('content that is put back as it was shown is the same content', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 0, max: 4 }), (id, count) => {
        let content = workedExample;
        for (let i = 0; i < count; i += 1) content = addOption(content, 'A');
        const shown = contentOfOption(content, id);
        expect(contentHash(withOption(content, id, shown))).toBe(contentHash(content));
        expect(contentOfOption(content, id)).toBe(shown);
      }),
    );
  });
});
