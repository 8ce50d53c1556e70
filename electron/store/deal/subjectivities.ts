import { subjectivityMove } from '#shared/deal/moves.ts';
import { SUBJECTIVITY_STATE_WORDS } from '#shared/deal/state-words.ts';
import type { SubjectivityState } from '#shared/domain/deal-states.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import type { AssessmentRecord, QuoteId } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { subjectivityMovesTable } from '../assessments/deal-tables.ts';
import { assessmentRecord } from '../assessments/read-assessments.ts';
import { subjectivitiesOfQuote } from '../assessments/read-deal.ts';
import { caseKind } from '../assessments/record-kinds.ts';
import { actorName, type ChangeStamp, changeRecords } from '../audit/audit.ts';
import { changing, prepared, type WorkbookDatabase } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { insertRow } from '../connection/table.ts';
import { quoteName, quoteRecord } from '../quotes/quote-record.ts';
import type { QuoteRecord } from '../quotes/quote-tables.ts';
import { mustBeAsIssued } from '../quotes/read-quotes.ts';
import { mustHaveWhy, plainWords, whyInWords } from './enter-case-move.ts';

const NEXT = `SELECT coalesce(max(sequence), 0) + 1 FROM subjectivity_moves WHERE case_id = ?`;

/** Records that a subjectivity of an issued quote is met or waived, or stands open again after all. */
export function moveSubjectivity(
  db: WorkbookDatabase,
  input: ChangeStamp & {
    readonly quoteId: QuoteId;
    /** The id of the model's, or `own-N`. */
    readonly subjectivity: string;
    readonly to: SubjectivityState;
    readonly words: string | null;
    /** What one of the model's says, for the history; one in own words says it itself. */
    readonly text: string;
  },
): Result<AssessmentRecord> {
  return changing(db, () => {
    const record = quoteRecord(db, input.quoteId);
    mustBeAsIssued(db, record);
    const found = subjectivitiesOfQuote(db, record).find(({ key }) => key === input.subjectivity);
    if (found === undefined) {
      throw fault('not-found', 'This quote has no such subjectivity.', 'subjectivity');
    }
    const legal = subjectivityMove(found.state, input.to);
    if (legal === undefined) {
      throw fault(
        'conflict',
        `This subjectivity is ${lowerFirst(SUBJECTIVITY_STATE_WORDS[found.state])}${found.state === input.to ? ' already' : ''}: it cannot become ${lowerFirst(SUBJECTIVITY_STATE_WORDS[input.to])}.`,
      );
    }
    mustHaveWhy(legal, input);
    changeRecords(db, input, {
      records: [{ kind: caseKind, id: record.caseId }],
      change: () => {
        insertRow(db, subjectivityMovesTable, {
          caseId: record.caseId,
          sequence: Number(prepared(db, NEXT).pluck().get(record.caseId)),
          quoteId: record.id,
          subjectivity: input.subjectivity,
          fromState: found.state,
          toState: input.to,
          at: input.now.toISOString(),
          actor: actorName(input.actor),
          profileId: input.profileId ?? null,
          words: plainWords(input.words),
        });
        return {
          action: 'subjectivity-moved',
          caseId: record.caseId,
          quoteId: record.id,
          subjectOf: quoteName(record),
          detail: [
            `${SUBJECTIVITY_STATE_WORDS[input.to]}: ${found.text ?? input.text}`,
            ...whyInWords(input),
          ].join(' '),
        };
      },
    });
    return assessmentRecord(db, record.assessmentId);
  });
}

/** The subjectivities of a quote that must be met before binding and are open. Inside the caller's transaction. */
export const openBeforeBinding = (db: WorkbookDatabase, record: QuoteRecord): readonly string[] =>
  subjectivitiesOfQuote(db, record)
    .filter(({ state, isBeforeBinding }) => state === 'open' && isBeforeBinding)
    .map(({ key }) => key);
