import { describe, expect, it } from 'vitest';
import {
  type AssessmentContent,
  type PartTerms,
  type QuoteTerms,
  termsSchema,
} from '#shared/domain/assessment-content.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import type { Severity } from '#shared/domain/issue.ts';
import { MAXIMUM_MINOR } from '#shared/domain/money.ts';
import { openDeclarations } from '#shared/domain/open-declarations.ts';
import { COVERAGE_PARTS, RISK_LOAD_PRINCIPLES, type SubjectType } from '#shared/domain/vocabulary.ts';
import { contentIssues } from '#shared/underwriting/content-issues.ts';
import { bundledModel, contentWith, workedExample } from '#test/models/bundled-model.ts';
import { judged } from '#test/underwriting/judged.ts';
import { cents, day } from '../support/branded.ts';
import { evaluated, examplePart, exampleWith, withTerms } from './quotes.ts';

const online: Record<string, unknown> = { part: 'crime-online', limitMinor: cents(5_000_000_00) };
const example = (changes: Partial<AssessmentContent>): AssessmentContent => ({
  ...workedExample,
  ...changes,
});
const noExposure = (field: string) => example({ exposures: { ...workedExample.exposures, [field]: null } });
const issuesOf = (content: AssessmentContent, severity: Severity, today = workedExample.asOf) =>
  contentIssues(content, bundledModel, { today }).filter((issue) => issue.severity === severity);
const asPart = (part: Partial<PartTerms>) => examplePart('crime-online', part);

describe('what keeps a price from being made is named with its field', () => {
  it.each<[string, AssessmentContent, string, string]>([
    ['no part', withTerms({}), 'terms.parts', 'Choose at least one coverage part.'],
    [
      'limit 0',
      asPart({ limitMinor: cents(0) }),
      'terms.parts.0.limitMinor',
      'Enter a limit for Digital asset crime: online wallets (hot and warm).',
    ],
    [
      'aggregate limit 0',
      asPart({ aggregateLimitMinor: cents(0) }),
      'terms.parts.0.aggregateLimitMinor',
      'The aggregate limit of Digital asset crime: online wallets (hot and warm) must be above 0, or left out.',
    ],
    [
      'policy limit 0',
      exampleWith({ policyAggregateLimitMinor: cents(0) }),
      'terms.policyAggregateLimitMinor',
      'The aggregate limit of the policy must be above 0, or left out.',
    ],
    [
      'coinsurance 100 %',
      asPart({ coinsurancePercent: 100 }),
      'terms.parts.0.coinsurancePercent',
      'With a coinsurance of 100% Digital asset crime: online wallets (hot and warm) insures nothing.',
    ],
    [
      'exposed value missing',
      noExposure('onlinePeakMinor'),
      'exposures.onlinePeakMinor',
      'Digital asset crime: online wallets (hot and warm) needs the peak online balance; enter it (0 if there is none).',
    ],
    [
      'offline assets missing for fidelity',
      noExposure('offlineMinor'),
      'exposures.offlineMinor',
      'Crime: employee and signer dishonesty needs the offline assets; enter it (0 if there is none).',
    ],
    [
      'exposed value 0',
      example({ exposures: { ...workedExample.exposures, largestVaultMinor: cents(0) } }),
      'exposures.largestVaultMinor',
      'The exposed value of Specie: offline key media (vault) is 0; there is nothing to insure.',
    ],
    [
      'a peril without base rate and without entered rate',
      withTerms({ parts: [{ part: 'protocol', limitMinor: cents(100_000_00) }] }),
      'terms.parts.0.enteredRate',
      'Smart contract failure (technical) has no base rate for the type "Centralised exchange (spot)"; enter a rate with its reason, or take the part off.',
    ],
    [
      'a part without loss model and without entered rate',
      withTerms({ parts: [{ part: 'depeg', limitMinor: cents(100_000_00) }] }),
      'terms.parts.0.enteredRate',
      'Depeg (parametric) has no loss model yet; enter a rate with its reason, or take the part off.',
    ],
    [
      'an entered rate beside a loss model',
      asPart({ enteredRate: { ratePercent: 2, reason: 'Feels right' } }),
      'terms.parts.0.enteredRate',
      'Digital asset crime: online wallets (hot and warm) has a loss model for this subject type; remove its entered rate.',
    ],
    [
      'limits that come to more than sums in cents can hold',
      withTerms(
        {
          parts: COVERAGE_PARTS.map((part) => ({
            part,
            limitMinor: MAXIMUM_MINOR,
            enteredRate: bundledModel.pricing.perils.some(
              (p) => p.id === part && p.baseFrequency.custodial !== null,
            )
              ? null
              : { ratePercent: 1, reason: 'Market' },
          })),
        },
        example({
          exposures: { ...workedExample.exposures, stakeMinor: cents(100), valueLockedMinor: cents(100) },
        }),
      ),
      'terms.parts',
      'The limits together must not be above USD\u00a0100,000,000,000.',
    ],
    [
      'one aggregate limit that does so by itself',
      asPart({ aggregateLimitMinor: cents(10_000_000_000_001) }),
      'terms.parts',
      'The limits together must not be above USD\u00a0100,000,000,000.',
    ],
    [
      'a part named twice',
      withTerms({ parts: [online, online] }),
      'terms.parts.1.part',
      'Digital asset crime: online wallets (hot and warm) is chosen twice; keep one.',
    ],
  ])('%s', (_, content, field, message) => {
    const evaluation = judged(content);
    expect(evaluation.price).toMatchObject({ ok: false, failure: { code: 'not-ready', field, message } });
    expect(evaluation.blocks[0]).toMatchObject({ severity: 'cannot-price', field, message });
    expect(evaluation.isQuotable).toBe(false);
    expect(evaluation.score.overall).toBeGreaterThan(0);
  });

  it('all at once, not only the first, and each field once', () => {
    const content = { ...asPart({ limitMinor: cents(0) }), exposures: contentWith().exposures };
    const fields = issuesOf(content, 'cannot-price').map((p) => p.field);
    expect(fields).toEqual([
      'terms.parts.0.limitMinor',
      'exposures.onlinePeakMinor',
      'exposures.offlineMinor',
    ]);
  });
});

describe('what keeps a priced subject from being quoted', () => {
  it.each<[string, AssessmentContent, string]>([
    ['no reason for a schedule adjustment', exampleWith({ scheduleReason: null }), 'no-schedule-reason'],
    ['"other" without words', exampleWith({ scheduleReason: 'other' }), 'no-schedule-note'],
    ['a knock-out', example({ declarations: { 'ko-insolvent': 'yes' } }), 'ko-insolvent'],
    ['no grade', example({ answers: {} }), 'no-grade'],
    [
      'a premium not below the maximum payable',
      withTerms({
        parts: [{ ...online, limitMinor: cents(20_000_00) }],
        cyberClause: 'LMA5564',
        signingWording: 'excluded',
      }),
      'premium-above-maximum-payable',
    ],
  ])('%s', (_, content, id) => {
    const { price, blocks, isQuotable } = evaluated(content, 'full');
    expect(price.ok).toBe(true);
    expect(blocks.map((b) => b.id)).toEqual([id]);
    expect(isQuotable).toBe(false);
  });

  it('a premium above a quarter of the maximum payable is a warning', () => {
    const { warnings, isQuotable } = evaluated(
      withTerms({ parts: [{ ...online, limitMinor: cents(80_000_00) }] }),
      'full',
    );
    expect(warnings.map((w) => w.id)).toEqual(['premium-high']);
    expect(isQuotable).toBe(true);
  });
});

describe('odd content is warned of, never refused', () => {
  const incident = workedExample.incidents[0]!;
  it.each<[string, AssessmentContent, string]>([
    [
      'recovery above the loss',
      example({ incidents: [{ ...incident, recoveredMinor: cents(incident.lossMinor! + 1) }] }),
      'recovery',
    ],
    [
      'a loss above the assets',
      example({ incidents: [{ ...incident, assetsAtTimeMinor: cents(100) }] }),
      'share',
    ],
    [
      'incidents in a register not provided',
      example({ incidentRegister: { ...workedExample.incidentRegister, evidence: 'not-provided' } }),
      'register-evidence',
    ],
    [
      'not applicable without reason',
      example({
        answers: {
          ...workedExample.answers,
          'cu-backstop': { ...workedExample.answers['cu-backstop']!, evidence: 'not-applicable' },
        },
      }),
      'no-reason',
    ],
    [
      'an answer of another type',
      example({ answers: { ...workedExample.answers, 'au-depth': workedExample.answers['cu-quorum']! } }),
      'other-type',
    ],
    [
      'a vault larger than all that is offline',
      example({ exposures: { ...workedExample.exposures, largestVaultMinor: cents(2_000_000_000_00) } }),
      'vault-above-offline',
    ],
  ])('%s', (_, content, id) => {
    const { price, warnings } = evaluated(content);
    expect(price.ok).toBe(true);
    expect([...warnings, ...issuesOf(content, 'needed')].map((found) => found.id)).toContain(id);
  });

  it.each<[string, AssessmentContent, string, RegExp]>([
    [
      'an incident still to come',
      example({ incidents: [{ ...incident, date: day('2027-01-01') }] }),
      'incidents.0.date',
      /^The date of incident no. 1 must not be after the day of assessment/,
    ],
    [
      'a cause the model does not know',
      example({ incidents: [{ ...incident, cause: 'luck' }] }),
      'incidents.0.cause',
      /^The cause of incident no. 1 must be “[^”]+”(, “[^”]+”)+ or “[^”]+”\.$/,
    ],
    [
      'an answer to a question that the model does not have',
      example({ answers: { ...workedExample.answers, 'cu-luck': workedExample.answers['cu-quorum']! } }),
      'answers.cu-luck',
      /^The answer to “cu-luck” is to a question that model 2026.1 does not ask\.$/,
    ],
  ])('but for %s, which is refused once and not warned of too', (_, content, field, message) => {
    const { price, blocks, warnings, decision } = evaluated(content);
    expect(price.ok).toBe(true);
    expect(blocks.filter(({ about }) => about === 'content')).toMatchObject([
      { severity: 'cannot-proceed', field, message: expect.stringMatching(message) },
    ]);
    expect(warnings).toEqual([]);
    expect(decision.kind).toBe('refused');
  });

  it('recovery above the loss counts as the loss', () => {
    const at = (recoveredMinor: number) =>
      evaluated(example({ incidents: [{ ...incident, recoveredMinor: cents(recoveredMinor) }] })).score
        .incidentWorking.incidents[0]!;
    expect(at(incident.lossMinor! * 3)).toEqual(at(incident.lossMinor!));
  });
});

describe('the dearest price that terms allow', () => {
  const dearest: Partial<QuoteTerms> = {
    periodDays: 1096,
    schedulePercent: 1000,
    scheduleReason: 'market-conditions',
    taxes: Array.from({ length: 20 }, (_, i) => ({
      jurisdiction: 'UK',
      label: `Levy ${i}`,
      ratePercent: 100,
    })),
  };
  const most = 10_000_000_000_000;
  const fine = { ...workedExample.exposures, onlinePeakMinor: MAXIMUM_MINOR, offlineMinor: MAXIMUM_MINOR };

  it.each<[string, Record<string, unknown>]>([
    ['an entered rate of 100%', { part: 'depeg', enteredRate: { ratePercent: 100, reason: 'Certain' } }],
    ['a loss model', { part: 'crime-online' }],
    ['a policy limit beyond reason', { part: 'crime-fidelity', isShared: true }],
    [
      'retentions beyond reason',
      { part: 'crime-online', retentionMinor: MAXIMUM_MINOR, aggregateRetentionMinor: MAXIMUM_MINOR },
    ],
  ])('is exact to the cent: %s', (_, part) => {
    for (const riskLoadPrinciple of RISK_LOAD_PRINCIPLES) {
      const terms = {
        ...dearest,
        riskLoadPrinciple,
        parts: [{ ...part, limitMinor: most }],
        policyAggregateLimitMinor: MAXIMUM_MINOR,
      };
      const { price } = evaluated(withTerms(terms, example({ exposures: fine })));
      if (!price.ok) throw new Error(price.failure.message);
      const { payableMinor, quotedMinor, taxMinor } = price.value;
      expect(Number.isSafeInteger(payableMinor)).toBe(true);
      expect(payableMinor).toBe(quotedMinor + taxMinor);
      expect(taxMinor).toBe(quotedMinor * 20);
    }
  });

  it('a score of losses beyond reason is made all the same', () => {
    const incidents = Array.from({ length: 500 }, (_, i) => ({
      ...workedExample.incidents[0]!,
      id: `i${i}`,
      lossMinor: MAXIMUM_MINOR,
      recoveredMinor: MAXIMUM_MINOR,
      assetsAtTimeMinor: MAXIMUM_MINOR,
    }));
    expect(evaluated(example({ incidents })).score.overall).toBeGreaterThanOrEqual(0);
  });
});

describe('dates and texts that cannot be', () => {
  const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
  const blocksOf = (content: AssessmentContent, today?: IsoDate) =>
    issuesOf(content, 'cannot-proceed', today).map((b) => [b.field, plain(b.message)]);
  const warningsOf = (content: AssessmentContent) =>
    issuesOf(content, 'warning').map((w) => [w.field, plain(w.message)]);

  it('the worked example has none', () => {
    expect(blocksOf(workedExample, workedExample.asOf)).toEqual([]);
    expect(warningsOf(workedExample)).toEqual([]);
  });

  it('keep a quote from going out, each with its field', () => {
    const { subject } = workedExample;
    expect(blocksOf(example({ subject: { ...subject, name: 'Harbour\u202eegnahcxE' } }))).toEqual([
      ['subject.name', 'The name holds characters that cannot be shown (U+202E); remove them.'],
    ]);
    expect(blocksOf(example({ subject: { ...subject, name: '\u00a0 ' } }))).toEqual([
      ['subject.name', 'The name must not be empty.'],
    ]);
    expect(blocksOf(example({ subject: { ...subject, liveSince: day('2026-11-23') } }))).toEqual([
      ['subject.liveSince', 'The date live since is 23 Nov 2026, after the day of assessment, 22 Nov 2026.'],
    ]);
    expect(blocksOf(workedExample, day('2026-11-21'))).toEqual([]);
    expect(blocksOf(workedExample, day('2026-11-20'))).toEqual([
      [
        'asOf',
        'The assessment date 22 Nov 2026 is after today (20 Nov 2026); an assessment cannot know the future.',
      ],
    ]);
    expect(evaluated(example({ subject: { ...subject, name: ' ' } }), 'full').isQuotable).toBe(false);
  });

  it.each<[string, 'warning' | 'cannot-proceed' | null]>([
    ['2027-06-01', null],
    ['2026-10-22', null],
    ['2026-10-21', 'warning'],
    ['2025-11-21', 'warning'],
    ['2025-11-20', 'cannot-proceed'],
  ])('a period from %s is held against the assessment date', (periodStart, expected) => {
    for (const severity of ['warning', 'cannot-proceed'] as const) {
      // 400 days, so that none is over on the day of the assessment.
      const content = exampleWith({ periodStart: day(periodStart), periodDays: 400 });
      const fields = issuesOf(content, severity).map((p) => p.field);
      expect(fields).toEqual(severity === expected ? ['terms.periodStart'] : []);
    }
  });

  it('say how early a period is', () => {
    expect(warningsOf(exampleWith({ periodStart: day('2026-10-01') }))).toEqual([
      [
        'terms.periodStart',
        'The period starts on 1 Oct 2026, 52 days before the assessment date 22 Nov 2026.',
      ],
    ]);
    expect(blocksOf(exampleWith({ periodStart: day('2020-01-01') }))).toEqual([
      [
        'terms.periodStart',
        'The period starts on 1 Jan 2020, 2,517 days before the assessment date 22 Nov 2026; at most 366 can be quoted.',
      ],
    ]);
  });

  it('an own loss before the subject was live cannot be; one of an affiliate can', () => {
    const liveIssuesOf = (content: AssessmentContent) =>
      issuesOf(content, 'needed')
        .filter(({ id }) => id === 'live-after-incident')
        .map(({ field, message }) => [field, message.replaceAll('\u00a0', ' ')]);
    const subject = { ...workedExample.subject, liveSince: day('2026-01-01') };
    const incident = { ...workedExample.incidents[0]!, date: day('2025-03-01') };
    const with2 = (boundary: 'own' | 'affiliate') =>
      liveIssuesOf(
        example({
          subject,
          incidents: [
            { ...incident, id: 'b', date: day('2026-02-01') },
            { ...incident, boundary },
          ],
        }),
      );
    expect(with2('own')).toEqual([
      ['subject.liveSince', 'Live since 1 Jan 2026, which is after the first incident on 1 Mar 2025.'],
    ]);
    expect(with2('affiliate')).toEqual([]);
  });
});

describe('what is missing', () => {
  it.each<[SubjectType, number]>([
    ['cex', 9],
    ['bridge', 10],
  ])('counts the declarations that apply to a %s', (type, expected) => {
    expect(openDeclarations(contentWith({ subject: { name: 'New', type } }), bundledModel)).toHaveLength(
      expected,
    );
  });

  it('is listed for an empty assessment, each with a field to go to', () => {
    const content = contentWith({ subject: { name: 'New', type: 'cex' } });
    const { missing, blocks } = evaluated(content);
    expect(missing.map((m) => m.field)).toEqual([
      'subject.liveSince',
      'answers.cu-hot-ratio',
      'incidentRegister.evidence',
      `declarations.${openDeclarations(content, bundledModel)[0]!.id}`,
    ]);
    expect(blocks.map((b) => b.field)).toEqual(['terms.parts', null]);
  });

  it('grows with the terms and shrinks with the answers', () => {
    const { missing } = evaluated({ ...workedExample, terms: termsSchema.parse({ parts: [online] }) });
    expect(missing.map((m) => m.id)).toEqual(['answers', 'broker', 'subjectivities']);
    expect(missing[0]!.message.replaceAll('\u00a0', ' ')).toBe(
      '1 question has no answer and counts as 0; the first is "Log integrity and media disposal".',
    );
  });
});
