import { describe, expect, it } from 'vitest';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { addDays, type IsoDate } from '#shared/domain/dates.ts';
import { fieldWords } from '#shared/domain/field-words.ts';
import { NEEDED_FIELDS } from '#shared/domain/model-wording.ts';
import { mostPaid } from '#shared/pricing/most-paid.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { model, quotableExample } from '#test/models/model-2026-2.ts';
import { cents, day } from '../support/branded.ts';
import { fullSubmission, SUBMISSION_FIELDS, type SubmissionField } from '../support/submission-fields.ts';

// Every field of a kind is found in the schema of a submission, so that one that is added is tested by itself. One value at
// a time stands in content that is otherwise a quote.

type Path = SubmissionField['path'];
type Holder = Record<string | number, unknown>;

/** Fields of a file that are no part of what is judged. */
const BESIDE = ['$schema', 'format', 'insurer', 'underwriter'];
const named = ({ path }: SubmissionField) => [path.join('.'), path] as const;
const of = (is: (field: SubmissionField) => boolean) =>
  SUBMISSION_FIELDS.filter((field) => !BESIDE.includes(String(field.path[0])) && is(field)).map(named);

const factor = model.factors.find(
  ({ kind, appliesTo }) => kind === 'ordinal' && appliesTo.includes('cex'),
)!.id;
const ROWS = fullSubmission([
  { path: ['terms', 'contract', 'subLimits', 0, 'part'], value: 'crime-online' },
  { path: ['schedule', 0, 'kind'], value: 'vault' },
  { path: ['terms', 'line', 'role'], value: 'follow' },
]);

/** The keys of records are ids of the model: one that there is. */
const idIn = (path: Path): Path => {
  const id = path[0] === 'terms' ? 'sj-inventory' : path[0] === 'declarations' ? 'rf-growth' : factor;
  return path.map((key) => (key === 'some-id' ? id : key));
};

/** The quotable content with a value at a path; the row or group that it stands in comes from the full submission. */
function withValue(path: Path, value: unknown): { readonly content: AssessmentContent; readonly path: Path } {
  const content = structuredClone(quotableExample) as unknown as Holder;
  const at = idIn(path);
  let holder = content;
  let example: unknown = ROWS;
  for (const [i, key] of at.slice(0, -1).entries()) {
    example = (example as Holder | null | undefined)?.[path[i]!];
    holder[key] = holder[key] ?? structuredClone(typeof at[i + 1] === 'number' ? [] : i > 0 ? example : {});
    if (typeof at[i + 1] === 'number' && (holder[key] as unknown[]).length === 0)
      holder[key] = [structuredClone((example as unknown[])[0])];
    holder = holder[key] as Holder;
  }
  holder[at.at(-1)!] = value;
  return { content: content as unknown as AssessmentContent, path: at };
}

const TODAY = quotableExample.asOf;
const judged = (content: AssessmentContent, today: IsoDate = TODAY) =>
  judge({ content, model, today, grid: 'draft' });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

it('the content is a quote as it stands', () => {
  expect(judged(quotableExample).decision).toEqual({ kind: 'quote', reasons: [] });
});

describe('every text that must say something', () => {
  const texts = of(
    ({ path, kind, isNeededText }) =>
      (isNeededText || (NEEDED_FIELDS as readonly string[]).includes(path.join('.'))) &&
      kind !== 'group' &&
      path[0] !== 'files' &&
      // The terms of an option are judged in the place of the file's.
      !(path[0] === 'options' && path.includes('terms')),
  ).filter(([name]) => !/\.(startTime|endTime|validUntilTime|periodStart)$/.test(name));

  it('is found', () => {
    const names = texts.map(([name]) => name);
    for (const name of [
      'subject.name',
      'subject.chains.0',
      'terms.taxes.0.label',
      'terms.contract.law',
      'terms.insured',
    ])
      expect(names).toContain(name);
    expect(names.length).toBeGreaterThan(35);
  });

  it.each(texts)('%s is refused by name where it stands in the place of words', (_, path) => {
    for (const filler of ['TBC', '-', 'n/a', '?', '…', 'ｎ／ａ', 'to be advised', 'XXX', 'Not known']) {
      const { content, path: at } = withValue(path, filler);
      const { decision } = judged(content);
      expect([filler, decision.kind]).toEqual([filler, 'refused']);
      const words = fieldWords(at, model);
      expect(decision.reasons.map(plain)).toContain(
        plain(`${words} must say something: “${filler}” does not; write it out, or leave it out.`),
      );
    }
  });
});

describe('every text', () => {
  const texts = of(({ kind, path }) => kind === 'text' && path[0] !== 'files' && path[0] !== 'options');

  it.each(texts)('%s decides and prices alike in either spelling of Unicode', (_, path) => {
    const spelt = 'Société d’Émission';
    const [composed, apart] = (['NFC', 'NFD'] as const).map((form) =>
      judged(withValue(path, spelt.normalize(form)).content),
    );
    expect(apart!.decision.kind).toBe(composed!.decision.kind);
    expect(apart!.flags.map(({ id }) => id)).toEqual(composed!.flags.map(({ id }) => id));
    expect(apart!.score.overall).toBe(composed!.score.overall);
    expect(apart!.price.ok && apart!.price.value.quotedMinor).toBe(
      composed!.price.ok && composed!.price.value.quotedMinor,
    );
  });
});

describe('every date', () => {
  const dates = of(({ kind }) => kind === 'date');
  /** Where a day of so long ago is as good as any. */
  const MAY_BE_OLD: readonly string[] = [
    'subject.liveSince',
    'incidents.0.date',
    'terms.contract.retroactiveDate',
  ];

  it('is found', () => expect(dates.length).toBeGreaterThanOrEqual(9));

  it.each(dates)('%s far from all others is no quote', (name, path) => {
    for (const far of ['2009-01-05', '2100-12-30']) {
      if (far < TODAY && MAY_BE_OLD.includes(name)) continue;
      const { decision } = judged(withValue(path, far).content);
      expect([far, decision.kind]).not.toEqual([far, 'quote']);
    }
  });

  it.each(dates.filter(([name]) => name.endsWith('seenOn')))(
    '%s of more than a year before the assessment is asked about, by name',
    (_, path) => {
      const seen = (date: IsoDate) => withValue(path, date);
      const { content, path: at } = seen(day('2024-01-05'));
      const found = judged(content).flags.find(({ id }) => id === 'evidence-old');
      expect(found?.fields).toContain(at.join('.'));
      expect(judged(seen(addDays(TODAY, -300)).content).flags.map(({ id }) => id)).not.toContain(
        'evidence-old',
      );
    },
  );

  it.each(dates.filter(([name]) => name.endsWith('dueOn')))(
    '%s after inception is no day before binding',
    (_, path) => {
      const id = path.includes('ownSubjectivities') ? 'own-1' : 'sj-inventory';
      const due = (when: 'before-binding' | 'after-binding', dueOn: IsoDate) => {
        const { content } = withValue(path, dueOn);
        const terms = { ...content.terms, subjectivityTerms: { [id]: { when } } };
        return judged({ ...content, terms }).decision;
      };
      const start = quotableExample.terms.periodStart!;
      const late = due('before-binding', addDays(start, 30));
      expect(late.kind).toBe('refused');
      expect(late.reasons.join(' ')).toMatch(
        id === 'own-1'
          ? /after cover begins on .*, but it is to be met before cover binds/
          : /after cover begins on .*, but its own words ask for it before/,
      );
      expect(due('before-binding', start).kind).toBe('quote');
      // The inventory is before binding by its own words.
      expect(due('after-binding', addDays(start, 30)).kind).toBe(id === 'own-1' ? 'quote' : 'refused');
    },
  );
});

describe('every amount of the terms', () => {
  const amounts = of(({ kind, path }) => kind === 'money' && path[0] === 'terms');
  const LEAST = model.wording.decision!.smallest!;

  it('is found', () => expect(amounts.length).toBeGreaterThanOrEqual(8));

  it.each(amounts)('%s leaves no quote under which next to nothing is paid', (name, path) => {
    const limit = quotableExample.terms.parts[0]!.limitMinor;
    const exposed = quotableExample.exposures.onlinePeakMinor!;
    const aggregate = [1, 2, 3, 4, 5, 6].map((times) => times * limit - 1);
    for (const value of [1, 2, 99_999, limit - 1, limit, exposed - 1, exposed, ...aggregate]) {
      const { content } = withValue(path, value);
      const { decision } = judged(content);
      if (decision.kind !== 'quote') continue;
      const most = mostPaid(content, model)!;
      for (const part of most.parts.values())
        expect(Math.min(part.eventMinor, part.periodMinor)).toBeGreaterThanOrEqual(LEAST.payableMinor);
      for (const { limitMinor } of content.terms.contract?.subLimits ?? [])
        expect(limitMinor).toBeGreaterThanOrEqual(LEAST.subLimitMinor);
    }
    if (/limit/i.test(name)) {
      const { decision } = judged(withValue(path, 1).content);
      expect([name, decision.kind]).toEqual([name, 'refused']);
      expect(plain(decision.reasons.join(' '))).toMatch(/the least that is offered/);
    }
  });

  it('neither does a retention a cent under the limits, nor a line of next to nothing', () => {
    const { terms } = quotableExample;
    const most = mostPaid(quotableExample, model)!;
    const with_ = (change: Partial<AssessmentContent['terms']>) =>
      judged({ ...quotableExample, terms: { ...terms, ...change } }).decision;
    const shared = terms.parts.map((part) => ({ ...part, isShared: true }));
    const retention = cents([...most.parts.values()].reduce((sum, { periodMinor }) => sum + periodMinor, -1));
    const ofPolicy = with_({
      parts: shared,
      policyAggregateLimitMinor: null,
      policyAggregateRetentionMinor: retention,
    });
    expect(ofPolicy.kind).toBe('refused');
    const line = with_({ line: { orderPercent: 100, writtenPercent: 1e-7, role: 'lead' } });
    expect(line.kind).toBe('refused');
    expect(plain(line.reasons.join(' '))).toMatch(
      /^Our line of the most that is paid comes to USD 0\.\d+, under USD 10,000/,
    );
  });
});

describe('every exclusion', () => {
  const buying = (exclusionId: string, reason = 'Agreed with the broker') =>
    judged({
      ...quotableExample,
      terms: { ...quotableExample.terms, buyBacks: [{ exclusionId, reason }] },
    }).decision;
  const { neverSold } = model.wording.decision!.exclusions!;

  it.each(model.exclusions.map(({ id, label }) => [id, label]))(
    '%s is not bought back in a quote',
    (id, label) => {
      const { kind, reasons } = buying(id);
      expect(kind).toBe(neverSold.includes(id) ? 'refused' : 'indication');
      expect(reasons.join(' ')).toContain(`“${label}”`);
      expect(buying(id, 'TBC').kind).toBe('refused');
    },
  );

  it('of sanctions and war is never', () => {
    for (const id of ['ex-sanctions', 'ex-war']) expect(neverSold).toContain(id);
  });
});
