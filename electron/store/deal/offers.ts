import { signedLineProblem } from '#shared/deal/signed-line.ts';
import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { type IsoDate, localDay } from '#shared/domain/dates.ts';
import type { Acceptance, CounterOffer } from '#shared/domain/deal-records.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { listText } from '#shared/domain/list-text.ts';
import { offeredIds } from '#shared/domain/options.ts';
import { type AssessmentRecord, assessmentIdSchema, type QuoteId } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import { headOf } from '../assessments/assessment-head.ts';
import { assessmentRecord } from '../assessments/read-assessments.ts';
import type { ChangeStamp } from '../audit/audit.ts';
import { changing, type WorkbookDatabase } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { parsedJson, parsedRow } from '../connection/stored-values.ts';
import { quoteName, quoteRecord } from '../quotes/quote-record.ts';
import type { QuoteRecord } from '../quotes/quote-tables.ts';
import { mustBeAsIssued, quoteText } from '../quotes/read-quotes.ts';
import { caseStateOf, offerStateOf, openOffersOf } from './case-state.ts';
import { enterCaseMove, type GivenReason, mustBeLegal } from './enter-case-move.ts';
import { enterOfferMove } from './enter-offer-move.ts';
import { openBeforeBinding } from './subjectivities.ts';

interface OfOffer extends ChangeStamp {
  readonly quoteId: QuoteId;
}

/** Records what was asked for instead of an offer, which stays open. */
export function recordCounterOffer(
  db: WorkbookDatabase,
  input: OfOffer & { readonly counter: CounterOffer; readonly words: string },
): Result<AssessmentRecord> {
  return changing(db, () => {
    const record = offerToMove(db, input.quoteId);
    mustBeWithin(record, input.counter.on, input.now);
    const { by, on, how, option } = input.counter;
    enterOfferMove(db, input, {
      ...ofRecord(record),
      to: 'open',
      words: input.words,
      facts: { talk: input.counter },
      detail: `Counter-offer of ${by} on ${formatDate(on)}, ${how}, on option ${option}: ${input.words.trim()}`,
    });
    return assessmentRecord(db, record.assessmentId);
  });
}

/** Records that an offer was accepted, with the hash of the paper that was. */
export function acceptOffer(
  db: WorkbookDatabase,
  input: OfOffer & { readonly acceptance: Acceptance; readonly words: string | null },
): Result<AssessmentRecord> {
  return changing(db, () => {
    const record = offerToMove(db, input.quoteId);
    const { by, on, how, option, signedLinePercent } = input.acceptance;
    if (record.status !== 'quote') {
      throw fault(
        'conflict',
        `${quoteName(record)} is an indication, which binds nobody, so it cannot be accepted.`,
      );
    }
    mustBeWithin(record, on, input.now);
    if (on > record.validUntil) {
      throw fault(
        'invalid-input',
        `Accepted on: the offer was valid until ${formatDate(record.validUntil as IsoDate)}.`,
        'on',
      );
    }
    const content = acceptedContent(db, record);
    if (!offeredIds(content).some((id) => id === option)) {
      throw fault(
        'invalid-input',
        `Option: ${quoteName(record)} offers ${listText(offeredIds(content))}, not “${option}”.`,
        'option',
      );
    }
    const problem = signedLineProblem(signedLinePercent, content.terms);
    if (problem !== null) throw fault('invalid-input', problem, 'signedLinePercent');
    const line = signedLinePercent === null ? '' : `, signed line ${signedLinePercent} %`;
    enterOfferMove(db, input, {
      ...ofRecord(record),
      to: 'accepted',
      words: input.words,
      facts: { talk: { ...input.acceptance, paperSha256: record.pdfSha256 } },
      detail: `Accepted by ${by} on ${formatDate(on)}, ${how}, option ${option}${line}.`,
    });
    return assessmentRecord(db, record.assessmentId);
  });
}

/** Withdraws an offer. When it was the last firm one that stood open, its case is a draft again. */
export function withdrawOffer(
  db: WorkbookDatabase,
  input: OfOffer & { readonly reason: GivenReason | null; readonly words: string | null },
): Result<AssessmentRecord> {
  return changing(db, () => {
    const record = offerToMove(db, input.quoteId);
    enterOfferMove(db, input, {
      ...ofRecord(record),
      to: 'withdrawn',
      reason: input.reason,
      words: input.words,
    });
    const isLast = !openOffersOf(db, record.caseId).some(({ status }) => status === 'quote');
    if (record.status === 'quote' && isLast && caseStateOf(db, record.caseId) === 'quoted') {
      enterCaseMove(db, input, {
        caseId: record.caseId,
        assessmentId: record.assessmentId,
        name: quoteName(record),
        to: 'draft',
        words: 'Its last open offer was withdrawn.',
      });
    }
    return assessmentRecord(db, record.assessmentId);
  });
}

/** Binds the offer that was accepted, once everything is met that was to be met before. */
export function bindOffer(
  db: WorkbookDatabase,
  input: OfOffer & { readonly words: string | null },
): Result<AssessmentRecord> {
  return changing(db, () => {
    const record = offerToMove(db, input.quoteId);
    mustBeLegal(caseStateOf(db, record.caseId), 'bound', input);
    if (offerStateOf(db, record.id) !== 'accepted') {
      throw fault('conflict', `${quoteName(record)} is not accepted. Record the acceptance, then bind.`);
    }
    const open = openBeforeBinding(db, record);
    if (open.length > 0) {
      throw fault(
        'conflict',
        `${open.length === 1 ? 'A subjectivity that must be met before binding is open' : `${open.length} subjectivities that must be met before binding are open`}. Record each as met, or waive it.`,
        'subjectivities',
      );
    }
    enterCaseMove(db, input, {
      caseId: record.caseId,
      assessmentId: record.assessmentId,
      name: quoteName(record),
      to: 'bound',
      quoteId: record.id,
      words: input.words,
      facts: { pdfSha256: record.pdfSha256 },
    });
    return assessmentRecord(db, record.assessmentId);
  });
}

/** What the quote was issued of, as it is kept with it. */
const acceptedContent = (db: WorkbookDatabase, { id }: QuoteRecord): AssessmentContent =>
  parsedRow(db, {
    schema: assessmentContentSchema,
    row: parsedJson(quoteText(db, 'content', id)),
    what: 'the content of a quote',
  });

// What follows runs inside the transaction of its caller.

const ofRecord = (record: QuoteRecord) => ({
  caseId: record.caseId,
  quoteId: record.id,
  name: quoteName(record),
});

/** An issued quote as it was issued, of an assessment that can be read. */
function offerToMove(db: WorkbookDatabase, id: QuoteId): QuoteRecord {
  const record = quoteRecord(db, id);
  mustBeAsIssued(db, record);
  headOf(db, assessmentIdSchema.parse(record.assessmentId));
  return record;
}

function mustBeWithin({ issuedAt }: QuoteRecord, on: IsoDate, now: Date): void {
  if (on > localDay(now)) throw fault('invalid-input', 'On: this day is still to come.', 'on');
  if (on < issuedAt.slice(0, 10) && on < localDay(new Date(issuedAt))) {
    throw fault('invalid-input', 'On: the quote was issued after this day.', 'on');
  }
}
