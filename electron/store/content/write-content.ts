import {
  type AssessmentContent,
  assessmentContentSchema,
  type Incident,
  type PartTerms,
  type QuoteTerms,
  type Subject,
} from '#shared/domain/assessment-content.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { LINK_LISTS } from '#shared/domain/links.ts';
import { parseFailure } from '#shared/domain/parse-failure.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import { wellFormed } from '#shared/domain/well-formed.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { StoreFault } from '../connection/store-fault.ts';
import { insertRow, type Table, upsertRow } from '../connection/table.ts';
import {
  answers,
  CONTENT_SECTIONS,
  contentSections,
  declarations,
  exposures,
  incidentRegisters,
  incidents,
  subjectFacts,
  subjectLinks,
  TERMS_SECTIONS,
  terms,
  termsLists,
} from './content-tables.ts';

type Row = Readonly<Record<string, unknown>>;
type Keyed = ReadonlyMap<string, Row>;

/** The content as it will be stored; what does not fit its schema is refused with the field's name. */
export function checkedContent(content: AssessmentContent): AssessmentContent {
  const parsed = assessmentContentSchema.safeParse(wellFormed(content));
  if (parsed.success) return parsed.data;
  throw new StoreFault(parseFailure(parsed.error, content, assessmentContentSchema).failure);
}

/**
 * Writes the parts of `content` that differ from `before` (null: a new assessment, all of it) and returns what they are, in
 * the order of the editor: `subject`, `answers.cu-quorum`, `incidents`, `terms.parts` ... Inside the caller's transaction.
 */
export function writeContent(
  db: WorkbookDatabase,
  {
    assessmentId,
    before,
    content,
  }: {
    readonly assessmentId: AssessmentId;
    readonly before: AssessmentContent | null;
    readonly content: AssessmentContent;
  },
): readonly string[] {
  const changed: string[] = [];

  const put = ({
    field,
    part,
    old,
    row,
    key = {},
  }: {
    readonly field: string;
    readonly part: Table;
    readonly old: Row | undefined;
    readonly row: Row;
    readonly key?: Row;
  }): void => {
    if (isSame(old, row)) return;
    changed.push(field);
    upsertRow(db, part, { assessmentId, ...key, ...row });
  };
  const putList = ({
    field,
    part,
    old,
    rows,
  }: {
    readonly field: string;
    readonly part: Table;
    readonly old: readonly Row[] | undefined;
    readonly rows: readonly Row[];
  }): void => {
    if (isSame(old, rows)) return;
    changed.push(field);
    prepared(db, part.removeGroup).run(assessmentId);
    for (const [position, row] of rows.entries()) insertRow(db, part, { assessmentId, position, ...row });
  };
  const putKeyed = ({
    field,
    part,
    key,
    old,
    rows,
  }: {
    readonly field: string;
    readonly part: Table;
    readonly key: string;
    readonly old: Keyed;
    readonly rows: Keyed;
  }): void => {
    for (const [id, row] of rows)
      put({ field: `${field}.${id}`, part, old: old.get(id), row, key: { [key]: id } });
    for (const id of old.keys()) {
      if (rows.has(id)) continue;
      changed.push(`${field}.${id}`);
      prepared(db, part.remove).run({ assessmentId, [key]: id });
    }
  };

  const putSection = ({
    section,
    field,
    old,
    value,
  }: {
    readonly section: string;
    readonly field: string;
    readonly old: unknown;
    readonly value: unknown;
  }): void => {
    if (canonicalJson(old ?? null) === canonicalJson(value ?? null)) return;
    changed.push(field);
    const key = { assessmentId, section };
    if (value === undefined) prepared(db, contentSections.remove).run(key);
    else upsertRow(db, contentSections, { ...key, value: canonicalJson(value) });
  };

  put({
    field: 'subject',
    part: subjectFacts,
    old: before === null ? undefined : ownFacts(before.subject),
    row: ownFacts(content.subject),
  });
  putList({
    field: 'subject.links',
    part: subjectLinks,
    old: before === null ? undefined : linkRows(before.subject),
    rows: linkRows(content.subject),
  });
  if (before !== null && before.asOf !== content.asOf) changed.push('asOf');
  if (before !== null && before.currency !== content.currency) changed.push('currency');
  put({ field: 'exposures', part: exposures, old: before?.exposures, row: content.exposures });
  putKeyed({
    field: 'answers',
    part: answers,
    key: 'factorId',
    old: answersOf(before),
    rows: answersOf(content),
  });
  put({
    field: 'incidentRegister',
    part: incidentRegisters,
    old: before?.incidentRegister,
    row: content.incidentRegister,
  });
  putList({
    field: 'incidents',
    part: incidents,
    old: before?.incidents.map(incidentRow),
    rows: content.incidents.map(incidentRow),
  });
  putKeyed({
    field: 'declarations',
    part: declarations,
    key: 'declarationId',
    old: declarationsOf(before),
    rows: declarationsOf(content),
  });
  put({
    field: 'terms',
    part: terms,
    old: before === null ? undefined : ownTerms(before.terms),
    row: ownTerms(content.terms),
  });
  for (const [field, part] of Object.entries(termsLists)) {
    const list = field as keyof typeof termsLists;
    putList({
      field: `terms.${field}`,
      part,
      old: before === null ? undefined : listOf(before.terms, list),
      rows: listOf(content.terms, list),
    });
  }
  for (const section of TERMS_SECTIONS)
    putSection({
      section,
      field: `terms.${section}`,
      old: before?.terms[section],
      value: content.terms[section],
    });
  for (const section of CONTENT_SECTIONS)
    putSection({ section, field: section, old: before?.[section], value: content[section] });
  return changed;
}

const isSame = (old: unknown, value: unknown): boolean =>
  old !== undefined && canonicalJson(old) === canonicalJson(value);

const answersOf = (content: AssessmentContent | null): Keyed =>
  new Map(Object.entries(content?.answers ?? {}));

const declarationsOf = (content: AssessmentContent | null): Keyed =>
  new Map(Object.entries(content?.declarations ?? {}).map(([id, state]) => [id, { state }]));

function ownFacts({ custodians, vendors, chains, auditors, ...own }: Subject): Row {
  return own;
}

const linkRows = (subject: Subject): readonly Row[] =>
  LINK_LISTS.flatMap((kind) => (subject[kind] ?? []).map((name) => ({ kind, name })));

const incidentRow = (incident: Incident): Row => ({
  ...incident,
  datePrecision: incident.datePrecision ?? null,
  isNeverDisclosed: incident.isNeverDisclosed ?? null,
});

function ownTerms({
  parts,
  taxes,
  subjectivities,
  ownSubjectivities,
  buyBacks,
  brokeragePercent,
  contract,
  line,
  subjectivityTerms,
  ...own
}: QuoteTerms): Row {
  return own;
}

const listOf = (from: QuoteTerms, list: keyof typeof termsLists): readonly Row[] =>
  list === 'parts' ? from.parts.map(partRow) : from[list];

function partRow({ enteredRate, ...part }: PartTerms): Row {
  return {
    ...part,
    hasAverageClause: part.hasAverageClause ?? null,
    enteredRatePercent: enteredRate?.ratePercent ?? null,
    enteredRateReason: enteredRate?.reason ?? null,
  };
}
