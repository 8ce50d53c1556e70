import {
  type AssessmentContent,
  assessmentContentSchema,
  type PartTerms,
  type QuoteTerms,
} from '#shared/domain/assessment-content.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { parseFailure } from '#shared/domain/parse-failure.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import { wellFormed } from '#shared/domain/well-formed.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { StoreFault } from '../connection/store-fault.ts';
import { insertRow, type Table, upsertRow } from '../connection/table.ts';
import {
  answers,
  declarations,
  exposures,
  incidentRegisters,
  incidents,
  subjectFacts,
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
  assessmentId: AssessmentId,
  before: AssessmentContent | null,
  content: AssessmentContent,
): readonly string[] {
  const changed: string[] = [];

  const put = (field: string, part: Table, old: Row | undefined, row: Row, key: Row = {}): void => {
    if (isSame(old, row)) return;
    changed.push(field);
    upsertRow(db, part, { assessmentId, ...key, ...row });
  };
  const putList = (
    field: string,
    part: Table,
    old: readonly Row[] | undefined,
    rows: readonly Row[],
  ): void => {
    if (isSame(old, rows)) return;
    changed.push(field);
    prepared(db, part.removeGroup).run(assessmentId);
    for (const [position, row] of rows.entries()) insertRow(db, part, { assessmentId, position, ...row });
  };
  const putKeyed = (field: string, part: Table, key: string, old: Keyed, rows: Keyed): void => {
    for (const [id, row] of rows) put(`${field}.${id}`, part, old.get(id), row, { [key]: id });
    for (const id of old.keys()) {
      if (rows.has(id)) continue;
      changed.push(`${field}.${id}`);
      prepared(db, part.remove).run({ assessmentId, [key]: id });
    }
  };

  put('subject', subjectFacts, before?.subject, content.subject);
  if (before !== null && before.asOf !== content.asOf) changed.push('asOf');
  if (before !== null && before.currency !== content.currency) changed.push('currency');
  put('exposures', exposures, before?.exposures, content.exposures);
  putKeyed('answers', answers, 'factorId', answersOf(before), answersOf(content));
  put('incidentRegister', incidentRegisters, before?.incidentRegister, content.incidentRegister);
  putList('incidents', incidents, before?.incidents, content.incidents);
  putKeyed('declarations', declarations, 'declarationId', declarationsOf(before), declarationsOf(content));
  put('terms', terms, before === null ? undefined : ownTerms(before.terms), ownTerms(content.terms));
  for (const [field, part] of Object.entries(termsLists)) {
    const list = field as keyof typeof termsLists;
    putList(
      `terms.${field}`,
      part,
      before === null ? undefined : listOf(before.terms, list),
      listOf(content.terms, list),
    );
  }
  return changed;
}

const isSame = (old: unknown, value: unknown): boolean =>
  old !== undefined && canonicalJson(old) === canonicalJson(value);

const answersOf = (content: AssessmentContent | null): Keyed =>
  new Map(Object.entries(content?.answers ?? {}));

const declarationsOf = (content: AssessmentContent | null): Keyed =>
  new Map(Object.entries(content?.declarations ?? {}).map(([id, state]) => [id, { state }]));

function ownTerms({ parts, taxes, subjectivities, ownSubjectivities, buyBacks, ...own }: QuoteTerms): Row {
  return own;
}

const listOf = (from: QuoteTerms, list: keyof typeof termsLists): readonly Row[] =>
  list === 'parts' ? from.parts.map(partRow) : from[list];

function partRow({ enteredRate, ...part }: PartTerms): Row {
  return {
    ...part,
    hasAverageClause: part.hasAverageClause === true,
    enteredRatePercent: enteredRate?.ratePercent ?? null,
    enteredRateReason: enteredRate?.reason ?? null,
  };
}
