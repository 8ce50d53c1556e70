import type {
  Answer,
  Exposures,
  Incident,
  IncidentRegister,
  PartTerms,
  QuoteTerms,
  Subject,
} from '#shared/domain/assessment-content.ts';
import { EXPOSURE_FIELDS, type ExposureField } from '#shared/domain/exposures.ts';
import type { LinkList } from '#shared/domain/links.ts';
import { boolean, type Column, integer, named, real, type Table, table, text } from '../connection/table.ts';

// Where the content of an assessment is kept: the values of each table are the fields of a part of it. The compiler holds
// each list against the record; a field of the record that is kept elsewhere is left out by name.

type ColumnsOf<R> = Readonly<Record<Extract<keyof R, string>, Column>>;
/** Sections of the content that are left out where they are not given; each is a row, as JSON. */
export const CONTENT_SECTIONS = ['options', 'schedule', 'judgement', 'files'] as const;
/** Those of the terms. */
export const TERMS_SECTIONS = ['brokeragePercent', 'contract', 'line', 'subjectivityTerms'] as const;
type TermsSection = (typeof TERMS_SECTIONS)[number];
type TermsList = 'parts' | 'taxes' | 'subjectivities' | 'ownSubjectivities' | 'buyBacks';

const ofAssessment = { assessmentId: text };
const inOrder = { assessmentId: text, position: integer };

export const subjectFacts = table('subject_facts', {
  key: ofAssessment,
  values: {
    name: text,
    legalName: text,
    type: text,
    liveSince: text,
    jurisdiction: text,
    website: text,
    group: named('group_name', text),
  } satisfies ColumnsOf<Omit<Subject, LinkList>>,
});

/** The names of the subject's links, those of all kinds in one list. */
export const subjectLinks = table('subject_links', { key: inOrder, values: { kind: text, name: text } });

const columnsOfExposures = Object.fromEntries(EXPOSURE_FIELDS.map((field) => [field, integer])) as Readonly<
  Record<ExposureField, typeof integer>
>;

export const exposures = table('exposures', {
  key: ofAssessment,
  values: {
    ...columnsOfExposures,
    note: text,
    source: text,
    seenOn: text,
  } satisfies ColumnsOf<Exposures>,
});

export const incidentRegisters = table('incident_registers', {
  key: ofAssessment,
  values: { evidence: text, note: text, source: text, seenOn: text } satisfies ColumnsOf<IncidentRegister>,
});

export const incidents = table('incidents', {
  key: inOrder,
  values: {
    id: named('incident_id', text),
    date: text,
    title: text,
    cause: text,
    boundary: text,
    lossMinor: integer,
    recoveredMinor: integer,
    assetsAtTimeMinor: integer,
    fixStatus: text,
    usersMadeWholePercent: real,
    disclosureHours: real,
    postmortem: text,
    note: text,
    source: text,
    datePrecision: text,
    isNeverDisclosed: boolean,
  } satisfies ColumnsOf<Incident>,
});

export const answers = table('answers', {
  key: { ...ofAssessment, factorId: text },
  values: {
    evidence: text,
    level: text,
    value: real,
    isUnchangedSinceReview: boolean,
    hasSocialisedLoss: boolean,
    reason: text,
    note: text,
    source: text,
    seenOn: text,
  } satisfies ColumnsOf<Answer>,
});

export const declarations = table('declarations', {
  key: { ...ofAssessment, declarationId: text },
  values: { state: text },
});

export const terms = table('terms', {
  key: ofAssessment,
  values: {
    insured: text,
    broker: text,
    periodStart: text,
    periodDays: integer,
    policyAggregateLimitMinor: integer,
    policyAggregateRetentionMinor: integer,
    riskLoadPrinciple: text,
    schedulePercent: real,
    scheduleReason: text,
    scheduleNote: text,
    cyberClause: text,
    signingWording: text,
    validityDays: integer,
    note: text,
  } satisfies ColumnsOf<Omit<QuoteTerms, TermsList | TermsSection>>,
});

export const contentSections = table('content_sections', {
  key: { ...ofAssessment, section: text },
  values: { value: text },
});

const partTerms = table('part_terms', {
  key: inOrder,
  values: {
    part: text,
    limitMinor: integer,
    retentionMinor: integer,
    coinsurancePercent: real,
    aggregateLimitMinor: integer,
    aggregateRetentionMinor: integer,
    isShared: boolean,
    hasAverageClause: boolean,
    // The entered rate is both or neither of these.
    enteredRatePercent: real,
    enteredRateReason: text,
  } satisfies ColumnsOf<Omit<PartTerms, 'enteredRate'> & { enteredRatePercent: 0; enteredRateReason: 0 }>,
});

const taxes = table('taxes', {
  key: inOrder,
  values: { jurisdiction: text, label: text, ratePercent: real } satisfies ColumnsOf<QuoteTerms['taxes'][0]>,
});

const subjectivities = table('subjectivities', {
  key: inOrder,
  values: { id: named('subjectivity_id', text), dueOn: text } satisfies ColumnsOf<
    QuoteTerms['subjectivities'][0]
  >,
});

const ownSubjectivities = table('own_subjectivities', {
  key: inOrder,
  values: { text, dueOn: text } satisfies ColumnsOf<QuoteTerms['ownSubjectivities'][0]>,
});

const buyBacks = table('buy_backs', {
  key: inOrder,
  values: { exclusionId: text, reason: text } satisfies ColumnsOf<QuoteTerms['buyBacks'][0]>,
});

/** The lists of the terms, in the order of the editor. */
export const termsLists: Readonly<Record<TermsList, Table>> = {
  parts: partTerms,
  taxes,
  subjectivities,
  ownSubjectivities,
  buyBacks,
};
