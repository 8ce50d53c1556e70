import { inputsHash } from '#shared/domain/content-hash.ts';
import { formatMoney } from '#shared/domain/format-money.ts';
import { insuredName } from '#shared/domain/insured-name.ts';
import type {
  AssessmentFigures,
  AssessmentId,
  QuoteId,
  QuoteSummary,
  TrailHead,
} from '#shared/domain/records.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import type { LossCertificate } from '#shared/pricing/price-result.ts';
import type { PaperKind } from '#shared/quote/paper.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { fastSha256 } from '../../host/hash.ts';
import { type AssessmentHead, editableHead, headOf, mustBeAsClosed } from '../assessments/assessment-head.ts';
import { finaliseDraft } from '../assessments/finalise.ts';
import { caseKind } from '../assessments/record-kinds.ts';
import { actorName, type ChangeStamp, changeRecords, lastAuditEntry } from '../audit/audit.ts';
import { changing, type WorkbookDatabase } from '../connection/database.ts';
import { fault, StoreFault } from '../connection/store-fault.ts';
import { insertRow } from '../connection/table.ts';
import { caseStateOf, openOffersOf } from '../deal/case-state.ts';
import { enterCaseMove, mustBeLegal, writeCaseMove } from '../deal/enter-case-move.ts';
import { openOffer } from '../deal/enter-offer-move.ts';
import { mustKeepModel } from '../models/models.ts';
import { mustKeepWording } from '../models/wordings.ts';
import { offerHash } from '../quotes/offer-hash.ts';
import { quoteKind } from '../quotes/quote-kind.ts';
import { quoteName } from '../quotes/quote-record.ts';
import { quoteSummary } from '../quotes/quote-summaries.ts';
import {
  type QuoteRecord,
  quoteFilesTable,
  quotePapersTable,
  quoteRecordHash,
  quotesTable,
} from '../quotes/quote-tables.ts';
import { checkIssuable, type IssuableDocument, mustBePdf } from './issuable-document.ts';
import { giveReference, type LastIssued, referenceFor } from './references.ts';

/** A paper beside the broker's. */
export interface StoredPaper {
  readonly kind: PaperKind;
  readonly pdf: Uint8Array;
}

export interface QuoteInput extends ChangeStamp {
  readonly quoteId: QuoteId;
  readonly assessmentId: AssessmentId;
  /** Version of the assessment that the document was made from. */
  readonly version: number;
  /** Of the same content; used where issuing also finalises the assessment. */
  readonly figures: AssessmentFigures;
  readonly document: QuoteDocument;
  /** The paper that goes to the broker. */
  readonly pdf: Uint8Array;
  /** The other papers, by their kind. */
  readonly papers?: readonly StoredPaper[] | undefined;
  readonly engineVersion: string;
  readonly certificate: LossCertificate | null;
  /** Whether earlier versions that stand open are to stay open beside this one. */
  readonly keepsEarlierOpen?: boolean | undefined;
  /** What was issued in a state of this workbook that is no longer: its references are not given again. */
  readonly lastIssued?: LastIssued | undefined;
}

/**
 * Where the trail will stand when the offer of this document has been entered, if nothing else is entered before. Printed on
 * the paper, it ties the paper to the workbook's whole past and to its own premium: a trail that was written anew has
 * another hash there. Nothing is stored. `document` is without its trail head, which is not known before.
 */
export function foreseenHead(db: WorkbookDatabase, input: Omit<QuoteInput, 'pdf'>): Result<TrailHead> {
  let foreseen: TrailHead | undefined;
  const tried = changing(db, () => {
    enterOffer(db, issuableHead(db, input), input);
    foreseen = lastAuditEntry(db);
    throw new Undone();
  });
  if (foreseen !== undefined) return success(foreseen);
  return tried.ok ? failed('unexpected', 'The audit trail could not be read.') : tried;
}

/**
 * Issues a quote: finalises its assessment if that is a draft, gives the case its reference, enters the offer, stores
 * document, exact inputs and PDF with their hashes, and enters it all in the audit chain, in one transaction. Fails, with
 * nothing stored, if the document was made from another version, content or model, has another reference or hash, or names
 * a head at which the trail does not stand (`MOVED_ON`).
 */
export function issueQuote(db: WorkbookDatabase, input: QuoteInput): Result<QuoteSummary> {
  return changing(db, () => {
    const head = issuableHead(db, input);
    for (const pdf of [input.pdf, ...(input.papers ?? []).map((paper) => paper.pdf)]) mustBePdf(pdf);
    const document = enterOffer(db, head, input);
    const { trailHead } = input.document;
    if (trailHead !== undefined) {
      const { sequence, hash } = lastAuditEntry(db) ?? { sequence: 0, hash: '' };
      if (trailHead.sequence !== sequence || trailHead.hash !== hash) throw fault('conflict', MOVED_ON);
    }
    return storeQuote(db, { head, document, input });
  });
}

/** Something else was entered while the paper was printed; it is printed again. */
export const MOVED_ON =
  'Something else was entered in the workbook while the quote was being printed, so nothing was issued. Issue it again.';

class Undone extends StoreFault {
  constructor() {
    super(failed('cancelled', 'This was only tried.').failure);
  }
}

/** Enters the offer that a document makes, before the document itself is stored; returns the document as one to issue. */
function enterOffer(
  db: WorkbookDatabase,
  head: AssessmentHead,
  input: Omit<QuoteInput, 'pdf'>,
): IssuableDocument {
  const document = checkIssuable(head, input.document);
  mustKeepModel(db, document.model.hash);
  mustKeepWording(db, document.model);
  if (document.inputsHash !== inputsHash(document.content, document.model.hash)) {
    throw fault(
      'invalid-input',
      'The hash of its inputs on the quote is not that of its inputs.',
      'inputsHash',
    );
  }
  if (head.state === 'draft') finaliseDraft(db, head, { ...input, model: document.model });
  const year = Number(document.preparedAt.slice(0, 4));
  const expected = referenceFor(db, { caseId: head.caseId, year, lastIssued: input.lastIssued });
  if (document.reference !== expected.reference || document.version !== expected.version) {
    throw fault(
      'conflict',
      `Another quote was issued in the meantime: this one would be ${expected.reference} version ${expected.version}, not ${document.reference} version ${document.version}. Issue it again.`,
    );
  }
  changeRecords(db, input, {
    records: [{ kind: caseKind, id: head.caseId }],
    change: () => {
      giveReference(db, head.caseId, document.reference);
      enterIssue(db, head, { document, input });
      return {
        action: 'quote-prepared',
        caseId: head.caseId,
        assessmentId: head.id,
        quoteId: input.quoteId,
        subjectOf: quoteName(document),
        detail: `${formatMoney(document.price.quotedMinor, document.content.currency)} for ${insuredName(document.content)}.`,
        facts: {
          offerSha256: offerHash(JSON.stringify(document)),
          quotedMinor: document.price.quotedMinor,
          inputsHash: document.inputsHash,
        },
      };
    },
  });
  return document;
}

/** A firm quote moves its case; an indication binds nobody and moves nothing, but goes out only where a quote could. */
function enterIssue(
  db: WorkbookDatabase,
  { id, caseId }: AssessmentHead,
  { document, input }: { readonly document: IssuableDocument; readonly input: Omit<QuoteInput, 'pdf'> },
): void {
  if (document.status === 'quote') {
    writeCaseMove(db, input, {
      caseId,
      assessmentId: id,
      name: quoteName(document),
      to: 'quoted',
      quoteId: input.quoteId,
    });
    return;
  }
  mustBeLegal(caseStateOf(db, caseId), 'quoted', {});
}

/** A case whose only firm offer an indication has superseded is not quoted any more. */
function leaveQuoted(
  db: WorkbookDatabase,
  { id, caseId }: AssessmentHead,
  { document, input }: { readonly document: IssuableDocument; readonly input: ChangeStamp },
): void {
  if (document.status === 'quote' || caseStateOf(db, caseId) !== 'quoted') return;
  if (openOffersOf(db, caseId).some(({ status }) => status === 'quote')) return;
  const words = `Superseded by the indication ${quoteName(document)}.`;
  enterCaseMove(db, input, { caseId, assessmentId: id, name: quoteName(document), to: 'draft', words });
}

function issuableHead(db: WorkbookDatabase, input: Omit<QuoteInput, 'pdf'>): AssessmentHead {
  const head = headOf(db, input.assessmentId);
  if (head.state === 'draft') return editableHead(db, input.assessmentId, input.version);
  mustBeAsClosed(db, head);
  if (head.binnedAt !== null) {
    throw fault('conflict', `Revision ${head.revision} is in the bin. Restore it before issuing a quote.`);
  }
  if (head.version !== input.version) {
    throw fault('conflict', 'This assessment was finalised since the quote was prepared. Prepare it again.');
  }
  return head;
}

function storeQuote(
  db: WorkbookDatabase,
  {
    head,
    document,
    input,
  }: { readonly head: AssessmentHead; readonly document: IssuableDocument; readonly input: QuoteInput },
): QuoteSummary {
  const documentText = JSON.stringify(document);
  const certificate = JSON.stringify(input.certificate);
  const record: QuoteRecord = {
    id: input.quoteId,
    caseId: head.caseId,
    assessmentId: head.id,
    reference: document.reference,
    version: document.version,
    status: document.status,
    issuedAt: input.now.toISOString(),
    issuedBy: actorName(input.actor),
    validUntil: document.validUntil,
    quotedMinor: document.price.quotedMinor,
    currency: document.content.currency,
    grade: document.score.outcome.grade,
    paper: document.paper,
    modelHash: document.model.hash,
    engineVersion: input.engineVersion,
    inputsHash: document.inputsHash,
    documentSha256: sha256Hex(documentText),
    pdfSha256: fastSha256(input.pdf),
    pdfBytes: input.pdf.byteLength,
  };
  changeRecords(db, input, {
    records: [
      { kind: quoteKind, id: input.quoteId },
      { kind: caseKind, id: head.caseId },
    ],
    change: () => {
      insertRow(db, quotesTable, record);
      insertRow(db, quoteFilesTable, {
        quoteId: input.quoteId,
        content: JSON.stringify(document.content),
        certificate,
        document: documentText,
        pdf: input.pdf,
      });
      for (const { kind, pdf } of input.papers ?? [])
        insertRow(db, quotePapersTable, {
          quoteId: input.quoteId,
          kind,
          sha256: fastSha256(pdf),
          paper: pdf,
        });
      openOffer(db, input, {
        caseId: head.caseId,
        quoteId: input.quoteId,
        name: quoteName(document),
        keepsEarlierOpen: input.keepsEarlierOpen === true,
      });
      return {
        action: 'quote-issued',
        caseId: head.caseId,
        assessmentId: head.id,
        quoteId: input.quoteId,
        subjectOf: quoteName(document),
        detail: `${document.status === 'quote' ? 'Quote' : 'Indication'} issued to ${insuredName(document.content)}.`,
        facts: {
          recordHash: quoteRecordHash(record),
          inputsHash: record.inputsHash,
          documentSha256: record.documentSha256,
          pdfSha256: record.pdfSha256,
          certificateSha256: sha256Hex(certificate),
        },
      };
    },
  });
  leaveQuoted(db, head, { document, input });
  return quoteSummary(db, input.quoteId);
}
