import { describe, expect, it } from 'vitest';
import {
  type AssessmentContent,
  type OptionTerms,
  optionTermsSchema,
  type QuoteTerms,
} from '#shared/domain/assessment-content.ts';
import { addDays } from '#shared/domain/dates.ts';
import { hasOwnAnswer } from '#shared/domain/has-own-answer.ts';
import type { Parties } from '#shared/domain/parties.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { bundledModel, quotableExample as earlierExample } from '#test/models/bundled-model.ts';
import { model, quotableExample } from '#test/models/model-2026-2.ts';
import { cents, day } from '../support/branded.ts';

type Change = (terms: QuoteTerms) => Partial<QuoteTerms>;
/** The legal name stands in the assessment, so that another insured can be told. */
const named: AssessmentContent = {
  ...quotableExample,
  subject: { ...quotableExample.subject, legalName: 'Example Exchange Ltd' },
};
const PARTIES: Parties = { insurer: 'Harbour Mutual', underwriter: 'R. Vance' };
const changed = (change: Change, of: AssessmentContent = named): AssessmentContent => ({
  ...of,
  terms: { ...of.terms, ...change(of.terms) },
});
const judgedOn = (content: AssessmentContent, by = model) =>
  judge({ content, model: by, today: content.asOf, grid: 'draft', parties: PARTIES });
const firstPart =
  (change: (part: QuoteTerms['parts'][number]) => Partial<QuoteTerms['parts'][number]>): Change =>
  ({ parts }) => ({ parts: parts.map((part, i) => (i === 0 ? { ...part, ...change(part) } : part)) });
const allParts =
  (change: Partial<QuoteTerms['parts'][number]>): Change =>
  ({ parts }) => ({ parts: parts.map((part) => ({ ...part, ...change })) });
const ofContract =
  (change: NonNullable<QuoteTerms['contract']>): Change =>
  ({ contract }) => ({ contract: { ...contract, ...change } });
const said = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('terms beyond what is usual are somebody’s to look at', () => {
  it.each<[string, Change, RegExp]>([
    [
      'an aggregate retention that no event gets over',
      firstPart(({ limitMinor }) => ({
        aggregateRetentionMinor: limitMinor,
        aggregateLimitMinor: cents(limitMinor * 3),
      })),
      /pays at most USD 0 for one event alone, 0(\.0+)?% of its limit of USD .*: its aggregate retention is USD/,
    ],
    [
      'a share of the insured that leaves little',
      firstPart(() => ({ coinsurancePercent: 97 })),
      /can pay at most USD [\d,.]+ for one event, 3(\.0+)?% of its limit of USD/,
    ],
    [
      'a retention of the policy that no event gets over',
      (terms) => ({
        ...allParts({ isShared: true })(terms),
        policyAggregateRetentionMinor: cents(Math.max(...terms.parts.map(({ limitMinor }) => limitMinor))),
        policyAggregateLimitMinor: cents(terms.parts.reduce((sum, { limitMinor }) => sum + limitMinor, 0)),
      }),
      /The policy pays at most USD 0 for one event alone/,
    ],
    [
      'no retention at all',
      (terms) => ({
        ...allParts({ retentionMinor: cents(0) })(terms),
        policyAggregateRetentionMinor: cents(0),
      }),
      /No part has a retention/,
    ],
    [
      'no retention for one part of several',
      firstPart(() => ({ retentionMinor: cents(0), aggregateRetentionMinor: cents(0) })),
      /has a retention of USD 0, 0(\.0+)?% of its limit of USD/,
    ],
    [
      'a retention of a cent for each part',
      allParts({ retentionMinor: cents(1), aggregateRetentionMinor: cents(0) }),
      /has a retention of USD 0\.01/,
    ],
    [
      'brokerage and taxes that are much together',
      () => ({
        brokeragePercent: 40,
        taxes: [{ jurisdiction: 'Bermuda', label: 'Insurance premium tax', ratePercent: 50 }],
      }),
      /Brokerage of 40% and taxes and levies of 50% come to more than 60% of the premium/,
    ],
    [
      'a follower that leaves nothing to the leader',
      () => ({
        line: { orderPercent: 100, writtenPercent: 100, role: 'follow', leader: 'Saltmarsh Syndicate 900' },
      }),
      /We follow and write the whole, so that nothing is left for whoever leads/,
    ],
    [
      'a day to notify a claim',
      ofContract({ claimsDays: 1 }),
      /notify a claim of 1 day is shorter than 7 days/,
    ],
    [
      'ten years to notify a claim',
      ofContract({ claimsDays: 3660 }),
      /notify a claim of 3,660 days is longer than 365 days/,
    ],
    [
      'ten years to discover a loss',
      ofContract({ discoveryDays: 3660 }),
      /discovery period of 3,660 days is longer than 1,096 days/,
    ],
    [
      'everybody beside the insured',
      () => ({ insured: 'Example Exchange Ltd and every person in the world' }),
      /names “Example Exchange Ltd and every person in the world” as the insured/,
    ],
    [
      'exclusions taken off in French',
      () => ({ ownSubjectivities: [{ text: 'Toutes les exclusions sont levées', dueOn: null }] }),
      /Written or changed by hand.*“Toutes les exclusions/,
    ],
    [
      'the same in German',
      () => ({ ownSubjectivities: [{ text: 'Ausschlüsse gelten nicht', dueOn: null }] }),
      /Written or changed by hand/,
    ],
    [
      'words in another script',
      () => ({ ownSubjectivities: [{ text: '一切免责条款无效', dueOn: null }] }),
      /Written or changed by hand/,
    ],
    [
      'the same beside words that can be read',
      () => ({ ownSubjectivities: [{ text: 'Letter received; 一切免責条款无效', dueOn: null }] }),
      /Written or changed by hand/,
    ],
    [
      'letters that only look alike',
      ofContract({ fees: [{ label: 'All ехсlusions removed', amountMinor: cents(100) }] }),
      /Written or changed by hand/,
    ],
    [
      'a place under sanctions',
      ofContract({ insuredAddress: '12 Azadi Street, Tehran, Iran' }),
      /Sanctions forbid most insurance there.*Tehran/,
    ],
    [
      'an exclusion taken off by the name of a tax',
      () => ({ taxes: [{ jurisdiction: 'Malta', label: 'War exclusion deleted', ratePercent: 1 }] }),
      /Written or changed by hand/,
    ],
    ['the law of another planet', ofContract({ law: 'Mars' }), /Written or changed by hand.*“Mars”/],
    ['courts in own words', ofContract({ jurisdiction: 'A coin is tossed' }), /Written or changed by hand/],
    ['brokerage of half the premium', () => ({ brokeragePercent: 50 }), /Brokerage of 50% is above 40%/],
    [
      'taxes as high as the premium',
      () => ({ taxes: [{ jurisdiction: 'Malta', label: 'Levy', ratePercent: 100 }] }),
      /Taxes and levies come to 100% of the premium, above 50%/,
    ],
    [
      'a wait of a year less an hour',
      ofContract({ waitingHours: 8759 }),
      /waiting period of 8,759 hours is longer than 720 hours/,
    ],
    [
      'an offer open for a year',
      () => ({ validityDays: 365 }),
      /stands open for 365 days, longer than 90 days/,
    ],
    ['a period of three years', () => ({ periodDays: 1096 }), /period of 1,096 days is longer than 731 days/],
    [
      'another company as the insured',
      () => ({ insured: 'Some Other Holdings plc' }),
      /names “Some Other Holdings plc” as the insured, and the assessment is of/,
    ],
    [
      'exclusions deleted by a condition',
      ofContract({
        conditions: [{ kind: 'condition', text: 'Exclusions of war and sanctions are deleted.' }],
      }),
      /Written or changed by hand.*“Exclusions of war and sanctions are deleted\.”/,
    ],
    [
      'a condition of the wording that was changed by hand',
      ofContract({
        conditions: [{ ...model.wording.contract!.conditions[0]!, text: 'Nothing is excluded.' }].map(
          ({ id, kind, text }) => ({ id, kind, text }),
        ),
      }),
      /Written or changed by hand.*“Nothing is excluded\.”/,
    ],
    [
      'a condition of other words than any list has',
      ofContract({
        conditions: [{ kind: 'condition', text: 'The insurer pays every loss of whatever cause.' }],
      }),
      /Written or changed by hand/,
    ],
    [
      'exclusions deleted by a subjectivity',
      () => ({ ownSubjectivities: [{ text: 'All exclusions are deleted at binding', dueOn: null }] }),
      /Written or changed by hand/,
    ],
    [
      'a territory that takes in what is sanctioned',
      ofContract({ territory: 'Worldwide, sanctioned countries included' }),
      /Written or changed by hand/,
    ],
    [
      'a limit of the policy that lets little through',
      (terms) => ({ ...allParts({ isShared: true })(terms), policyAggregateLimitMinor: cents(200_000_000) }),
      /can pay at most USD 2,000,000 for one event/,
    ],
    [
      'an aggregate retention a cent below the limit',
      firstPart(({ limitMinor }) => ({ aggregateRetentionMinor: cents(limitMinor - 1) })),
      /for one event alone/,
    ],
    [
      'a wait of most of a short period',
      (terms) => ({ ...ofContract({ waitingHours: 700 })(terms), periodDays: 40 }),
      /waiting period of 700 hours is longer than 240 hours/,
    ],
    ['a period of a day', () => ({ periodDays: 1 }), /period of 1 day is shorter than 28 days/],
    ['a part of the name of the insured', () => ({ insured: 'Example' }), /names “Example” as the insured/],
    [
      'an exclusion bought back by a condition of our line',
      () => ({
        line: { orderPercent: 100, writtenPercent: 50, role: 'lead', conditions: 'ＷＡＲ is covered.' },
      }),
      /Written or changed by hand/,
    ],
  ])('%s', (_name, change, words) => {
    const { decision } = judgedOn(changed(change));
    expect(decision.kind).toBe('indication');
    expect(said(decision.reasons.join(' '))).toMatch(words);
  });

  it('and so under the model of before', () => {
    const { decision } = judgedOn(
      changed(() => ({ validityDays: 365 }), earlierExample),
      bundledModel,
    );
    expect(decision.kind).toBe('indication');
  });

  it.each<[string, Change]>([
    [
      'the conditions of the wording',
      ofContract({
        conditions: model.wording.contract!.conditions.map(({ id, kind, text }) => ({ id, kind, text })),
      }),
    ],
    ['a territory as the wording offers it', ofContract({ territory: model.wording.contract!.territory[0] })],
    ['the insured with its subsidiaries', () => ({ insured: 'Example Exchange Ltd and its subsidiaries' })],
    [
      'the insured with & and its form written out',
      () => ({ insured: 'Example Exchange Limited & subsidiaries' }),
    ],
    ['the insured and its trading name', () => ({ insured: 'Example Exchange Ltd t/a Exchange Bay' })],
    ['English law with &', ofContract({ law: 'England & Wales' })],
    [
      'subjectivities of every day',
      () => ({
        ownSubjectivities: [
          'Signed proposal form, dated not more than 30 days before inception',
          'Sanctions screening policy',
          'The insured is to delete API keys out of use',
          'Proof of exclusive control of the vault keys',
          'Superseded key shares destroyed',
        ].map((text) => ({ text, dueOn: day('2027-01-31') })),
      }),
    ],
    [
      'cover from and to midnight',
      ofContract({ startTime: '00:00', endTime: '00:00', validUntilTime: '00:00' }),
    ],
    ['an address in War Memorial Road', ofContract({ insuredAddress: '4 War Memorial Road, London' })],
    ['the insured with commas and capitals', () => ({ insured: 'EXAMPLE EXCHANGE, LTD.' })],
    [
      'a subjectivity in own words',
      () => ({ ownSubjectivities: [{ text: 'Sight of the signed SOC 2 Type II report', dueOn: null }] }),
    ],
    [
      'a subjectivity that names a company in its own script',
      () => ({ ownSubjectivities: [{ text: 'Letter of 東京デジタル資産株式会社 received', dueOn: null }] }),
    ],
    ['premium paid in 60 days', ofContract({ paymentTerms: 'Payable in full within 60 days of inception' })],
    ['an address in another script', ofContract({ insuredAddress: '東京都千代田区丸の内1-1-1' })],
    [
      'brokerage, wait, period and validity as usual',
      (terms) => ({ ...ofContract({ waitingHours: 720 })(terms), brokeragePercent: 40, validityDays: 60 }),
    ],
  ])('%s is none of them', (_name, change) => {
    expect(judgedOn(changed(change)).decision).toEqual({ kind: 'quote', reasons: [] });
  });
});

describe('what cannot be is no quote', () => {
  it('fees of more than half the premium', () => {
    const { decision, price } = judgedOn(quotableExample);
    if (!price.ok) throw new Error('no price');
    const fees = (amountMinor: number) =>
      judgedOn(changed(ofContract({ fees: [{ label: 'Survey', amountMinor: cents(amountMinor) }] })))
        .decision;
    expect(decision.kind).toBe('quote');
    expect(fees(Math.floor(price.value.quotedMinor / 2)).kind).toBe('quote');
    const beyond = fees(Math.floor(price.value.quotedMinor / 2) + 1);
    expect(beyond.kind).not.toBe('quote');
    expect(said(beyond.reasons.join(' '))).toMatch(
      /Fees of USD [\d,.]+ are 50(\.0+)?% of the quoted premium of USD [\d,.]+, above 50%/,
    );
    expect(fees(0).kind).toBe('refused');
  });

  it.each<[string, Change, RegExp]>([
    [
      'a fee that stands twice',
      ofContract({
        fees: [
          { label: 'Survey', amountMinor: cents(100) },
          { label: 'SURVEY ', amountMinor: cents(200) },
        ],
      }),
      /fee no\. 2 is .*fee no\. 1 again/i,
    ],
    [
      'a sub-limit that stands twice',
      ({ parts, contract }) => ({
        contract: {
          ...contract,
          subLimits: [1, 2].map((times) => ({
            part: parts[0]!.part,
            label: 'Hot wallets',
            limitMinor: cents(parts[0]!.limitMinor / 2 / times),
          })),
        },
      }),
      /sub-limit no\. 2 is .*sub-limit no\. 1 again/i,
    ],
    [
      'a subjectivity that stands twice',
      () => ({ ownSubjectivities: [1, 2].map(() => ({ text: 'Sight of the report', dueOn: null })) }),
      /again; keep one of them/,
    ],
    [
      'a condition that stands twice',
      ofContract({
        conditions: [1, 2].map(() => ({
          kind: 'condition' as const,
          text: model.wording.contract!.conditions[0]!.text,
        })),
      }),
      /again; keep one of them/,
    ],
  ])('%s', (_name, change, words) => {
    const { decision } = judgedOn(changed(change));
    expect(decision.kind).toBe('refused');
    expect(said(decision.reasons.join(' '))).toMatch(words);
  });

  it('the insurer as the insured', () => {
    const { decision } = judgedOn(changed(() => ({ insured: 'Harbour Mutual' })));
    expect(decision.kind).not.toBe('quote');
    expect(decision.reasons.join(' ')).toContain('The insured, “Harbour Mutual”, is the insurer itself');
  });

  it('another insured, where no legal name is given', () => {
    const nameless = { ...named, subject: { ...named.subject, legalName: null } };
    const insured = (text: string) => judgedOn(changed(() => ({ insured: text }), nameless)).decision;
    expect(insured('Some Other Holdings plc').reasons.join(' ')).toContain('Some Other Holdings plc');
    expect(insured(`${named.subject.name} Ltd`).kind).toBe('quote');
  });

  it.each(['The insured', 'As above', 'Limited'])('a legal name of “%s”', (name) => {
    const content = { ...named, subject: { ...named.subject, legalName: name } };
    const { decision } = judgedOn(changed(() => ({ insured: name }), content));
    expect(decision.kind).not.toBe('quote');
    expect(decision.reasons.join(' ')).toMatch(/legal name of the insured/i);
  });

  it('an offer that stands open long after its cover has begun', () => {
    const open = (periodStart: string, validityDays: number) =>
      judgedOn(changed(() => ({ periodStart: day(periodStart), validityDays }))).decision;
    const soon = addDays(named.asOf, 1);
    expect(open(soon, 90).kind).not.toBe('quote');
    expect(open(soon, 90).reasons.join(' ')).toContain('after the period has begun');
    expect(open(soon, 20).kind).toBe('quote');
  });

  it.each(['TBC', 'à confirmer', 'À définir', '待定', 'noch offen', '0'])('an address of %j', (text) => {
    const { decision } = judgedOn(changed(ofContract({ insuredAddress: text })));
    expect(decision.kind).not.toBe('quote');
    expect(decision.reasons.join(' ')).toMatch(/address of the insured/i);
  });

  it('a group that is yet to be told', () => {
    const content = { ...named, subject: { ...named.subject, group: 'TBC' } };
    expect(judgedOn(content).decision.kind).toBe('refused');
  });

  it('a subject live only after a loss of its own', () => {
    const [incident] = named.incidents;
    const since = addDays(incident!.date, 1);
    const content = { ...named, subject: { ...named.subject, liveSince: since } };
    const { decision } = judgedOn(content);
    expect(incident!.boundary).toBe('own');
    expect(decision.kind).not.toBe('quote');
    expect(decision.reasons.join(' ')).toContain('which is after the first incident');
  });

  it('something grave declared of a subject that is not asked about it', () => {
    const asked = model.knockOuts.find(
      ({ appliesTo, rule }) => rule.kind === 'declared' && !appliesTo.includes(named.subject.type),
    )!;
    const { decision } = judgedOn({
      ...named,
      declarations: { ...named.declarations, [asked.id]: 'yes' } as never,
    });
    expect(decision.kind).not.toBe('quote');
    expect(decision.reasons.join(' ')).toContain('is answered with yes, but is not asked of this type');
  });

  it('assets at the time of a loss a hundred times those of today', () => {
    const assets = cents((named.exposures.onlinePeakMinor ?? 0) + (named.exposures.offlineMinor ?? 0));
    const at = (times: number) =>
      judgedOn({
        ...named,
        incidents: named.incidents.map((one) => ({ ...one, assetsAtTimeMinor: cents(assets * times) })),
      }).decision.reasons.join(' ');
    expect(said(at(100))).toMatch(/More than 10 times the assets of today, USD [\d,.]+, are given as held/);
    expect(at(9)).not.toContain('times the assets of today');
  });

  it('a third of the questions set aside, and each with a reason', () => {
    const ids = model.factors
      .filter((one) => hasOwnAnswer(one) && one.appliesTo.includes(named.subject.type))
      .map(({ id }) => id);
    const aside = (share: number) =>
      judgedOn({
        ...named,
        answers: {
          ...named.answers,
          ...Object.fromEntries(
            ids.slice(0, Math.ceil(ids.length * share)).map((id) => [
              id,
              {
                ...named.answers[id]!,
                evidence: 'not-applicable' as const,
                level: null,
                value: null,
                reason: 'The insured holds no keys of its own',
              },
            ]),
          ),
        },
      }).decision.reasons.join(' ');
    expect(said(aside(0.4))).toMatch(/\d+ of \d+ questions are said not to apply, \d+% of them, above 30%/);
    expect(aside(0.2)).not.toContain('are said not to apply, ');
  });

  it('an option that differs from another in its name alone', () => {
    const same = Object.fromEntries(
      Object.entries(named.terms).filter(([key]) => key in optionTermsSchema.shape),
    ) as OptionTerms;
    const content: AssessmentContent = {
      ...named,
      options: [
        { id: 'A', isOffered: true, terms: null },
        { id: 'B', isOffered: true, label: 'The wider one', terms: same },
      ],
    };
    const { decision } = judgedOn(content);
    expect(decision.kind).not.toBe('quote');
    expect(decision.reasons.join(' ')).toContain('Option B has the very terms of option A');
    // Nor one that is dearer for the same.
    const dearer = {
      ...same,
      schedulePercent: 10,
      scheduleReason: 'other',
      scheduleNote: 'Dearer',
      parts: same.parts.toReversed(),
    };
    const told = judgedOn({
      ...content,
      options: [content.options![0]!, { ...content.options![1]!, terms: dearer }],
    });
    expect(told.decision.reasons.join(' ')).toContain('Option B has the very terms of option A');
  });

  it.each([
    ['without a leader', {}],
    ['of a leader yet to come', { leader: 'TBC' }],
    ['of ourselves', { leader: 'harbour  MUTUAL' }],
    ['of ourselves with a full stop', { leader: 'Harbour-Mutual.' }],
    ['of ourselves by a word', { leader: 'us' }],
    ['of ourselves by a short name', { leader: 'Harbour' }],
    ['of ourselves by a longer name', { leader: 'Harbour Mutual Insurance plc' }],
    ['of anybody', { leader: 'any Lloyd’s syndicate' }],
    ['of nobody yet', { leader: 'Unplaced' }],
    ['of one still to be confirmed', { leader: 'Northgate Syndicate (TBC)' }],
    ['of the insured by a short name', { leader: 'Example Exchange' }],
    ['of the insured', { leader: 'Example Exchange Ltd' }],
    ['of the insured with its form written out', { leader: 'Example Exchange Limited (Holdings)' }],
  ])('a line that follows %s', (_name, leader) => {
    const { decision } = judgedOn(
      changed(() => ({ line: { orderPercent: 100, writtenPercent: 40, role: 'follow', ...leader } })),
    );
    expect(decision.kind).not.toBe('quote');
    expect(decision.reasons.join(' ')).toMatch(/leader/i);
  });

  it('a line that follows another', () => {
    const line = {
      orderPercent: 100,
      writtenPercent: 40,
      role: 'follow',
      leader: 'Northgate Syndicate',
    } as const;
    expect(judgedOn(changed(() => ({ line }))).decision.kind).toBe('quote');
  });

  it('a vault that holds more than all vaults', () => {
    const { exposures } = quotableExample;
    const content = {
      ...quotableExample,
      exposures: { ...exposures, largestVaultMinor: cents((exposures.offlineMinor ?? 0) + 1) },
    };
    expect(judgedOn(content).decision.reasons.join(' ')).toContain('more than all offline assets together');
  });

  it('a loss of no known size', () => {
    const [incident] = quotableExample.incidents;
    const content = { ...quotableExample, incidents: [{ ...incident!, lossMinor: null }] };
    const { decision } = judgedOn(content);
    expect(decision.kind).not.toBe('quote');
    expect(decision.reasons.join(' ')).toMatch(/not known how much was lost/);
  });

  it('a vault that stands twice in the schedule, in whatever case', () => {
    const schedule: AssessmentContent['schedule'] = [
      { kind: 'vault', address: 'V1 Geneva' },
      { kind: 'vault', address: 'v1  geneva' },
    ];
    expect(judgedOn({ ...quotableExample, schedule }).decision.kind).toBe('refused');
  });

  it('a wallet for all parts and again for one of them', () => {
    const part = named.terms.parts[0]!.part;
    const wallet = {
      kind: 'wallet',
      chain: 'Bitcoin',
      address: '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa',
    } as const;
    for (const schedule of [
      [wallet, { ...wallet, part }],
      [{ ...wallet, part }, wallet],
      [
        { ...wallet, part },
        { ...wallet, part },
      ],
    ])
      expect(judgedOn({ ...named, schedule }).decision.kind).toBe('refused');
    expect(judgedOn({ ...named, schedule: [{ ...wallet, part }] }).decision.kind).toBe('quote');
  });

  it('an address of noughts', () => {
    const schedule = [{ kind: 'wallet', chain: 'Ethereum', address: `0x${'0'.repeat(40)}` } as const];
    const { decision } = judgedOn({ ...named, schedule });
    expect(decision.kind).toBe('refused');
    expect(decision.reasons.join(' ')).toContain('is the address of nobody');
  });

  it('a line of the schedule under a part that is not quoted is pointed out', () => {
    const part = model.coverageParts.find(
      ({ id }) => !quotableExample.terms.parts.some((p) => p.part === id),
    )!;
    const schedule: AssessmentContent['schedule'] = [{ kind: 'vault', address: 'V1 Geneva', part: part.id }];
    const { issues } = judgedOn({ ...quotableExample, schedule });
    expect(issues.map(({ message }) => message).join(' ')).toContain(
      `The schedule has “V1 Geneva” under ${part.label}, which is not quoted`,
    );
  });
});
