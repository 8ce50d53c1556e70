import { type DealPaperKind, dealPaperTitle } from '#shared/deal/papers/deal-paper.ts';
import { CASE_STATES, type CaseState } from '#shared/domain/deal-states.ts';
import { openCasePaper } from '../state/dialogs.ts';
import type { NamedCommand } from './command.ts';

/** The papers of a case, each with the states of the case in which it may be made. */
export const PAPERS_OF_CASE: readonly {
  readonly kind: DealPaperKind;
  readonly states: readonly CaseState[];
}[] = [
  { kind: 'referral-memo', states: ['draft', 'in-review', 'referred', 'approved', 'quoted'] },
  { kind: 'missing-information', states: CASE_STATES.filter((state) => state !== 'cancelled') },
  { kind: 'decline-letter', states: ['declined'] },
  { kind: 'cover-schedule', states: ['bound'] },
];

/** Each paper of the open case by one command. */
export const paperCommands: readonly NamedCommand[] = PAPERS_OF_CASE.map(({ kind, states }) => ({
  id: `deal.paper.${kind}`,
  group: 'Deal',
  title: `${dealPaperTitle(kind)}…`,
  canRun: ({ draft, open }) =>
    draft !== null && open !== undefined && open !== null && states.includes(open.deal.state),
  run: () => openCasePaper(kind),
}));
