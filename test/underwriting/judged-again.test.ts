import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NO_BOOK } from '#shared/domain/accumulation.ts';
import { addDays } from '#shared/domain/dates.ts';
import { addOption, offerOption } from '#shared/domain/option-edits.ts';
import { rateAlone } from '#shared/underwriting/full-rating.ts';
import { type JudgeInput, judge } from '#shared/underwriting/judge.ts';
import type { Judgement } from '#shared/underwriting/judgement.ts';
import { model, quotableExample } from '#test/models/model-2026-2.ts';
import { arbitraryQuote } from '#test/pricing/quotes.ts';

const two = addOption(quotableExample, 'A');

/** The same content on another day, with other people and another book. */
const later = (content: JudgeInput['content']): JudgeInput => ({
  content,
  model,
  grid: 'full',
  today: addDays(content.asOf, 40),
  parties: { insurer: null, underwriter: null },
  book: NO_BOOK,
  cleared: ['anything'],
});

it('a judgement made of an earlier one is the same as one made anew', () => {
  const contents = [quotableExample, two, offerOption(two, 'A', false)];
  for (const content of contents) {
    const earlier = rateAlone(content, model).judgement;
    expect(judge({ ...later(content), earlier })).toEqual(judge(later(content)));
  }
});

it('so is that of any content', () => {
  fc.assert(
    fc.property(arbitraryQuote(), (content) => {
      const earlier = rateAlone(content, model).judgement;
      expect(judge({ ...later(content), earlier })).toEqual(judge(later(content)));
    }),
    { numRuns: 20 },
  );
});

it('prices nothing again', () => {
  const dear = (judgement: Judgement): Judgement => {
    if (!judgement.price.ok) throw new Error('the example has a price');
    const value = { ...judgement.price.value, periodDays: 7 };
    const price = { ...judgement.price, value };
    return {
      ...judgement,
      price,
      ...(judgement.options && { options: judgement.options.map((o) => ({ ...o, price })) }),
    };
  };
  for (const content of [quotableExample, two]) {
    const { price, options = [] } = judge({
      ...later(content),
      earlier: dear(rateAlone(content, model).judgement),
    });
    for (const one of [price, ...options.map((option) => option.price)])
      expect(one.ok && one.value.periodDays).toBe(7);
  }
});
