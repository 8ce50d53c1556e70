import type { AssessmentSummary } from '#shared/domain/records.ts';
import { amount, type CsvCell, csvText } from './csv.ts';

interface Column {
  readonly title: string;
  readonly value: (row: AssessmentSummary) => CsvCell;
}

const COLUMNS: readonly Column[] = [
  { title: 'Subject', value: (row) => row.subjectName },
  { title: 'Subject type', value: (row) => row.subjectType },
  { title: 'Revision', value: (row) => row.revision },
  { title: 'State', value: (row) => row.state },
  { title: 'As of', value: (row) => row.asOf },
  { title: 'Score', value: (row) => row.overall },
  { title: 'Grade', value: (row) => row.grade },
  { title: 'Knocked out', value: (row) => (row.isKnockedOut ? 'yes' : 'no') },
  { title: 'Referrals', value: (row) => row.referralCount },
  { title: 'Currency', value: (row) => row.currency },
  { title: 'Quoted premium', value: (row) => amount(row.quotedMinor) },
  { title: 'Quote reference', value: (row) => row.latestQuote?.reference ?? null },
  { title: 'Quote version', value: (row) => row.latestQuote?.version ?? null },
  { title: 'Issued premium', value: (row) => amount(row.latestQuote?.quotedMinor) },
  { title: 'Quote issued at', value: (row) => row.latestQuote?.issuedAt ?? null },
  { title: 'Valid until', value: (row) => row.latestQuote?.validUntil ?? null },
  { title: 'Last changed', value: (row) => row.updatedAt },
  { title: 'Assessment id', value: (row) => row.id },
  { title: 'Case id', value: (row) => row.caseId },
];

/** The list of assessments as CSV, with a line of titles; those in the bin are left out. */
export const assessmentsCsv = (rows: readonly AssessmentSummary[]): string =>
  csvText([
    COLUMNS.map(({ title }) => title),
    ...rows.filter((row) => !row.isInBin).map((row) => COLUMNS.map(({ value }) => value(row))),
  ]);
