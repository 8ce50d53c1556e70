import {
  type AssessmentId,
  type AssessmentRecord,
  type AssessmentSummary,
  assessmentRecordSchema,
  assessmentSummarySchema,
  type DamagedAssessment,
} from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { historyOfCase } from '../audit/audit.ts';
import { prepared, reading, type WorkbookDatabase } from '../connection/database.ts';
import { parsedRow } from '../connection/stored-values.ts';
import { type ExpandedRow, fromStored } from '../connection/table.ts';
import { terms as termsTable } from '../content/content-tables.ts';
import { readContent } from '../content/read-content.ts';
import { isRecordAsIssued, quoteName } from '../quotes/quote-record.ts';
import { LATEST_QUOTE, quotesOfCase, SUMMARY_COLUMNS } from '../quotes/quote-summaries.ts';
import { approvalOf, type StandingApproval } from './approvals.ts';
import { type AssessmentHead, headOf, mustBeAsClosed, noSuchAssessment } from './assessment-head.ts';
import { assessmentsTable } from './assessment-tables.ts';
import { CASE_FACTS, caseFactsFrom } from './case-facts.ts';
import { dealOf } from './read-deal.ts';

const HISTORY_LENGTH = 200;

// A revision is the latest when no later one of its case lies outside the bin.
const SUMMARY = `
SELECT ${assessmentsTable.select('a', Object.keys(assessmentSummarySchema.shape))}, c.subject_id AS subjectId,
  s.name AS subjectName, s.legal_name AS legalName, s.type AS subjectType, ${termsTable.select('t', ['insured', 'broker'])},
  NOT EXISTS (
    SELECT 1 FROM assessments AS later
    WHERE later.case_id = a.case_id AND later.revision > a.revision AND later.binned_at IS NULL
  ) AS isLatestRevision,
  a.binned_at IS NOT NULL AS isInBin, ${CASE_FACTS}, ${SUMMARY_COLUMNS}
FROM assessments AS a
JOIN cases AS c ON c.id = a.case_id
JOIN subject_facts AS s ON s.assessment_id = a.id
LEFT JOIN terms AS t ON t.assessment_id = a.id
${LATEST_QUOTE}`;

const SUMMARIES = `${SUMMARY} ORDER BY a.updated_at DESC, a.id`;
const NAMES = `
SELECT a.id, a.revision, s.name FROM assessments AS a LEFT JOIN subject_facts AS s ON s.assessment_id = a.id`;
const SUMMARY_OF_ASSESSMENT = `${SUMMARY} WHERE a.id = ?`;

const revisionSchema = assessmentRecordSchema.shape.revisions.element;
const REVISIONS_OF_CASE = `
SELECT ${assessmentsTable.select('assessments', Object.keys(revisionSchema.shape))}
FROM assessments WHERE case_id = ? ORDER BY revision`;

/**
 * Every assessment that can be read, those in the bin included and marked, the most recently changed first. One that cannot
 * be read, or whose quote is not as it was issued, is left to `damagedAssessments`: it must not take the list down.
 */
export function listAssessments(db: WorkbookDatabase): Result<AssessmentSummary[]> {
  return reading(db, () => readableSummaries(db).filter((summary) => hasSoundQuote(db, summary)));
}

const hasSoundQuote = (db: WorkbookDatabase, { latestQuote }: AssessmentSummary): boolean =>
  latestQuote === null || isRecordAsIssued(db, latestQuote.id);

/** The assessments that the list cannot show, named as far as they can be. Inside the caller's transaction. */
export function damagedAssessments(db: WorkbookDatabase): readonly DamagedAssessment[] {
  const quotesAltered = readableSummaries(db)
    .filter((summary) => !hasSoundQuote(db, summary))
    .map(({ id, subjectName, revision, latestQuote }) => ({
      id,
      name: `${subjectName}, revision ${revision}${latestQuote === null ? '' : ` (its quote ${quoteName(latestQuote)})`}`,
    }));
  return [...unreadableAssessments(db), ...quotesAltered];
}

/** As `damagedAssessments`, those alone of which the assessment itself cannot be read. */
export function unreadableAssessments(db: WorkbookDatabase): readonly DamagedAssessment[] {
  const readable = new Set<string>(readableSummaries(db).map(({ id }) => id));
  return (prepared(db, NAMES).all() as readonly { id: unknown; name: unknown; revision: unknown }[])
    .filter(({ id }) => !readable.has(String(id)))
    .map(({ id, name, revision }) => ({
      id: String(id),
      name: `${typeof name === 'string' ? name : 'An assessment without a name'}, revision ${String(revision)}`,
    }));
}

function readableSummaries(db: WorkbookDatabase): AssessmentSummary[] {
  return prepared(db, SUMMARIES)
    .expand()
    .all()
    .flatMap((row) => {
      const read = assessmentSummarySchema.safeParse(summaryRow(row));
      return read.success ? [read.data] : [];
    });
}

/** One assessment whole, with the revisions and quotes of its case and the newest entries of its history. */
export function getAssessment(db: WorkbookDatabase, id: AssessmentId): Result<AssessmentRecord> {
  return reading(db, () => assessmentRecord(db, id));
}

// What follows runs inside the transaction of its caller.

/** As `getAssessment`. */
export function assessmentRecord(db: WorkbookDatabase, id: AssessmentId): AssessmentRecord {
  const head = headOf(db, id);
  mustBeAsClosed(db, head);
  return {
    summary: summaryOf(db, id),
    content: readContent(db, head),
    version: head.version,
    modelId: head.modelId,
    modelHash: head.modelHash,
    revisions: prepared(db, REVISIONS_OF_CASE)
      .all(head.caseId)
      .map((row) => parsedRow(db, { schema: revisionSchema, row, what: 'a revision' })),
    quotes: quotesOfCase(db, head.caseId),
    deal: dealRecord(db, head),
    history: historyOfCase(db, head.caseId, HISTORY_LENGTH),
  };
}

const approvalAsRecord = ({ printed, cleared }: StandingApproval) => ({
  ...printed,
  conditions: [...printed.conditions],
  cleared: [...cleared],
});

function dealRecord(db: WorkbookDatabase, head: AssessmentHead): AssessmentRecord['deal'] {
  const approval = approvalOf(db, head);
  return {
    ...dealOf(db, { caseId: head.caseId, assessmentId: head.id }),
    approval: approval === null ? null : approvalAsRecord(approval),
  };
}

export function summaryOf(db: WorkbookDatabase, id: AssessmentId): AssessmentSummary {
  const row = prepared(db, SUMMARY_OF_ASSESSMENT).expand().get(id);
  if (row === undefined) throw noSuchAssessment(db);
  return summaryFrom(db, row);
}

const summaryFrom = (db: WorkbookDatabase, row: unknown): AssessmentSummary =>
  parsedRow(db, { schema: assessmentSummarySchema, row: summaryRow(row), what: 'an assessment' });

/** `row` holds its columns by the table that they are from (`expand`), and what SQL computed under `$`. */
function summaryRow(row: unknown): unknown {
  const { assessments, cases, subject_facts, terms, quotes, models, $: computed } = row as ExpandedRow;
  return {
    ...fromStored(assessmentsTable, assessments),
    ...cases,
    ...subject_facts,
    ...terms,
    isLatestRevision: computed.isLatestRevision === 1,
    isInBin: computed.isInBin === 1,
    deal: caseFactsFrom(computed),
    latestQuote: quotes.id === null ? null : { ...quotes, ...models, offerState: computed.offerState },
  };
}
