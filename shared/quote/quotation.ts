import type { AssessmentContent } from '../domain/assessment-content.ts';
import type { IsoDate } from '../domain/dates.ts';
import { insuredName } from '../domain/insured-name.ts';
import { lowerFirst } from '../domain/lower-first.ts';
import {
  largestMinor,
  type MinorUnits,
  minorWithout,
  NO_MONEY,
  sumOfMinor,
  toMinor,
} from '../domain/money.ts';
import { ourShareMinor } from '../domain/our-share.ts';
import type { Insurer } from '../domain/people.ts';
import { standsUnderPolicy } from '../domain/stands-under-policy.ts';
import type { CoveragePartId } from '../domain/vocabulary.ts';
import { mostForEachPart } from '../pricing/most-for-one-event.ts';
import { referralWords } from '../underwriting/referral-words.ts';
import { contentOfDocument } from './content-of-document.ts';
import type { PaperSentences } from './document-words.ts';
import type { QuoteDocument } from './quote-document.ts';

/** One part of the cover as the broker sees it; amounts in cents. */
export interface QuotationPart {
  readonly part: CoveragePartId;
  readonly label: string;
  readonly insures: string;
  readonly limitMinor: MinorUnits;
  readonly aggregateLimitMinor: MinorUnits;
  readonly retentionMinor: MinorUnits;
  readonly aggregateRetentionMinor: MinorUnits;
  readonly coinsurancePercent: number;
  readonly hasAverageClause: boolean;
  readonly isShared: boolean;
  readonly mostPaidMinor: MinorUnits;
  /** Value exposed as the insured states it; null where it is not given. */
  readonly exposedMinor: MinorUnits | null;
  /** Value exposed above the limit; null where the value is not given. */
  readonly gapMinor: MinorUnits | null;
  readonly subLimits: readonly { readonly label: string; readonly limitMinor: MinorUnits }[];
}

/** A structure beside the others, at 100%. */
export interface QuotationOption {
  readonly id: string;
  readonly label: string | null;
  readonly parts: readonly {
    readonly part: CoveragePartId;
    readonly label: string;
    readonly limitMinor: MinorUnits;
    readonly aggregateLimitMinor: MinorUnits;
    readonly retentionMinor: MinorUnits;
    readonly aggregateRetentionMinor: MinorUnits;
    readonly coinsurancePercent: number;
    readonly hasAverageClause: boolean;
    readonly isShared: boolean;
  }[];
  readonly policyLimitMinor: MinorUnits | null;
  readonly policyRetentionMinor: MinorUnits;
  readonly premiumMinor: MinorUnits | null;
  readonly payableMinor: MinorUnits | null;
  readonly mostEventMinor: MinorUnits | null;
  readonly mostPeriodMinor: MinorUnits | null;
}

/** How the cover answers to a cause of loss: not at all, up to an amount, or for the whole value exposed. */
export interface QuotationCause {
  readonly label: string;
  readonly answer: 'full' | 'limited' | 'no' | 'on-the-facts';
  readonly parts: readonly CoveragePartId[];
  /** How far the part goes that answers; absent where that is not said. */
  readonly note?: string;
  /** The most that any of the parts pays for one event; null where none answers. */
  readonly upToMinor: MinorUnits | null;
}

/**
 * What the broker may see of a document, and nothing else: the quotation is drawn from this and this is what stands in its
 * file. No working, no score, no margin, no technical price, no note and no reason of the underwriter is in it.
 */
export interface Quotation {
  readonly format: 'ballast-quotation/1';
  readonly status: QuoteDocument['status'];
  /** What the file still lacks before it can be accepted; empty of a firm quotation. */
  readonly missing: readonly string[];
  /** Somebody at the insurer has still to agree. */
  readonly needsApproval: boolean;
  readonly reference: string;
  readonly version: number | null;
  readonly umr: string | null;
  readonly preparedAt: string;
  /** Who insures; null where the workbook does not say. The logo is drawn on the paper. */
  readonly insurer: Insurer | null;
  readonly underwriter: string;
  /** Who approved what was referred, and subject to what; null where nothing was. */
  readonly approval: {
    readonly name: string;
    readonly role: string;
    readonly conditions: readonly string[];
  } | null;
  readonly insured: {
    readonly name: string;
    readonly legalName: string | null;
    readonly address: string | null;
    readonly jurisdiction: string | null;
    readonly business: string;
  };
  readonly broker: string | null;
  readonly currency: string;
  readonly period: {
    readonly from: IsoDate | null;
    readonly to: IsoDate | null;
    readonly days: number;
    readonly startTime: string | null;
    readonly endTime: string | null;
    readonly timePlace: string | null;
  };
  readonly parts: readonly QuotationPart[];
  readonly policyLimitMinor: MinorUnits | null;
  readonly policyRetentionMinor: MinorUnits;
  readonly mostPaidInPeriodMinor: MinorUnits | null;
  /** The part with the largest value above its limit. */
  readonly largestGap: { readonly part: CoveragePartId; readonly minor: MinorUnits } | null;
  readonly premium: {
    readonly wholeMinor: MinorUnits;
    readonly oursMinor: MinorUnits | null;
    readonly brokeragePercent: number | null;
    readonly taxes: readonly {
      readonly jurisdiction: string;
      readonly label: string;
      readonly ratePercent: number;
      readonly amountMinor: MinorUnits;
    }[];
    readonly fees: readonly { readonly label: string; readonly amountMinor: MinorUnits }[];
    readonly payableMinor: MinorUnits;
    readonly terms: string | null;
  } | null;
  readonly line: AssessmentContent['terms']['line'] | null;
  readonly validUntil: IsoDate | null;
  readonly validUntilTime: string | null;
  readonly validityPlace: string | null;
  readonly subjectivities: readonly {
    readonly text: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly dueOn: IsoDate | null;
    readonly when: 'before-binding' | 'after-binding' | null;
    readonly otherwise: string | null;
  }[];
  readonly clauses: readonly {
    readonly heading: string;
    readonly text: string;
    readonly isChosen: boolean;
  }[];
  readonly conditions: readonly { readonly kind: 'condition' | 'warranty'; readonly text: string }[];
  readonly exclusions: readonly {
    readonly label: string;
    readonly plain: string;
    readonly parts: readonly CoveragePartId[];
    readonly isBoughtBack: boolean;
  }[];
  readonly causes: readonly QuotationCause[];
  readonly schedule: NonNullable<AssessmentContent['schedule']>;
  readonly territory: string | null;
  readonly situs: string | null;
  readonly law: string | null;
  readonly jurisdiction: string | null;
  readonly waitingHours: number | null;
  readonly discoveryDays: number | null;
  readonly claimsDays: number | null;
  readonly retroactiveDate: IsoDate | null;
  readonly pooling: 'pooled' | 'per-client' | null;
  /** What was disclosed and relied on: one document each, with the day on which it was seen. */
  readonly information: readonly { readonly source: string; readonly seenOn: IsoDate | null }[];
  /** SHA-256 of what it was rated from, which the insurer keeps. */
  readonly inputsHash: string;
  readonly trailHead: QuoteDocument['trailHead'] | null;
  /** The structures side by side, the one of page 1 first; empty where there is one. */
  readonly options: readonly QuotationOption[];
  /** Sentences of the wording; absent of a document of before it had some. */
  readonly sentences?: PaperSentences;
}

/** The quotation that a document makes. Total and pure: the same document gives the same quotation. */
export function quotationOf(whole: QuoteDocument): Quotation {
  // Of options, the first on the paper is the one that page 1 offers.
  const document = { ...whole, content: contentOfDocument(whole) };
  const { content, price, wording, words } = document;
  const { terms } = content;
  const contract = terms.contract ?? {};
  const surroundings = {
    most: price === null ? null : mostForEachPart(price, terms),
    isShared: standsUnderPolicy(terms),
  };
  const parts = terms.parts.map((part) => quotationPart(document, part, surroundings));
  const gaps = parts.flatMap(({ part, gapMinor }) =>
    gapMinor === null || gapMinor === 0 ? [] : [{ part, minor: gapMinor }],
  );
  return {
    format: 'ballast-quotation/1',
    status: document.status,
    ...standingOf(document),
    reference: document.reference,
    version: document.version,
    umr: contract.umr ?? null,
    preparedAt: document.preparedAt,
    insurer: document.insurer ?? null,
    underwriter: document.preparedBy,
    approval: approvalOf(document),
    insured: {
      name: insuredName(content),
      legalName: content.subject.legalName,
      address: contract.insuredAddress ?? null,
      jurisdiction: content.subject.jurisdiction,
      business: document.subjectTypeLabel,
    },
    broker: terms.broker,
    currency: content.currency,
    period: {
      from: terms.periodStart,
      to: document.periodEnd,
      days: terms.periodDays,
      startTime: contract.startTime ?? null,
      endTime: contract.endTime ?? null,
      timePlace: contract.timePlace ?? null,
    },
    parts,
    policyLimitMinor: parts.some(({ isShared }) => isShared) ? (price?.policyLimitMinor ?? null) : null,
    policyRetentionMinor: terms.policyAggregateRetentionMinor,
    mostPaidInPeriodMinor: price?.maximumPayableMinor ?? null,
    largestGap: gaps.toSorted((a, b) => b.minor - a.minor)[0] ?? null,
    premium: premiumOf(document),
    line: terms.line ?? null,
    validUntil: document.validUntil,
    validUntilTime: contract.validUntilTime ?? null,
    validityPlace: contract.validityPlace ?? null,
    subjectivities: subjectivitiesOf(document),
    clauses: [words.cyberClause, words.signingWording],
    conditions: (contract.conditions ?? []).map(({ kind, text }) => ({ kind, text })),
    exclusions: wording.exclusions.map(({ label, plain, parts: under, boughtBack }) => ({
      label,
      plain,
      parts: under,
      isBoughtBack: boughtBack !== null,
    })),
    causes: wording.causes.map((cause) => causeOf(cause, parts, words.responses.contingent)),
    schedule: content.schedule ?? [],
    territory: contract.territory ?? null,
    situs: contract.situs ?? null,
    law: contract.law ?? null,
    jurisdiction: contract.jurisdiction ?? null,
    waitingHours: contract.waitingHours ?? null,
    discoveryDays: contract.discoveryDays ?? null,
    claimsDays: contract.claimsDays ?? null,
    retroactiveDate: contract.retroactiveDate ?? null,
    pooling: contract.pooling ?? null,
    information: informationOf(content),
    inputsHash: document.inputsHash,
    trailHead: document.trailHead ?? null,
    options: optionsOf(document),
    ...(words.paper !== undefined && { sentences: words.paper }),
  };
}

/** A referral is the insurer's own matter: the broker reads that there is one, never which. */
function standingOf({
  status,
  statusReasons,
  score,
  price,
}: QuoteDocument): Pick<Quotation, 'missing' | 'needsApproval'> {
  if (status === 'quote') return { missing: [], needsApproval: false };
  const referrals = new Set([...score.referrals, ...(price?.referrals ?? [])].map(referralWords));
  const missing = statusReasons.filter((reason) => !referrals.has(reason));
  return { missing, needsApproval: missing.length < statusReasons.length };
}

const approvalOf = ({ approval }: QuoteDocument): Quotation['approval'] =>
  approval === undefined
    ? null
    : { name: approval.name, role: approval.role, conditions: approval.conditions };

/** What all parts of a document share, computed once for it. */
interface PartSurroundings {
  readonly most: ReturnType<typeof mostForEachPart> | null;
  readonly isShared: ReturnType<typeof standsUnderPolicy>;
}

function quotationPart(
  { content, price, wording }: QuoteDocument,
  part: AssessmentContent['terms']['parts'][number],
  { most, isShared }: PartSurroundings,
): QuotationPart {
  const worded = wording.parts.find((candidate) => candidate.part === part.part);
  const priced = price?.parts.find((candidate) => candidate.part === part.part);
  const exposedMinor = priced !== undefined && priced.exposedValue > 0 ? toMinor(priced.exposedValue) : null;
  const above =
    exposedMinor === null ? null : largestMinor([NO_MONEY, minorWithout(exposedMinor, part.limitMinor)]);
  return {
    part: part.part,
    label: worded?.label ?? part.part,
    insures: worded?.insures ?? '',
    limitMinor: part.limitMinor,
    aggregateLimitMinor: part.aggregateLimitMinor ?? part.limitMinor,
    retentionMinor: part.retentionMinor,
    aggregateRetentionMinor: part.aggregateRetentionMinor,
    coinsurancePercent: part.coinsurancePercent,
    hasAverageClause: part.hasAverageClause === true,
    isShared: isShared(part),
    mostPaidMinor: most?.get(part.part) ?? part.limitMinor,
    exposedMinor,
    gapMinor: above,
    subLimits: (content.terms.contract?.subLimits ?? [])
      .filter((subLimit) => subLimit.part === part.part)
      .map(({ label, limitMinor }) => ({ label, limitMinor })),
  };
}

function premiumOf({ content, price }: QuoteDocument): Quotation['premium'] {
  if (price === null) return null;
  const { line, contract, brokeragePercent } = content.terms;
  return {
    wholeMinor: price.quotedMinor,
    oursMinor: line === undefined ? null : ourShareMinor(price.quotedMinor, line.writtenPercent),
    brokeragePercent: brokeragePercent ?? null,
    taxes: price.taxes.map(({ jurisdiction, label, ratePercent, amountMinor }) => ({
      jurisdiction,
      label,
      ratePercent,
      amountMinor,
    })),
    fees: contract?.fees ?? [],
    payableMinor: withFees(price.payableMinor, content),
    terms: contract?.paymentTerms ?? null,
  };
}

function subjectivitiesOf({ content, wording }: QuoteDocument): Quotation['subjectivities'] {
  const { subjectivities, subjectivityTerms = {} } = content.terms;
  return wording.subjectivities.map(({ text, dueOn }, index) => {
    const key = subjectivities[index]?.id ?? `own-${index - subjectivities.length + 1}`;
    const terms = subjectivityTerms[key];
    return {
      text,
      dueOn,
      from: terms?.from ?? null,
      to: terms?.to ?? null,
      when: terms?.when ?? null,
      otherwise: terms?.otherwise ?? null,
    };
  });
}

/** What the insured pays: premium, taxes and the fees of the deal. */
const withFees = (payableMinor: MinorUnits, { terms }: AssessmentContent): MinorUnits =>
  sumOfMinor([payableMinor, ...(terms.contract?.fees ?? []).map(({ amountMinor }) => amountMinor)]);

const optionsOf = ({ options = [], content }: QuoteDocument): readonly QuotationOption[] =>
  options.length < 2
    ? []
    : options.map(
        ({ id, label, parts, figures, policyAggregateLimitMinor, policyAggregateRetentionMinor }) => ({
          id,
          label,
          policyLimitMinor: policyAggregateLimitMinor,
          policyRetentionMinor: policyAggregateRetentionMinor,
          parts: parts.map((part) => ({
            part: part.part,
            label: part.label,
            limitMinor: part.limitMinor,
            aggregateLimitMinor: part.aggregateLimitMinor ?? part.limitMinor,
            retentionMinor: part.retentionMinor,
            aggregateRetentionMinor: part.aggregateRetentionMinor,
            coinsurancePercent: part.coinsurancePercent,
            hasAverageClause: part.hasAverageClause === true,
            isShared: standsUnderPolicy({ parts, policyAggregateLimitMinor, policyAggregateRetentionMinor })(
              part,
            ),
          })),
          premiumMinor: figures?.quotedMinor ?? null,
          payableMinor: figures === null ? null : withFees(figures.payableMinor, content),
          mostEventMinor: figures?.mostEventMinor ?? null,
          mostPeriodMinor: figures?.mostPeriodMinor ?? null,
        }),
      );

function causeOf(
  { label, response, parts: answering, note }: QuoteDocument['wording']['causes'][number],
  parts: readonly QuotationPart[],
  contingent: string,
): QuotationCause {
  if (response === 'refer') return { label, answer: 'on-the-facts', parts: answering, upToMinor: null };
  const under = parts.filter(({ part }) => answering.includes(part));
  if (response === 'not-covered' || under.length === 0)
    return { label, answer: 'no', parts: [], upToMinor: null };
  const limits = [
    ...(response === 'contingent' ? [lowerFirst(contingent)] : []),
    ...(note === undefined ? [] : [note]),
  ];
  const isFull = under.some(
    ({ gapMinor, mostPaidMinor, exposedMinor, subLimits }) =>
      gapMinor === 0 && mostPaidMinor === exposedMinor && subLimits.length === 0,
  );
  return {
    label,
    answer: isFull && limits.length === 0 ? 'full' : 'limited',
    parts: under.map(({ part }) => part),
    upToMinor: largestMinor(under.map(({ mostPaidMinor }) => mostPaidMinor)),
    ...(limits.length > 0 && { note: limits.join('; ') }),
  };
}

/** Each document once, in the order in which the file names them. */
function informationOf(content: AssessmentContent): Quotation['information'] {
  const given = [content.exposures, ...Object.values(content.answers), content.incidentRegister];
  const seen = new Map<string, IsoDate | null>();
  for (const { source, seenOn } of given) {
    const name = source?.trim() ?? '';
    if (name !== '' && !seen.has(name)) seen.set(name, seenOn);
  }
  return [...seen].map(([source, seenOn]) => ({ source, seenOn }));
}
