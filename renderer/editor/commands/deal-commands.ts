import { caseMove, mayBeIssued } from '#shared/deal/moves.ts';
import { offerShown } from '#shared/deal/state-shown.ts';
import type { CaseState } from '#shared/domain/deal-states.ts';
import type { QuoteSummary } from '#shared/domain/records.ts';
import { today } from '../../components/format/dates.ts';
import { type OfferDialog, openDialog, openMoveCase, openOffer } from '../state/dialogs.ts';
import type { Command, CommandFacts, NamedCommand } from './command.ts';
import { paperCommands } from './paper-commands.ts';

// What the table of moves allows now, each by one command. The dialogs are those of the editor, so that they are of what is open.

/** Whether the case of what is open may move there; an earlier revision moves nothing. */
const mayMove =
  (to: CaseState, from?: CaseState) =>
  ({ draft, open }: CommandFacts): boolean =>
    draft !== null &&
    open?.isLatestRevision === true &&
    (from === undefined || open.deal.state === from) &&
    caseMove(open.deal.state, to) !== undefined;

/** Whether a quote may be issued from it: a draft, or what was closed for that. */
export const mayIssue = ({ draft, open }: CommandFacts): boolean =>
  draft !== null && open?.isLatestRevision === true && mayBeIssued(open.deal.state);

/** The newest offer of the open case that stands so today. */
function offerThat(is: (quote: QuoteSummary) => boolean, { draft }: CommandFacts): QuoteSummary | null {
  return draft?.stored.quotes.filter(is).toSorted((a, b) => b.version - a.version)[0] ?? null;
}
const isOpen = ({ offerState, validUntil }: QuoteSummary): boolean =>
  offerShown({ state: offerState, validUntil }, today()) === 'open';
const isOpenQuote = (quote: QuoteSummary): boolean => quote.status === 'quote' && quote.offerState === 'open';
const isAccepted = ({ offerState }: QuoteSummary): boolean => offerState === 'accepted';

export const referCommand: NamedCommand = {
  id: 'deal.refer',
  group: 'Deal',
  title: 'Refer…',
  keys: ['mod+shift+r'],
  menu: 'file.quote',
  canRun: mayMove('referred'),
  run: () => openDialog('refer'),
};

export const approveCommand: NamedCommand = {
  id: 'deal.approve',
  group: 'Deal',
  title: 'Approve…',
  keys: ['mod+shift+a'],
  menu: 'file.quote',
  canRun: mayMove('approved'),
  run: () => openDialog('approve'),
};

export const sendBackCommand: NamedCommand = {
  id: 'deal.send-back',
  group: 'Deal',
  title: 'Send back with questions…',
  menu: 'file.quote',
  canRun: mayMove('draft', 'referred'),
  run: () => openDialog('send-back'),
};

export const reviewCommand: Command = {
  id: 'deal.review',
  group: 'Deal',
  title: ({ open }) => (open?.deal.state === 'in-review' ? 'Take out of review…' : 'Put in review…'),
  canRun: (facts) => mayMove('in-review')(facts) || mayMove('draft', 'in-review')(facts),
  run: ({ open }) => openMoveCase(open?.deal.state === 'in-review' ? 'draft' : 'in-review'),
};

export const declineCommand: NamedCommand = {
  id: 'deal.decline',
  group: 'Deal',
  title: 'Decline…',
  menu: 'file.quote',
  canRun: mayMove('declined'),
  run: () => openMoveCase('declined'),
};

export const notTakenUpCommand: NamedCommand = {
  id: 'deal.not-taken-up',
  group: 'Deal',
  title: 'Not taken up…',
  canRun: mayMove('not-taken-up'),
  run: () => openMoveCase('not-taken-up'),
};

export const cancelCaseCommand: NamedCommand = {
  id: 'deal.cancel',
  group: 'Deal',
  title: 'Cancel case…',
  takesAway: true,
  canRun: mayMove('cancelled'),
  run: () => openMoveCase('cancelled'),
};

export const reopenCommand: NamedCommand = {
  id: 'deal.reopen',
  group: 'Deal',
  title: 'Reopen…',
  canRun: (facts) => mayMove('draft', 'declined')(facts) || mayMove('draft', 'not-taken-up')(facts),
  run: () => openMoveCase('draft'),
};

/** A command about the newest offer of the case for which `is` holds. */
const ofOffer = (
  kind: OfferDialog['kind'],
  { title, is }: { readonly title: string; readonly is: (quote: QuoteSummary) => boolean },
): NamedCommand => ({
  id: `deal.${kind}`,
  group: 'Deal',
  title,
  canRun: (facts) => offerThat(is, facts) !== null,
  run: (facts) => {
    const quote = offerThat(is, facts);
    if (quote !== null) openOffer(kind, quote);
  },
});

const counterOfferCommand = ofOffer('counter-offer', { title: 'Record a counter-offer…', is: isOpen });
export const acceptCommand = ofOffer('accept', { title: 'Record acceptance…', is: isOpenQuote });
const withdrawCommand = ofOffer('withdraw', {
  title: 'Withdraw offer…',
  is: ({ offerState }) => offerState === 'open',
});
const bindLatest = ofOffer('bind', { title: 'Bind…', is: isAccepted });
export const bindCommand: NamedCommand = {
  ...bindLatest,
  menu: 'file.quote',
  canRun: (facts) => bindLatest.canRun?.(facts) === true && facts.open?.deal.state === 'quoted',
};

export const dealCommands: readonly Command[] = [
  referCommand,
  approveCommand,
  sendBackCommand,
  reviewCommand,
  counterOfferCommand,
  acceptCommand,
  withdrawCommand,
  bindCommand,
  notTakenUpCommand,
  declineCommand,
  reopenCommand,
  cancelCaseCommand,
  ...paperCommands,
];
