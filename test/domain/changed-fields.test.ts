import { expect, it } from 'vitest';
import { assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { changedFieldWords } from '#shared/domain/changed-fields.ts';
import { model } from '#test/models/model-2026-2.ts';

const content = (change: Record<string, unknown> = {}) =>
  assessmentContentSchema.parse({
    subject: { name: 'Harbour', type: 'cex' },
    asOf: '2026-11-22',
    ...change,
  });
const words = (change: Record<string, unknown>) => changedFieldWords(content(), content(change), model);

it('what a save changed is called as the form calls it', () => {
  expect(words({})).toEqual([]);
  expect(words({ subject: { name: 'Harbour', type: 'cex', legalName: 'Harbour Ltd' } })).toEqual([
    'the legal name',
  ]);
  expect(words({ answers: { 'cu-quorum': { evidence: 'verified', level: 'baseline' } } })).toEqual([
    'the answer to “Authorisation quorum”',
  ]);
  expect(
    words({ terms: { parts: [{ part: 'crime-online', limitMinor: 100 }], periodDays: 90, broker: 'Marsh' } }),
  ).toEqual(['the broker', 'the length of the period', 'the list of coverage parts']);
});

it('no field of the content is called by its key', () => {
  const changed = {
    exposures: {
      onlinePeakMinor: 1,
      offlineMinor: 1,
      largestVaultMinor: 1,
      valueLockedMinor: 1,
      stakeMinor: 1,
      note: 'n',
    },
    incidentRegister: { evidence: 'verified', note: 'n', source: 's', seenOn: '2026-11-01' },
    declarations: Object.fromEntries(model.declarations.map(({ id }) => [id, 'no'])),
    terms: Object.fromEntries(Object.keys(content().terms).map((key) => [key, null])),
    subject: Object.fromEntries(Object.keys(content().subject).map((key) => [key, 'other'])),
    incidents: [{}],
    asOf: '2026-11-21',
    currency: 'GBP',
  };
  const named = changedFieldWords(content(), { ...content(), ...changed } as never, model);
  expect(named.length).toBeGreaterThan(35);
  expect(
    named.filter((name) => /“[a-z]+[A-Z]|^the field|Minor|Percent|\./.test(name) && !/\?”$/.test(name)),
  ).toEqual([]);
});
