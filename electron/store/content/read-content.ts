import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { parsedJson, parsedRow } from '../connection/stored-values.ts';
import { fromStored, type Table } from '../connection/table.ts';
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

/** What the assessment's own row says of its content. */
interface ContentHead {
  readonly id: AssessmentId;
  readonly asOf: string;
  readonly currency: string;
}

/** The content of an assessment, from its rows; rows that do not fit the schema are a failure. */
export function readContent(db: WorkbookDatabase, { id, asOf, currency }: ContentHead): AssessmentContent {
  const rows = (part: Table): readonly Row[] =>
    prepared(db, part.group)
      .all(id)
      .map((row) => fromStored(part, row as Row));
  const one = (part: Table): Row | null => rows(part)[0] ?? null;
  const list = (part: Table): readonly Row[] => rows(part).map(({ position, ...row }) => row);
  const ownTerms = one(terms);
  const sections = new Map(
    rows(contentSections).map(({ section, value }) => [String(section), parsedJson(String(value))]),
  );
  const given = (names: readonly string[]): Row =>
    Object.fromEntries(names.flatMap((name) => (sections.has(name) ? [[name, sections.get(name)]] : [])));
  const candidate = {
    subject: subjectOf(one(subjectFacts), list(subjectLinks)),
    asOf,
    currency,
    exposures: one(exposures),
    answers: Object.fromEntries(rows(answers).map(({ factorId, ...answer }) => [factorId, answer])),
    incidentRegister: one(incidentRegisters),
    incidents: list(incidents).map(incidentOf),
    declarations: Object.fromEntries(
      rows(declarations).map(({ declarationId, state }) => [declarationId, state]),
    ),
    terms: ownTerms && {
      ...ownTerms,
      parts: list(termsLists.parts).map(partOf),
      taxes: list(termsLists.taxes),
      subjectivities: list(termsLists.subjectivities),
      ownSubjectivities: list(termsLists.ownSubjectivities),
      buyBacks: list(termsLists.buyBacks),
      ...given(TERMS_SECTIONS),
    },
    ...given(CONTENT_SECTIONS),
  };
  return parsedRow(db, { schema: assessmentContentSchema, row: candidate, what: 'an assessment' });
}

/** A list without names is left out, as content has it. */
function subjectOf(facts: Row | null, links: readonly Row[]): Row | null {
  if (facts === null) return null;
  const lists = new Map<string, unknown[]>();
  for (const { kind, name } of links) lists.set(String(kind), [...(lists.get(String(kind)) ?? []), name]);
  return { ...facts, ...Object.fromEntries(lists) };
}

/** What is left out of content where it is not given. */
function incidentOf({ datePrecision, isNeverDisclosed, ...incident }: Row): Row {
  return {
    ...incident,
    ...(datePrecision === null ? {} : { datePrecision }),
    ...(isNeverDisclosed === null ? {} : { isNeverDisclosed }),
  };
}

function partOf({ enteredRatePercent, enteredRateReason, hasAverageClause, ...part }: Row): Row {
  const enteredRate =
    enteredRatePercent === null ? null : { ratePercent: enteredRatePercent, reason: enteredRateReason };
  return { ...part, ...(hasAverageClause === true ? { hasAverageClause } : {}), enteredRate };
}
