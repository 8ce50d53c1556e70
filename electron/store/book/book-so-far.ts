import { z } from 'zod';
import { type BookSoFar, type CountedPaper, NO_BOOK } from '#shared/domain/accumulation.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { LINK_FIELDS, type LinkField, linkFieldSchema } from '#shared/domain/links.ts';
import { signedMinorSchema } from '#shared/domain/money.ts';
import { nameKey } from '#shared/domain/name-key.ts';
import { ourShareMinor } from '#shared/domain/our-share.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { prepared, reading, type WorkbookDatabase } from '../connection/database.ts';
import { parsedRow } from '../connection/stored-values.ts';
import { capacitiesIn } from './capacities.ts';

/**
 * The papers that count on a day: a quote until it is no longer valid and its period is over, an indication while it is
 * valid; none of a case that came to nothing, nor one that was withdrawn or superseded. The case of the assessment in hand is
 * left out: its next paper takes the place of the last.
 */
const COUNTED = `
SELECT q.assessment_id AS assessmentId, q.case_id AS caseId, q.reference, q.version, q.currency, f.group_name AS "group",
  (SELECT coalesce(sum(p.limit_minor), 0) FROM part_terms AS p WHERE p.assessment_id = q.assessment_id) AS limitMinor,
  (SELECT json_extract(s.value, '$.writtenPercent') FROM content_sections AS s
    WHERE s.assessment_id = q.assessment_id AND s.section = 'line') AS writtenPercent
FROM quotes AS q
JOIN terms AS t ON t.assessment_id = q.assessment_id
JOIN subject_facts AS f ON f.assessment_id = q.assessment_id
WHERE (
    q.valid_until >= @today
    OR (q.status = 'quote' AND date(t.period_start, '+' || t.period_days || ' days') > @today)
  )
  AND q.case_id IS NOT (SELECT case_id FROM assessments WHERE id = @assessmentId)
  AND coalesce((SELECT to_state FROM case_moves WHERE case_id = q.case_id ORDER BY sequence DESC LIMIT 1), 'quoted')
    NOT IN ('declined', 'not-taken-up', 'cancelled')
  AND coalesce((SELECT to_state FROM offer_moves WHERE quote_id = q.id ORDER BY sequence DESC LIMIT 1), 'open')
    NOT IN ('withdrawn', 'superseded')`;
const LINKS = `SELECT kind, name FROM subject_links WHERE assessment_id = ? ORDER BY position`;
const ALL_LINKS = `SELECT kind, name FROM subject_links UNION ALL SELECT 'group', group_name FROM subject_facts WHERE group_name IS NOT NULL`;

const rowSchema = z.object({
  assessmentId: z.string(),
  caseId: z.string(),
  reference: z.string(),
  version: z.number(),
  currency: z.string(),
  group: z.string().nullable(),
  limitMinor: signedMinorSchema,
  writtenPercent: z.number().nullable(),
});
const linkSchema = z.object({ kind: linkFieldSchema, name: z.string() });

type Names = Partial<Record<LinkField, string[]>>;

/**
 * The capacities, and of each other case the paper with the largest limits among those that count on `today`: at most one of
 * them can be bound. `assessmentId` is the one in hand; null where it is not in the workbook yet. Inside the caller's transaction.
 */
function bookSoFarIn(
  db: WorkbookDatabase,
  { assessmentId, today }: { readonly assessmentId: AssessmentId | null; readonly today: IsoDate },
): BookSoFar {
  const capacities = capacitiesIn(db);
  // Without a capacity nothing is compared.
  if (capacities.length === 0) return NO_BOOK;
  const papers = new Map<string, CountedPaper>();
  for (const row of prepared(db, COUNTED).all({ assessmentId, today })) {
    const read = parsedRow(db, { schema: rowSchema, row, what: 'an issued paper' });
    const { reference, version, currency } = read;
    const limitMinor = ourShareMinor(read.limitMinor, read.writtenPercent ?? 100);
    const other = papers.get(read.caseId);
    if (
      other !== undefined &&
      (other.limitMinor > limitMinor || (other.limitMinor === limitMinor && other.version > version))
    )
      continue;
    papers.set(read.caseId, { reference, version, currency, limitMinor, names: namesOf(db, read) });
  }
  return { capacities, papers: [...papers.values()] };
}

function namesOf(db: WorkbookDatabase, { assessmentId, group }: z.infer<typeof rowSchema>): Names {
  const names: Names = group === null ? {} : { group: [group] };
  for (const row of prepared(db, LINKS).all(assessmentId)) {
    const { kind, name } = parsedRow(db, { schema: linkSchema, row, what: 'a name that a subject shares' });
    names[kind] = [...(names[kind] ?? []), name];
  }
  return names;
}

/** As `bookSoFarIn`, by itself. */
export const bookSoFar = (
  db: WorkbookDatabase,
  asked: { readonly assessmentId: AssessmentId | null; readonly today: IsoDate },
): Result<BookSoFar> => reading(db, () => bookSoFarIn(db, asked));

/** The names that subjects of the workbook have in each field, each once however it is spelled, in alphabetical order. */
export function linkedNamesIn(db: WorkbookDatabase): Result<Record<LinkField, string[]>> {
  return reading(db, () => {
    const found = new Map(LINK_FIELDS.map((field) => [field, new Map<string, string>()]));
    for (const row of prepared(db, ALL_LINKS).all()) {
      const { kind, name } = parsedRow(db, { schema: linkSchema, row, what: 'a name that a subject shares' });
      found.get(kind)?.set(nameKey(name), name);
    }
    const sorted = (field: LinkField) =>
      [...(found.get(field)?.entries() ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
    return {
      group: sorted('group'),
      custodians: sorted('custodians'),
      vendors: sorted('vendors'),
      chains: sorted('chains'),
      auditors: sorted('auditors'),
    };
  });
}
