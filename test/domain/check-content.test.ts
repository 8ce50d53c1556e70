import { describe, expect, it } from 'vitest';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { checkContentAgainstModel } from '#shared/domain/check-content.ts';
import { bundledModel as model, workedExample } from '#test/models/bundled-model.ts';

const incident = workedExample.incidents[0];
const part = workedExample.terms.parts[0]!;
const answers = workedExample.answers;
const quorum = answers['cu-quorum']!;

/** Content of work in hand in which nothing that names something of the model names what there is. */
const broken: AssessmentContent = {
  ...workedExample,
  answers: {
    ...answers,
    'cu-quorum': { ...quorum, level: 'enormous', isUnchangedSinceReview: true, hasSocialisedLoss: true },
  },
  incidents: incident === undefined ? [] : [{ ...incident, cause: 'bad-luck' }],
  terms: {
    ...workedExample.terms,
    parts: [part, part],
    scheduleReason: 'good-mood',
    cyberClause: 'none-such',
    signingWording: 'none-such',
    subjectivities: [{ id: 'sj-none', dueOn: null }],
    buyBacks: [{ exclusionId: 'ex-none', reason: 'Asked for.' }],
  },
};

const sentences = checkContentAgainstModel({ content: broken, model, purpose: 'draft' }).map(
  ({ message }) => message,
);

describe('what is wrong with work in hand', () => {
  it('is said of each field', () => expect(sentences.length).toBeGreaterThanOrEqual(9));

  it('is said in the words of the form, without an id of the model or a name of the data', () => {
    const all = sentences.join('\n');
    expect(all).not.toMatch(/enormous|bad-luck|good-mood|none-such|sj-|ex-|cu-|au-|in-[a-z]/);
    expect(all).not.toMatch(/The field “|\b[a-z]+[A-Z][a-z]+/);
    const ids = [
      ...model.factors.flatMap((f) => [
        f.id,
        ...(f.kind === 'ordinal' ? f.levels.map(({ key }) => key) : []),
      ]),
      ...model.causes.map(({ code }) => code),
      ...model.coverageParts.map(({ id }) => id),
      ...model.subjectivities.map(({ id }) => id),
      ...model.exclusions.map(({ id }) => id),
    ].filter((id) => id.includes('-'));
    expect(ids.filter((id) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(all))).toEqual([]);
  });

  it('offers what can be chosen by its label', () => {
    const level = model.factors.flatMap((f) =>
      f.id === 'cu-quorum' && f.kind === 'ordinal' ? f.levels.map(({ label }) => label) : [],
    );
    expect(sentences.find((text) => text.startsWith('The answer to “Authorisation quorum” must be “'))).toBe(
      `The answer to “Authorisation quorum” must be ${level
        .slice(0, -1)
        .map((label) => `“${label}”`)
        .join(', ')} or “${level.at(-1)}”.`,
    );
  });
});
