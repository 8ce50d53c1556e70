import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessmentContent, PartTerms } from '#shared/domain/assessment-content.ts';
import type { OptionId } from '#shared/domain/deal-content.ts';
import type { Issue, Severity } from '#shared/domain/issue.ts';
import { SEVERITIES } from '#shared/domain/issue.ts';
import { addOption, offerOption } from '#shared/domain/option-edits.ts';
import { contentOfOption, withOption } from '#shared/domain/options.ts';
import { type Decision, decide } from '#shared/underwriting/decision.ts';
import { judge, judgeOption } from '#shared/underwriting/judge.ts';
import { decideOffered, issuesOfOptions } from '#shared/underwriting/offered.ts';
import { model, quotableExample } from '#test/models/model-2026-2.ts';
import { cents } from '../support/branded.ts';

const today = quotableExample.asOf;
const judged = (content: AssessmentContent) => judge({ content, model, today, grid: 'draft' });

const withParts = (
  content: AssessmentContent,
  id: OptionId,
  change: (part: PartTerms) => PartTerms,
): AssessmentContent => {
  const shown = contentOfOption(content, id);
  return withOption(content, id, {
    ...shown,
    terms: { ...shown.terms, parts: shown.terms.parts.map(change) },
  });
};

const two = addOption(quotableExample, 'A');
const halved = withParts(two, 'B', (part) => ({ ...part, coinsurancePercent: 50 }));

describe('options that go on one paper', () => {
  it('are each priced as if they were the only one', () => {
    const { options = [] } = judged(halved);
    expect(options.map(({ id }) => id)).toEqual(['A', 'B']);
    for (const { id, price } of options)
      expect(price).toEqual(
        judgeOption({ content: contentOfOption(halved, id), model, today, grid: 'draft' }).price,
      );
    expect(judged(halved).price).toEqual(judged(quotableExample).price);
  });

  it('are judged by the first that is on the paper', () => {
    const onlyB = judged(offerOption(halved, 'A', false));
    expect(onlyB.options?.map(({ id }) => id)).toEqual(['B']);
    expect(onlyB.price).toEqual(judged(contentOfOption(halved, 'B')).price);
  });

  it('go out only if each of them may, with every reason naming its option', () => {
    const empty = withParts(halved, 'B', (part) => ({ ...part, limitMinor: cents(0) }));
    const { decision } = judged(empty);
    expect(decision.kind).toBe('refused');
    expect(decision.reasons.length).toBeGreaterThan(0);
    for (const reason of decision.reasons) expect(reason).toMatch(/^Option B: /);
    expect(judged(offerOption(empty, 'B', false)).decision).toEqual(judged(quotableExample).decision);
  });

  it('that none of which is ticked go nowhere', () => {
    const none = offerOption(offerOption(two, 'A', false), 'B', false);
    expect(judged(none).decision).toMatchObject({
      kind: 'refused',
      reasons: ['The tick box “Goes on the paper” of option no. 1 must be ticked for one option at least.'],
    });
  });

  it('have their score in common', () => {
    const worse = { ...halved, answers: {} };
    expect(judged(worse).score).toEqual(judged({ ...quotableExample, answers: {} }).score);
  });
});

const RANKS: readonly Decision['kind'][] = ['quote', 'indication', 'not-quotable', 'refused'];

const issue = fc.record({
  severity: fc.constantFrom<Severity>(...SEVERITIES),
  id: fc.constantFrom('one', 'two'),
  about: fc.constantFrom<Issue['about']>('content', 'price'),
  field: fc.constant(null),
  message: fc.constantFrom('This is wrong.', 'That is wrong.', 'All is wrong.'),
});
const offered = fc
  .uniqueArray(fc.constantFrom<OptionId>('A', 'B', 'C', 'D', 'E'), { minLength: 1 })
  .chain((ids) => fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), issues: fc.array(issue) }))));

describe('the decision over options', () => {
  it('is the worst of what each of them may by itself', () => {
    fc.assert(
      fc.property(offered, (options) => {
        const ranks = options.map(({ issues }) => RANKS.indexOf(decide(issues).kind));
        expect(RANKS.indexOf(decideOffered([], options).kind)).toBe(Math.max(...ranks));
      }),
    );
  });

  it('says what all of them have once, and names those that have the rest', () => {
    fc.assert(
      fc.property(offered, (options) => {
        for (const { message, severity } of issuesOfOptions(options)) {
          const bare = message.replace(/^Options? [A-E ,and]+: /, '');
          const having = options.filter(({ issues }) =>
            issues.some((known) => known.message === bare && known.severity === severity),
          );
          expect(message === bare).toBe(having.length === options.length);
          if (message !== bare) for (const { id } of having) expect(message.split(':')[0]).toContain(id);
        }
      }),
    );
  });
});
