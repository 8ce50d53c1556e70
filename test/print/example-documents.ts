import type { AssessmentContent, PartTerms } from '#shared/domain/assessment-content.ts';
import { failed } from '#shared/domain/result.ts';
import type { CoveragePartId, SubjectType } from '#shared/domain/vocabulary.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { buildQuoteDocument, type Designation } from '#shared/quote/quote-document.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { cents, day } from '../support/branded.ts';
import { bridgeOf, exampleContent, model } from './worked-example.ts';

interface DocumentOptions {
  readonly content: AssessmentContent;
  readonly status?: QuoteDocument['status'];
  readonly reasons?: readonly string[];
  readonly paper?: QuoteDocument['paper'];
  readonly isPriced?: boolean;
}

/** The document of any content, judged and priced by the application's own code. */
export function exampleDocument(options: DocumentOptions): QuoteDocument {
  const { content, isPriced = true, status = 'quote' } = options;
  const judgement = judge({ content, model, today: content.asOf, grid: 'full' });
  if (isPriced && !judgement.price.ok) throw new Error(judgement.price.failure.message);
  const designation: Designation =
    status === 'quote' || status === 'indication'
      ? { status, reference: 'BQ-2026-000123', version: 2 }
      : { status };
  const document = buildQuoteDocument({
    rating: {
      content,
      judgement: isPriced ? judgement : { ...judgement, price: failed('not-ready', 'Not priced here.') },
      bridge: isPriced ? bridgeOf(content) : null,
      effects: null,
      range: isPriced ? { lowMinor: cents(180_000_000), highMinor: cents(230_000_000) } : null,
    },
    activeModel: {
      model,
      hash: 'c0ffee'.repeat(10).concat('c0ff'),
      wordingHash: 'facade'.repeat(10).concat('faca'),
    },
    designation,
    preparation: {
      paper: options.paper ?? 'a4',
      preparedAt: '2026-11-22T14:05:00.000Z',
      preparedBy: 'Underwriting desk',
    },
  });
  return { ...document, inputsHash: 'ab12'.repeat(16), statusReasons: options.reasons ?? [] };
}

/** The worked example with everything stated that a submission can state. */
export const fullContent: AssessmentContent = {
  ...exampleContent,
  subject: {
    ...exampleContent.subject,
    name: 'Harbourlight Exchange',
    legalName: 'Harbourlight Digital Markets Ltd',
    jurisdiction: 'Gibraltar',
  },
  terms: {
    ...exampleContent.terms,
    insured: 'Harbourlight Digital Markets Ltd and its subsidiaries',
    broker: 'Copperfield Broking LLP',
    periodStart: day('2026-12-15'),
    subjectivities: [
      { id: 'sj-inventory', dueOn: day('2026-12-10') },
      { id: 'sj-proposal', dueOn: null },
    ],
    ownSubjectivities: [
      { text: 'Sight of the board minute on the new hot-wallet cap', dueOn: day('2027-01-31') },
    ],
    buyBacks: [{ exclusionId: 'ex-lifecycle', reason: 'Transit between two scheduled vaults' }],
  },
};

/** Nothing stated that may be left out, nothing answered. */
export const bareContent: AssessmentContent = {
  ...exampleContent,
  subject: {
    ...exampleContent.subject,
    name: 'Unnamed venue',
    legalName: null,
    liveSince: null,
    jurisdiction: null,
  },
  answers: {},
  incidents: [],
  incidentRegister: { evidence: 'not-provided', note: null, source: null, seenOn: null },
  exposures: {
    onlinePeakMinor: null,
    offlineMinor: null,
    largestVaultMinor: null,
    valueLockedMinor: null,
    stakeMinor: null,
    note: null,
    source: null,
    seenOn: null,
  },
  terms: { ...exampleContent.terms, parts: [], taxes: [], cyberClause: null, signingWording: null },
};

const LONG_NAME =
  'Northern Hemisphere International Digital Asset Custody, Exchange, Staking and Settlement Corporation Holdings (Gibraltar) Limited';

const partTerms = (part: CoveragePartId, limitUsd: number, retentionUsd: number): PartTerms => ({
  part,
  limitMinor: cents(limitUsd * 100),
  retentionMinor: cents(retentionUsd * 100),
  coinsurancePercent: part === 'social-engineering' ? 25 : 0,
  aggregateLimitMinor: part === 'slashing' ? cents(limitUsd * 200) : null,
  aggregateRetentionMinor: cents(0),
  isShared: part === 'protocol' || part === 'protocol-econ',
  enteredRate: part === 'cyber-ir' ? { ratePercent: 3, reason: 'Market rate of the extension' } : null,
});

/** Seven parts, a long name and a long register: the document at its fullest. */
export const crowdedContent: AssessmentContent = {
  ...fullContent,
  subject: {
    ...fullContent.subject,
    type: 'staking-lst' satisfies SubjectType,
    name: LONG_NAME,
    legalName: LONG_NAME,
  },
  exposures: {
    ...fullContent.exposures,
    offlineMinor: cents(18_000_000_000),
    valueLockedMinor: cents(95_000_000_000),
    stakeMinor: cents(82_000_000_000),
  },
  incidents: Array.from({ length: 24 }, (_, index) => ({
    ...exampleContent.incidents[0]!,
    id: `i${index + 1}`,
    title: index % 3 === 0 ? null : `Drain of operating wallet ${index} through a stolen signing session`,
    date: day(`${2015 + (index % 11)}-0${1 + (index % 9)}-1${index % 9}`),
    lossMinor: cents(5_000_000 * (index + 1) ** 2),
    recoveredMinor: cents(1_000_000 * index),
    cause: ['key-hot', 'social-eng', 'insider', 'third-party'][index % 4]!,
    fixStatus: (['verified', 'declared', 'partial', 'none'] as const)[index % 4]!,
    disclosureHours: index % 5 === 0 ? null : index * 3,
  })),
  terms: {
    ...fullContent.terms,
    insured: null,
    parts: [
      partTerms('crime-online', 25e6, 1.25e6),
      partTerms('crime-fidelity', 25e6, 1.25e6),
      partTerms('social-engineering', 1e6, 1e5),
      partTerms('protocol', 40e6, 2e6),
      partTerms('protocol-econ', 20e6, 2e6),
      partTerms('slashing', 15e6, 7.5e5),
      partTerms('cyber-ir', 3e6, 25e3),
    ],
    policyAggregateLimitMinor: cents(4_000_000_000),
  },
};
