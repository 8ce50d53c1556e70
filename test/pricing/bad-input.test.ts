import { describe, expect, it } from 'vitest';
import { type AssessmentContent, type PartTerms, termsSchema } from '#shared/domain/assessment-content.ts';
import { contentProblems } from '#shared/pricing/content-problems.ts';
import { evaluate } from '#shared/pricing/evaluate.ts';
import { bundledModel, contentWith, workedExample } from '#test/models/bundled-model.ts';
import { evaluated, examplePart, exampleWith, withTerms } from './quotes.ts';

const online: Record<string, unknown> = { part: 'crime-online', limitMinor: 5_000_000_00 };
const example = (changes: Partial<AssessmentContent>): AssessmentContent => ({
  ...workedExample,
  ...changes,
});
const noExposure = (field: string) => example({ exposures: { ...workedExample.exposures, [field]: null } });
const asPart = (part: Partial<PartTerms>) => examplePart('crime-online', part);

describe('what keeps a price from being made is named with its field', () => {
  it.each<[string, AssessmentContent, string, string]>([
    ['no part', withTerms({}), 'terms.parts', 'Choose at least one coverage part.'],
    [
      'limit 0',
      asPart({ limitMinor: 0 }),
      'terms.parts.0.limitMinor',
      'Enter a limit for Digital asset crime: online wallets (hot and warm).',
    ],
    [
      'aggregate limit 0',
      asPart({ aggregateLimitMinor: 0 }),
      'terms.parts.0.aggregateLimitMinor',
      'The aggregate limit of Digital asset crime: online wallets (hot and warm) must be above 0, or left out.',
    ],
    [
      'policy limit 0',
      exampleWith({ policyAggregateLimitMinor: 0 }),
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
      'Digital asset crime: online wallets (hot and warm) needs the peak 90-day online balance; enter it (0 if there is none).',
    ],
    [
      'offline assets missing for fidelity',
      noExposure('offlineMinor'),
      'exposures.offlineMinor',
      'Crime: employee and signer dishonesty needs the offline assets; enter it (0 if there is none).',
    ],
    [
      'exposed value 0',
      example({ exposures: { ...workedExample.exposures, largestVaultMinor: 0 } }),
      'exposures.largestVaultMinor',
      'The exposed value of Specie: offline key media (vault) is 0; there is nothing to insure.',
    ],
    [
      'a peril without base rate and without entered rate',
      withTerms({ parts: [{ part: 'protocol', limitMinor: 100_000_00 }] }),
      'terms.parts.0.enteredRate',
      'Smart contract failure (technical) has no base rate for the type "Centralised exchange (spot)"; enter a rate with its reason, or take the part off.',
    ],
    [
      'a part without loss model and without entered rate',
      withTerms({ parts: [{ part: 'depeg', limitMinor: 100_000_00 }] }),
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
      'a part named twice',
      withTerms({ parts: [online, online] }),
      'terms.parts.1.part',
      'Coverage part crime-online is named twice; keep one.',
    ],
  ])('%s', (_, content, field, message) => {
    const evaluation = evaluate(content, bundledModel, 'draft');
    expect(evaluation.price).toMatchObject({ ok: false, failure: { code: 'not-ready', field, message } });
    expect(evaluation.blocks[0]).toMatchObject({ kind: 'cannot-quote', field, message });
    expect(evaluation.isQuotable).toBe(false);
    expect(evaluation.score.overall).toBeGreaterThan(0);
  });

  it('all at once, not only the first', () => {
    const content = { ...asPart({ limitMinor: 0 }), exposures: contentWith().exposures };
    const fields = contentProblems(content, bundledModel).cannotPrice.map((p) => p.field);
    expect(fields).toEqual([
      'terms.parts.0.limitMinor',
      'exposures.onlinePeakMinor',
      'exposures.onlinePeakMinor',
      'exposures.offlineMinor',
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
        parts: [{ ...online, limitMinor: 20_000_00 }],
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
      withTerms({ parts: [{ ...online, limitMinor: 80_000_00 }] }),
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
      example({ incidents: [{ ...incident, recoveredMinor: incident.lossMinor + 1 }] }),
      'recovery:i1',
    ],
    [
      'a loss above the assets',
      example({ incidents: [{ ...incident, assetsAtTimeMinor: 100 }] }),
      'share:i1',
    ],
    ['an incident still to come', example({ incidents: [{ ...incident, date: '2027-01-01' }] }), 'future:i1'],
    ['a cause the model does not know', example({ incidents: [{ ...incident, cause: 'luck' }] }), 'cause:i1'],
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
      'no-reason:cu-backstop',
    ],
    [
      'an answer of another type',
      example({ answers: { ...workedExample.answers, 'au-depth': workedExample.answers['cu-quorum']! } }),
      'other-type:au-depth',
    ],
    [
      'a vault larger than all that is offline',
      example({ exposures: { ...workedExample.exposures, largestVaultMinor: 2_000_000_000_00 } }),
      'vault-above-offline',
    ],
  ])('%s', (_, content, id) => {
    const { price, warnings } = evaluated(content);
    expect(price.ok).toBe(true);
    expect(warnings.map((w) => w.id)).toContain(id);
  });

  it('recovery above the loss counts as the loss', () => {
    const at = (recoveredMinor: number) =>
      evaluated(example({ incidents: [{ ...incident, recoveredMinor }] })).score.incidentWorking
        .incidents[0]!;
    expect(at(incident.lossMinor * 3)).toEqual(at(incident.lossMinor));
  });
});

describe('what is missing', () => {
  it('is listed for an empty assessment, each with a field to go to', () => {
    const { missing, blocks } = evaluated(contentWith({ subject: { name: 'New', type: 'cex' } }));
    expect(missing.map((m) => m.field)).toEqual([
      'subject.liveSince',
      'answers.cu-hot-ratio',
      'incidentRegister.evidence',
      'declarations.ko-unverified',
    ]);
    expect(blocks.map((b) => b.field)).toEqual(['terms.parts', null]);
  });

  it('grows with the terms and shrinks with the answers', () => {
    const { missing } = evaluated({ ...workedExample, terms: termsSchema.parse({ parts: [online] }) });
    expect(missing.map((m) => m.id)).toEqual([
      'answers',
      'declarations',
      'insured',
      'broker',
      'period-start',
      'subjectivities',
    ]);
    expect(missing[0]!.message.replaceAll('\u00a0', ' ')).toBe(
      '1 question has no answer and counts as 0; the first is "Log integrity and media disposal".',
    );
  });
});
