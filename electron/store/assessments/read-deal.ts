import { z } from 'zod';
import { subjectivityTermsSchema } from '#shared/domain/deal-content.ts';
import {
  caseMoveSchema,
  type DealRecord,
  offerMoveSchema,
  referralRecordSchema,
  type SubjectivityRecord,
} from '#shared/domain/deal-records.ts';
import type { SubjectivityState } from '#shared/domain/deal-states.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { parsedJson, parsedRow } from '../connection/stored-values.ts';
import { editorsOf } from './editors.ts';

const CASE_MOVES = `
SELECT from_state AS "from", to_state AS "to", at, actor, reason_code AS reasonCode, words,
  assessment_id AS assessmentId, quote_id AS quoteId
FROM case_moves WHERE case_id = ? ORDER BY sequence`;
const OFFER_MOVES = `
SELECT quote_id AS quoteId, from_state AS "from", to_state AS "to", at, actor, reason_code AS reasonCode, words,
  json_extract(facts, '$.talk') AS talk
FROM offer_moves WHERE case_id = ? ORDER BY sequence`;
const REFERRAL = `
SELECT assessment_id AS assessmentId, at, actor, profile_id AS profileId, words, json_extract(facts, '$.memo') AS memo
FROM case_moves WHERE case_id = ? AND to_state = 'referred' ORDER BY sequence DESC LIMIT 1`;
const QUOTES = `SELECT id, assessment_id AS assessmentId FROM quotes WHERE case_id = ? ORDER BY version`;
const OF_MODEL = `
SELECT subjectivity_id AS key, due_on AS dueOn FROM subjectivities WHERE assessment_id = ? ORDER BY position`;
const OWN = `
SELECT position, text, due_on AS dueOn FROM own_subjectivities WHERE assessment_id = ? ORDER BY position`;
const TERMS = `
SELECT value FROM content_sections WHERE assessment_id = ? AND section = 'subjectivityTerms'`;
const SUBJECTIVITY_MOVES = `
SELECT subjectivity, to_state AS state, at, actor, words FROM subjectivity_moves
WHERE quote_id = ? ORDER BY sequence`;

const storedReferralSchema = referralRecordSchema.extend({ memo: z.string().nullable() });
const storedOfferMoveSchema = offerMoveSchema.extend({ talk: z.string().nullable() });

/** A subjectivity of a quote, and whether it must be met before the quote is bound. */
type SubjectivityOfQuote = SubjectivityRecord & { readonly isBeforeBinding: boolean };

// All of these run inside the transaction of their caller.

/** What became of a case, but the approval that stands, which is judged beside it. */
export function dealOf(
  db: WorkbookDatabase,
  { caseId, assessmentId }: { readonly caseId: string; readonly assessmentId: string },
): Omit<DealRecord, 'approval'> {
  const referral = prepared(db, REFERRAL).get(caseId);
  return {
    moves: prepared(db, CASE_MOVES)
      .all(caseId)
      .map((row) => parsedRow(db, { schema: caseMoveSchema, row, what: 'a move of a case' })),
    offers: prepared(db, OFFER_MOVES)
      .all(caseId)
      .map((row) => {
        const { talk, ...rest } = parsedRow(db, {
          schema: storedOfferMoveSchema,
          row,
          what: 'a move of an offer',
        });
        const read = offerMoveSchema.shape.talk.safeParse(talk === null ? null : parsedJson(talk));
        return { ...rest, talk: read.data ?? null };
      }),
    subjectivities: quotesOf(db, caseId).flatMap((quote) =>
      subjectivitiesOfQuote(db, quote).map(({ isBeforeBinding, ...rest }) => rest),
    ),
    referral: referral === undefined ? null : referralFrom(db, referral),
    editors: [...editorsOf(db, assessmentId)],
  };
}

const quotesOf = (
  db: WorkbookDatabase,
  caseId: string,
): readonly { readonly id: string; readonly assessmentId: string }[] =>
  prepared(db, QUOTES).all(caseId) as { id: string; assessmentId: string }[];

function referralFrom(db: WorkbookDatabase, row: unknown): DealRecord['referral'] {
  const { memo, ...rest } = parsedRow(db, { schema: storedReferralSchema, row, what: 'a referral' });
  return { ...rest, memo: memo === null ? null : parsedJson(memo) };
}

const storedTermsSchema = z.record(z.string(), subjectivityTermsSchema.loose());

/** Who owes what for each subjectivity, by its key; none where the terms do not say or cannot be read. */
const subjectivityTermsOf = (db: WorkbookDatabase, assessmentId: string) =>
  storedTermsSchema.safeParse(parsedJson(String(prepared(db, TERMS).pluck().get(assessmentId) ?? '{}')))
    .data ?? {};

interface LastMove {
  readonly subjectivity: string;
  readonly state: SubjectivityState;
  readonly at: string;
  readonly actor: string;
  readonly words: string | null;
}

/** The subjectivities of an issued quote as they stand: the model's, then those in own words. */
export function subjectivitiesOfQuote(
  db: WorkbookDatabase,
  { id, assessmentId }: { readonly id: string; readonly assessmentId: string },
): readonly SubjectivityOfQuote[] {
  const last = new Map<string, LastMove>();
  for (const row of prepared(db, SUBJECTIVITY_MOVES).all(id) as readonly LastMove[])
    last.set(row.subjectivity, row);
  const own = prepared(db, OWN).all(assessmentId) as readonly {
    readonly position: number;
    readonly text: string;
    readonly dueOn: SubjectivityRecord['dueOn'];
  }[];
  const ofModel = prepared(db, OF_MODEL).all(assessmentId) as readonly {
    readonly key: string;
    readonly dueOn: SubjectivityRecord['dueOn'];
  }[];
  const terms = subjectivityTermsOf(db, assessmentId);
  const isBeforeBinding = new Set(Object.keys(terms).filter((key) => terms[key]?.when === 'before-binding'));
  const all = [
    ...ofModel.map(({ key, dueOn }) => ({ key, text: null, dueOn })),
    ...own.map(({ position, text, dueOn }) => ({ key: `own-${position + 1}`, text, dueOn })),
  ];
  return all.map((subjectivity) => {
    const move = last.get(subjectivity.key);
    return {
      quoteId: id,
      ...subjectivity,
      state: move?.state ?? 'open',
      last: move === undefined ? null : { at: move.at, actor: move.actor, words: move.words },
      isBeforeBinding: isBeforeBinding.has(subjectivity.key),
    };
  });
}
