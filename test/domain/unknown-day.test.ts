import { describe, expect, it } from 'vitest';
import { submissionText } from '#electron/exchange/submission-file.ts';
import type { AssessmentContent, Incident } from '#shared/domain/assessment-content.ts';
import { inputsHash } from '#shared/domain/content-hash.ts';
import { readSubmission } from '#shared/domain/submission.ts';
import { countedDay, dayText, firstDay, knownOfDay, lastDayOf } from '#shared/domain/unknown-day.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { bundledModel } from '#test/models/bundled-model.ts';
import { example, model, quotableExample } from '#test/models/model-2026-2.ts';
import { judged } from '#test/underwriting/judged.ts';
import { day } from '../support/branded.ts';

const [entered] = example.incidents as [Incident];
const withIncident = (change: Partial<Incident>): AssessmentContent => ({
  ...quotableExample,
  incidents: [{ ...entered, ...change }],
});
const pillar = (content: AssessmentContent) => scoreAssessment(content, model).pillars.incidents.score;

describe('a day of which only the month or the year is known', () => {
  it.each([
    ['2024-02', '2024-02-29', 'month'],
    ['2023-02', '2023-02-28', 'month'],
    ['2025-12', '2025-12-31', 'month'],
    ['2024', '2024-12-31', 'year'],
  ])('%s is kept as its last day', (text, date, datePrecision) => {
    expect(lastDayOf(text)).toEqual({ date, datePrecision });
    expect(knownOfDay(lastDayOf(text)!)).toBe(text);
  });

  it.each(['2024-13', '2024-00', '24', '2024-3', '2024-03-10', 'Mar 2024', ''])('%j is neither', (text) => {
    expect(lastDayOf(text)).toBeNull();
  });

  it('counts as the last day, but none after the assessment', () => {
    const dated = { date: day('2026-07-31'), datePrecision: 'month' } as const;
    expect(countedDay(dated, day('2026-07-15'))).toBe('2026-07-15');
    expect(countedDay(dated, day('2026-09-15'))).toBe('2026-07-31');
    expect(firstDay(dated)).toBe('2026-07-01');
    expect(dayText(dated).replaceAll('\u00a0', ' ')).toBe('Jul 2026');
  });

  it('is never better than any day of it', () => {
    const month = pillar(withIncident({ date: day('2024-03-31'), datePrecision: 'month' }));
    const year = pillar(withIncident({ date: day('2024-12-31'), datePrecision: 'year' }));
    for (const of of ['01', '10', '20', '31'])
      expect(month).toBeLessThanOrEqual(pillar(withIncident({ date: day(`2024-03-${of}`) })));
    for (const of of ['01', '04', '08', '12'])
      expect(year).toBeLessThanOrEqual(pillar(withIncident({ date: day(`2024-${of}-01`) })));
  });

  it('is named where the offer says what is not known', () => {
    const { missing } = judged(withIncident({ date: day('2024-03-31'), datePrecision: 'month' }), { model });
    expect(missing.map(({ message }) => message.replaceAll('\u00a0', ' '))).toContain(
      'The day of the incident in March 2024 is not known and counts at worst.',
    );
  });
});

describe('a file', () => {
  const fileWith = (change: object): string =>
    JSON.stringify({ ...JSON.parse(submissionText(example)), incidents: [{ ...entered, ...change }] });
  const told = (change: object, by = model) =>
    readSubmission(fileWith(change), by).failures.map(({ message }) => message.replaceAll('\u00a0', ' '));

  it('may name a month or a year, and reads back what is written of it', () => {
    for (const [text, date] of [
      ['2024-03', '2024-03-31'],
      ['2024', '2024-12-31'],
    ]) {
      const { content, failures } = readSubmission(fileWith({ date: text }), model);
      expect(failures).toEqual([]);
      expect(content?.incidents[0]?.date).toBe(date);
      const again = readSubmission(submissionText(content!), model).content;
      expect(inputsHash(again!, 'x')).toBe(inputsHash(content!, 'x'));
    }
  });

  it('is refused where the month is of the future, or the model has no rule for it', () => {
    const after = `${Number(example.asOf.slice(0, 4)) + 1}`;
    expect(told({ date: after })).toEqual([expect.stringMatching(/must not be after the day of assessment/)]);
    expect(told({ date: example.asOf.slice(0, 7) })).toEqual([]);
    expect(told({ date: '2024-03' }, bundledModel)).toContain(
      'The date of incident no. 1 (line 1) must be a whole day, not Mar 2024: model 2026.1 has no rule for what is not known.',
    );
  });
});

describe('what is never disclosed', () => {
  it('is known: at best as bad as at worst, where what is not known may turn out well', () => {
    const never = withIncident({ disclosureHours: null, isNeverDisclosed: true });
    const unknown = withIncident({ disclosureHours: null });
    expect(pillar(never)).toBe(pillar(unknown));
    const bestOf = (content: AssessmentContent) => scoreAssessment(content, model).range.high;
    expect(bestOf(never)).toBeLessThan(bestOf(unknown));
    const about = (content: AssessmentContent) =>
      judged(content, { model }).missing.filter(({ message }) => message.includes('time of disclosure'));
    expect(about(unknown)).toHaveLength(1);
    expect(about(never)).toEqual([]);
  });

  it('cannot have taken hours', () => {
    const { blocks } = judged(withIncident({ disclosureHours: 5, isNeverDisclosed: true }), { model });
    expect(blocks.map(({ message }) => message)).toContain(
      'The hours to public disclosure of incident no. 1 must be left empty where “Never disclosed” is ticked.',
    );
  });
});
