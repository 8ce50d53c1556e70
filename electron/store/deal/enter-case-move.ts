import { type CaseMove, caseMove } from '#shared/deal/moves.ts';
import { CASE_IS } from '#shared/deal/state-words.ts';
import type { CaseState } from '#shared/domain/deal-states.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import type { AssessmentId, CaseId, QuoteId } from '#shared/domain/records.ts';
import { caseMovesTable } from '../assessments/deal-tables.ts';
import { caseKind } from '../assessments/record-kinds.ts';
import { type AuditAction, actorName, type ChangeStamp, changeRecords } from '../audit/audit.ts';
import { prepared, type WorkbookDatabase } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { insertRow } from '../connection/table.ts';
import { caseStateOf } from './case-state.ts';

/** A reason from the list of its kind, and words beside it. */
export interface Why {
  readonly reason?: GivenReason | null | undefined;
  readonly words?: string | null | undefined;
}

export interface GivenReason {
  readonly id: string;
  readonly label: string;
  readonly needsNote: boolean;
}

export interface CaseMoveToEnter extends Why {
  readonly caseId: CaseId;
  readonly assessmentId: AssessmentId;
  /** What the entry of the trail is about, in words: "Northwind Exchange, revision 2". */
  readonly name: string;
  readonly to: CaseState;
  readonly quoteId?: QuoteId;
  readonly facts?: Readonly<Record<string, unknown>>;
}

const NEXT = `SELECT coalesce(max(sequence), 0) + 1 FROM case_moves WHERE case_id = ?`;

const ACTIONS: Readonly<Partial<Record<CaseState, AuditAction>>> = {
  referred: 'case-referred',
  approved: 'case-approved',
  bound: 'case-bound',
  declined: 'case-declined',
  'not-taken-up': 'case-not-taken-up',
  cancelled: 'case-cancelled',
};

/** The words as they are stored: without blanks around, null when there are none. */
export const plainWords = (words: string | null | undefined): string | null => {
  const trimmed = words?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
};

/** Fails with one sentence unless the move is legal, and has the reason and the words that it needs. */
export function mustBeLegal(from: CaseState, to: CaseState, { reason, words }: Why): CaseMove {
  const legal = caseMove(from, to);
  if (legal === undefined) {
    const again = from === to ? ' already' : '';
    throw fault(
      'conflict',
      `This case is ${CASE_IS[from]}${again}: it cannot become ${CASE_IS[to]}.`,
      'state',
    );
  }
  mustHaveWhy(legal, { reason, words });
  return legal;
}

/** Fails with one sentence unless a move has the reason and the words that it needs. */
export function mustHaveWhy(
  legal: { readonly name: string; readonly reason: string | null; readonly words: string | null },
  { reason, words }: Why,
): void {
  const name = lowerFirst(legal.name);
  if (legal.reason !== null && (reason ?? null) === null) {
    throw fault('invalid-input', `Reason: choose one from the list for “${name}”.`, 'reason');
  }
  const note = plainWords(words);
  if (reason?.needsNote === true && note === null) {
    throw fault('invalid-input', `Note: “${reason.label}” needs the reason in words.`, 'words');
  }
  if (legal.words !== null && note === null) {
    throw fault('invalid-input', `Note: write the ${legal.words} of “${name}”.`, 'words');
  }
  if (note !== null && note.length > LONGEST_WORDS) {
    throw fault('invalid-input', `Note: must not be longer than ${LONGEST_WORDS} characters.`, 'words');
  }
}

const LONGEST_WORDS = 4000;

/**
 * Writes the move of a case that `mustBeLegal` allows, without an entry of its own in the trail: the caller's entry binds
 * the case. Inside the caller's transaction.
 */
export function writeCaseMove(db: WorkbookDatabase, stamp: ChangeStamp, input: CaseMoveToEnter): CaseMove {
  const { caseId, to } = input;
  const from = caseStateOf(db, caseId);
  const legal = mustBeLegal(from, to, input);
  const isSigned = to === 'referred' || to === 'approved';
  if (isSigned && stamp.profileId === undefined) {
    throw fault(
      'not-ready',
      `Say who you are first (“You are …”): “${lowerFirst(legal.name)}” is done by a person.`,
    );
  }
  insertRow(db, caseMovesTable, {
    caseId,
    sequence: Number(prepared(db, NEXT).pluck().get(caseId)),
    fromState: from,
    toState: to,
    at: stamp.now.toISOString(),
    actor: actorName(stamp.actor),
    profileId: stamp.profileId ?? null,
    assessmentId: input.assessmentId,
    quoteId: input.quoteId ?? null,
    reasonCode: input.reason?.id ?? null,
    words: plainWords(input.words),
    facts: JSON.stringify(input.facts ?? {}),
  });
  return legal;
}

/** As `writeCaseMove`, with its entry in the trail. */
export function enterCaseMove(db: WorkbookDatabase, stamp: ChangeStamp, input: CaseMoveToEnter): void {
  changeRecords(db, stamp, {
    records: [{ kind: caseKind, id: input.caseId }],
    change: () => {
      const legal = writeCaseMove(db, stamp, input);
      const isSentBack = legal.from === 'referred' && legal.to === 'draft';
      return {
        action: isSentBack ? 'case-sent-back' : (ACTIONS[legal.to] ?? 'case-moved'),
        caseId: input.caseId,
        assessmentId: input.assessmentId,
        ...(input.quoteId !== undefined && { quoteId: input.quoteId }),
        subjectOf: input.name,
        detail: [`From ${CASE_IS[legal.from]} to ${CASE_IS[legal.to]}.`, ...whyInWords(input)].join(' '),
        facts: { ...input.facts },
      };
    },
  });
}

const closed = (sentence: string): string => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`);

/** Reason and words of a move as sentences for the history. */
export const whyInWords = ({ reason, words }: Why): readonly string[] => {
  const note = plainWords(words);
  return [
    ...(reason === null || reason === undefined ? [] : [closed(reason.label)]),
    ...(note === null ? [] : [closed(note)]),
  ];
};
