import { offerMove } from '#shared/deal/moves.ts';
import { OFFER_STATE_WORDS } from '#shared/deal/state-words.ts';
import type { OfferState } from '#shared/domain/deal-states.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import type { CaseId, QuoteId } from '#shared/domain/records.ts';
import { offerMovesTable } from '../assessments/deal-tables.ts';
import { caseKind } from '../assessments/record-kinds.ts';
import { type AuditAction, actorName, type ChangeStamp, changeRecords } from '../audit/audit.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { insertRow } from '../connection/table.ts';
import { offerMoveOf, offerStateOf, openOffersOf } from './case-state.ts';
import { mustHaveWhy, plainWords, type Why, whyInWords } from './enter-case-move.ts';

export interface OfferMoveToEnter extends Why {
  readonly caseId: CaseId;
  readonly quoteId: QuoteId;
  /** `BAL-2026-0001-K7QX2 version 1`. */
  readonly name: string;
  readonly to: OfferState;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** What the entry of the trail says; left out, reason and words. */
  readonly detail?: string;
}

const NEXT = `SELECT coalesce(max(sequence), 0) + 1 FROM offer_moves WHERE case_id = ?`;

// All of these run inside the transaction of their caller.

/** Opens the offer that an issued version is. Earlier ones that stand open are superseded, unless they are to stay open. */
export function openOffer(
  db: WorkbookDatabase,
  stamp: ChangeStamp,
  { keepsEarlierOpen, ...offer }: Omit<OfferMoveToEnter, 'to'> & { readonly keepsEarlierOpen: boolean },
): void {
  const earlier = openOffersOf(db, offer.caseId).filter(({ id }) => id !== offer.quoteId);
  if (!keepsEarlierOpen) {
    for (const { id, version } of earlier) {
      enterOfferMove(db, stamp, {
        caseId: offer.caseId,
        quoteId: id,
        name: offer.name.replace(/version \d+$/, `version ${version}`),
        to: 'superseded',
        detail: `Superseded by ${offer.name}.`,
      });
    }
  }
  writeOfferMove(db, stamp, {
    ...offer,
    to: 'open',
    ...(keepsEarlierOpen && earlier.length > 0 && { facts: { keepsEarlierOpen: true } }),
  });
}

/** Makes the move of an offer, with its entry in the trail. */
export function enterOfferMove(db: WorkbookDatabase, stamp: ChangeStamp, input: OfferMoveToEnter): void {
  const from = offerStateOf(db, input.quoteId);
  const legal = offerMove(from, input.to);
  if (legal === undefined) {
    throw fault(
      'conflict',
      `${input.name} is ${lowerFirst(OFFER_STATE_WORDS[from])}, which is final for an offer.`,
      'state',
    );
  }
  mustHaveWhy(legal, input);
  changeRecords(db, stamp, {
    records: [{ kind: caseKind, id: input.caseId }],
    change: () => {
      // An offer of a workbook of before offers moved: it was opened when it was issued.
      if (offerMoveOf(db, input.quoteId) === null) writeOfferMove(db, stamp, { ...input, ...ISSUED_BEFORE });
      writeOfferMove(db, stamp, input);
      return {
        action: actionOf(from, input.to),
        caseId: input.caseId,
        quoteId: input.quoteId,
        subjectOf: input.name,
        detail: input.detail ?? [OFFER_STATE_WORDS[input.to], ...whyInWords(input)].join(': '),
        facts: { ...input.facts },
      };
    },
  });
}

const ISSUED_BEFORE = {
  to: 'open',
  reason: null,
  words: null,
  facts: { isIssuedBefore: true, keepsEarlierOpen: true },
} as const;

const actionOf = (from: OfferState, to: OfferState): AuditAction => {
  if (to === 'open') return from === 'open' ? 'offer-countered' : 'offer-opened';
  return `offer-${to}`;
};

function writeOfferMove(db: WorkbookDatabase, stamp: ChangeStamp, input: OfferMoveToEnter): void {
  insertRow(db, offerMovesTable, {
    caseId: input.caseId,
    sequence: Number(prepared(db, NEXT).pluck().get(input.caseId)),
    quoteId: input.quoteId,
    fromState: offerMoveOf(db, input.quoteId),
    toState: input.to,
    at: stamp.now.toISOString(),
    actor: actorName(stamp.actor),
    profileId: stamp.profileId ?? null,
    reasonCode: input.reason?.id ?? null,
    words: plainWords(input.words),
    facts: JSON.stringify(input.facts ?? {}),
  });
}
