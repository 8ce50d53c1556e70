import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { quotableExample } from '#test/models/bundled-model.ts';
import { model } from '#test/models/model-2026-2.ts';
import { cents } from '../support/branded.ts';

const features = resolve(import.meta.dirname, '..', '..', 'renderer', 'features');
const NEEDED = /\b(needed|needs|required|mandatory|must)\b/i;

/** The lines of the forms that say to a person that something is needed. */
const saying = ['intake', 'scoring'].flatMap((feature) =>
  readdirSync(join(features, feature), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .flatMap((name) =>
      readFileSync(join(features, feature, name), 'utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => NEEDED.test(line.replaceAll(/\b[a-z]+[A-Z]\w*|'[a-z-]+'/g, '')))
        .filter((line) => !/^(import |\/\/|\/?\*|\{\/\*)/.test(line)),
    ),
);

const { schedule: _schedule, ...withoutSchedule } = quotableExample;
const { terms } = quotableExample;
const [first] = terms.parts;
/** Each with content that lacks it: no quote may come of that. */
const LACKING: readonly (readonly [string, AssessmentContent])[] = [
  ['a quote needs it', { ...quotableExample, terms: { ...terms, periodStart: null } }],
  ['A quote needs it.', { ...quotableExample, terms: { ...terms, contract: {} } }],
  [
    'A quote needs it, or the subjectivity that asks for the inventory.',
    {
      ...withoutSchedule,
      terms: { ...terms, subjectivities: terms.subjectivities.filter(({ id }) => id !== 'sj-inventory') },
    },
  ],
  [
    'Needed for a price.',
    { ...quotableExample, terms: { ...terms, parts: [{ ...first!, limitMinor: cents(0) }] } },
  ],
  [
    'A yes needs',
    {
      ...quotableExample,
      declarations: {
        ...quotableExample.declarations,
        ...Object.fromEntries(
          model.referrals.flatMap(({ id, rule }) => (rule.kind === 'declared' ? [[id, 'yes' as const]] : [])),
        ),
      },
    },
  ],
  [
    'Buying one back needs a reason',
    {
      ...quotableExample,
      terms: { ...terms, buyBacks: [{ exclusionId: model.exclusions[0]!.id, reason: '' }] },
    },
  ],
];

describe('what a form calls needed', () => {
  it('is in the list of what the decision checks', () => {
    expect(saying.length).toBeGreaterThanOrEqual(LACKING.length);
    expect(saying.filter((line) => !LACKING.some(([phrase]) => line.includes(phrase)))).toEqual([]);
  });
  it.each(LACKING)('%s: without it there is no quote', (phrase, content) => {
    expect(saying.some((line) => line.includes(phrase))).toBe(true);
    const isStored = assessmentContentSchema.safeParse(content).success;
    const { decision } = judge({ content, model, today: content.asOf, grid: 'draft' });
    expect(!isStored || decision.kind !== 'quote').toBe(true);
  });
  it('and with all of it there is one', () => {
    const { decision } = judge({
      content: quotableExample,
      model,
      today: quotableExample.asOf,
      grid: 'draft',
    });
    expect(decision).toEqual({ kind: 'quote', reasons: [] });
  });
});
