import { z } from 'zod';
import { isoDateSchema } from '#shared/domain/dates.ts';
import { caseFactsSchema, type DiaryCase, diaryCaseSchema } from '#shared/domain/deal-records.ts';
import type { Result } from '#shared/domain/result.ts';
import { CASE_FACTS, caseFactsFrom } from '../assessments/case-facts.ts';
import { subjectivitiesOfQuote } from '../assessments/read-deal.ts';
import { prepared, reading, type WorkbookDatabase } from '../connection/database.ts';
import { OFFER_STATE } from '../quotes/quote-summaries.ts';

// The newest revision outside the bin of each case that is quoted or bound: what is open there has a day.
const CASES = `
SELECT * FROM (
  SELECT a.case_id AS caseId, a.id AS assessmentId, s.name AS subjectName, a.grade, a.as_of AS asOf, ${CASE_FACTS}
  FROM assessments AS a JOIN subject_facts AS s ON s.assessment_id = a.id
  WHERE a.binned_at IS NULL AND a.revision = (
    SELECT max(newest.revision) FROM assessments AS newest
    WHERE newest.case_id = a.case_id AND newest.binned_at IS NULL
  )
) WHERE caseState IN ('quoted', 'bound') ORDER BY subjectName, caseId`;
const QUOTES = `
SELECT q.id, q.assessment_id AS assessmentId, q.reference, q.version, q.status, q.valid_until AS validUntil,
  ${OFFER_STATE} AS state
FROM quotes AS q WHERE q.case_id = ? ORDER BY q.version`;

const rowSchema = z.object({
  caseId: z.string(),
  assessmentId: z.string(),
  subjectName: z.string(),
  grade: z.string().nullable(),
  asOf: isoDateSchema,
});
const quoteRowSchema = z.object({
  id: z.string(),
  assessmentId: z.string(),
  reference: z.string(),
  version: z.number(),
  status: z.string(),
  validUntil: isoDateSchema,
  state: diaryCaseSchema.shape.offers.element.shape.state,
});

/**
 * The cases that the diary is made from, as they are stored; `textOf` gives the words of a subjectivity of the model. A row
 * that cannot be read is left out: the check of the workbook names it.
 */
export function diaryCases(
  db: WorkbookDatabase,
  textOf: (subjectivityId: string) => string,
): Result<DiaryCase[]> {
  return reading(db, () =>
    prepared(db, CASES)
      .all()
      .flatMap((row) => {
        const read = rowSchema.safeParse(row).data;
        const facts = caseFactsSchema.safeParse(caseFactsFrom(row as Readonly<Record<string, unknown>>)).data;
        return read === undefined || facts === undefined ? [] : [diaryCase(db, { read, facts, textOf })];
      }),
  );
}

function diaryCase(
  db: WorkbookDatabase,
  {
    read: { caseId, assessmentId, subjectName, grade, asOf },
    facts,
    textOf,
  }: {
    readonly read: z.infer<typeof rowSchema>;
    readonly facts: DiaryCase['facts'];
    readonly textOf: (subjectivityId: string) => string;
  },
): DiaryCase {
  const quotes = prepared(db, QUOTES)
    .all(caseId)
    .flatMap((row) => quoteRowSchema.safeParse(row).data ?? [])
    .filter(({ status }) => status === 'quote');
  const standing = quotes.filter(({ state }) => state === 'open' || state === 'accepted');
  return {
    caseId,
    assessmentId,
    subjectName,
    grade,
    facts,
    judgedOn: facts.state === 'bound' ? asOf : null,
    offers: quotes.map(({ reference, version, state, validUntil }) => ({
      name: `${reference} version ${version}`,
      state,
      validUntil,
    })),
    subjectivities: standing.flatMap((quote) =>
      subjectivitiesOfQuote(db, quote).flatMap(({ key, text, dueOn, state }) =>
        dueOn === null ? [] : [{ text: text ?? textOf(key), dueOn, state }],
      ),
    ),
  };
}
