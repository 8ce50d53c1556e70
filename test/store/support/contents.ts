import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';

const resources = resolve(import.meta.dirname, '..', '..', '..', 'resources');
export const MODEL_JSON = readFileSync(join(resources, 'models', 'digital-asset-2026.1.json'), 'utf8');

interface RawFactor {
  readonly id: string;
  readonly kind: string;
  readonly levels?: readonly { readonly key: string }[];
}

/** A content of the size of a real one: every factor answered with note and source, incidents, four parts. */
export function typicalContent(name = 'Harbour Exchange'): AssessmentContent {
  const { factors } = JSON.parse(MODEL_JSON) as { factors: readonly RawFactor[] };
  return assessmentContentSchema.parse({
    subject: {
      name,
      legalName: `${name} Limited`,
      type: 'cex',
      liveSince: '2018-03-01',
      jurisdiction: 'Gibraltar',
      website: 'https://harbour.example',
      group: null,
    },
    asOf: '2026-07-01',
    currency: 'USD',
    exposures: {
      onlinePeakMinor: 4_500_000_000,
      offlineMinor: 120_000_000_000,
      largestVaultMinor: 30_000_000_000,
    },
    answers: Object.fromEntries(
      factors.map((factor, i) => [
        factor.id,
        {
          evidence: ['verified', 'documented', 'asserted'][i % 3],
          level: factor.kind === 'ordinal' ? (factor.levels?.[0]?.key ?? null) : null,
          value: factor.kind === 'ordinal' ? null : i / 4,
          note: `Seen in the control report, section ${i + 1}; confirmed in the call of 12 June.`,
          source: `Control report 2026, page ${i + 3}`,
          seenOn: '2026-06-12',
        },
      ]),
    ),
    incidentRegister: { evidence: 'documented', source: 'Disclosure letter' },
    incidents: [
      incident('i-2023', '2023-02-11', 1_250_000_000),
      incident('i-2021', '2021-09-03', 90_000_000),
    ],
    declarations: { 'ko-unverified': 'no', 'ko-open-critical': 'no', 'rf-growth': 'yes' },
    terms: {
      insured: `${name} Limited`,
      broker: 'Meridian Brokers',
      periodStart: '2026-08-01',
      parts: [
        { part: 'crime-online', limitMinor: 1_000_000_000, retentionMinor: 50_000_000, isShared: true },
        { part: 'specie-offline', limitMinor: 5_000_000_000, retentionMinor: 100_000_000 },
        {
          part: 'social-engineering',
          limitMinor: 250_000_000,
          retentionMinor: 10_000_000,
          coinsurancePercent: 10,
        },
        {
          part: 'cyber-ir',
          limitMinor: 100_000_000,
          enteredRate: { ratePercent: 1.25, reason: 'Market quotation of a panel firm.' },
        },
      ],
      policyAggregateLimitMinor: 5_000_000_000,
      schedulePercent: -5,
      scheduleReason: 'management-quality',
      taxes: [{ jurisdiction: 'GI', label: 'Insurance premium tax', ratePercent: 12 }],
      cyberClause: 'LMA5567',
      signingWording: 'social-engineering',
      subjectivities: [{ id: 'sub-audit', dueOn: '2026-09-01' }],
      ownSubjectivities: [{ text: 'Sight of the insurance-grade key ceremony protocol.', dueOn: null }],
      buyBacks: [{ exclusionId: 'ex-insider', reason: 'Fidelity controls verified.' }],
    },
  });
}

const incident = (id: string, date: string, lossMinor: number) => ({
  id,
  date,
  title: 'Hot wallet drained',
  cause: 'key-compromise',
  lossMinor,
  recoveredMinor: Math.round(lossMinor / 10),
  assetsAtTimeMinor: 60_000_000_000,
  fixStatus: 'verified' as const,
  usersMadeWholePercent: 100,
  disclosureHours: 5.5,
  postmortem: 'full30' as const,
  note: 'Cause found within a day.',
  source: 'Public report',
});
