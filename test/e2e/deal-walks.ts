import type { Locator } from 'playwright-core';
import type { Keys } from './keys.ts';
import {
  as,
  button,
  command,
  confirmBy,
  type DialogWalk,
  imported,
  section,
  type Walker,
  writeWords,
} from './walk-steps.ts';
import { answerSaveDialog } from './workbench-driver.ts';

/** Referring is offered once it is judged. */
const referable = async (walker: Walker): Promise<void> => {
  await imported('weak-exchange.json')(walker);
  await walker.keys.page.getByRole('button', { name: 'Refer…' }).first().waitFor();
};
const giveReason =
  (letters: string, verb: string) =>
  async (keys: Keys, dialog: Locator): Promise<void> => {
    await keys.choose('Reason', letters, dialog);
    await keys.type('Note', 'As agreed by telephone.', dialog);
    await keys.button(verb, dialog);
  };
const issued = async (keys: Keys, dialog: Locator): Promise<void> => {
  await dialog
    .getByRole('button', { name: /^Issue (quote|as)/, disabled: false })
    .waitFor({ timeout: 60_000 });
  await keys.button(/^Issue (quote|as)/, dialog);
  await keys.page.getByRole('dialog', { name: /issued$/ }).waitFor({ timeout: 90_000 });
};
const referred = async (keys: Keys, dialog: Locator): Promise<void> => {
  await keys.type('Words for whoever approves', 'The client is known to us.', dialog);
  await keys.button('Refer', dialog);
};

const madeAs =
  (fileName: string, fillIn: (keys: Keys, dialog: Locator) => Promise<void> = async () => undefined) =>
  async (keys: Keys, dialog: Locator, { app, folder }: Walker): Promise<void> => {
    await answerSaveDialog(app, `${folder}/${fileName}`);
    await fillIn(keys, dialog);
    await dialog.locator('.quote-frame').waitFor();
    await keys.button('Make and save PDF', dialog);
    await dialog.waitFor({ state: 'detached', timeout: 60_000 });
  };

/** The dialogs of a deal, in the order in which one workbook lives through them. */
export const DEAL_WALKS: readonly DialogWalk[] = [
  {
    of: ['MoveCaseDialog'],
    title: 'Put in review',
    before: imported('lending-protocol.json'),
    open: command('Put in review'),
    confirm: confirmBy('Put in review'),
  },
  {
    of: ['MoveCaseDialog'],
    title: 'Decline',
    open: command('Decline'),
    confirm: giveReason('Outside', 'Decline'),
  },
  {
    of: ['CasePaperDialog'],
    title: 'Decline letter',
    open: command('Decline letter'),
    confirm: madeAs('decline.pdf', (keys, dialog) => keys.tick(/lies outside what we insure/, dialog)),
  },
  {
    of: ['MoveCaseDialog'],
    title: 'Reopen',
    open: command('Reopen'),
    confirm: writeWords('Note', 'The client has changed custodian.', 'Reopen'),
  },
  {
    of: ['ReferDialog'],
    title: 'Refer',
    before: referable,
    open: command('Refer'),
    confirm: referred,
  },
  {
    of: ['SendBackDialog'],
    title: 'Send back with questions',
    before: as('Hope'),
    open: command('Send back with questions'),
    confirm: writeWords('Questions', 'Who holds the third key?', 'Send back'),
  },
  {
    of: ['ReferDialog'],
    title: 'Refer',
    // Whoever sends back makes the draft to answer in, so that another one has to approve that.
    before: async (walker) => {
      await as('Ada')(walker);
      await referable(walker);
    },
    open: command('Refer'),
    confirm: referred,
  },
  {
    of: ['ApproveDialog'],
    title: 'Approve',
    before: as('Hope'),
    open: command('Approve'),
    confirm: writeWords('Conditions, one on each line', 'Hot under 8 %', 'Approve'),
  },
  {
    of: ['IssueDialog', 'IssuedDialog'],
    title: 'Issue quote',
    open: (keys) => keys.shortcut('Control+Enter'),
    confirm: issued,
  },
  {
    of: ['IssuedDocumentDialog'],
    title: /^BAL-.* v1$/,
    open: async (keys) => {
      await keys.press('Escape');
      await keys.page.getByRole('dialog', { name: /issued$/ }).waitFor({ state: 'detached' });
      await keys.shortcut('Control+p');
      await keys.page.locator('.quote-frame').waitFor();
    },
  },
  {
    of: ['CounterOfferDialog'],
    title: /^Counter-offer to/,
    before: section('Quotes and history'),
    open: button(/^Counter-offer…/),
    confirm: async (keys, dialog) => {
      await keys.type('What is asked for', 'A lower retention.', dialog);
      await keys.type('By whom', 'B. Broker', dialog);
      await keys.button('Record counter-offer', dialog);
    },
  },
  {
    of: ['IssueDialog', 'IssuedDialog'],
    title: 'Issue quote',
    open: (keys) => keys.shortcut('Control+Enter'),
    confirm: async (keys, dialog) => {
      await issued(keys, dialog);
      await keys.press('Escape');
    },
  },
  {
    of: ['AcceptDialog'],
    title: /^Acceptance of/,
    open: button(/^Accepted…/),
    confirm: async (keys, dialog) => {
      await keys.type('By whom', 'B. Broker', dialog);
      await keys.type('Signed line', '150', dialog);
      await keys.button('Record acceptance', dialog);
      await dialog.getByText(/Signed line holds an entry/).waitFor();
      await keys.type('Signed line', '100', dialog);
      await keys.button('Record acceptance', dialog);
    },
  },
  {
    of: ['SettleDialog'],
    title: 'Waive',
    open: button(/^Waive…/),
    confirm: writeWords('Note', 'The auditor has written to us.', 'Waive'),
  },
  {
    of: ['BindDialog'],
    title: /^Bind BAL/,
    open: button(/^Bind… BAL/),
    confirm: confirmBy('Bind'),
  },
  {
    of: ['CasePaperDialog'],
    title: 'Cover schedule',
    open: command('Cover schedule'),
    confirm: madeAs('schedule.pdf'),
  },
  {
    of: ['WithdrawDialog'],
    title: /^Withdraw BAL/,
    before: async (walker) => {
      const { keys } = walker;
      await imported('well-run-exchange.json')(walker);
      await keys.shortcut('Control+Enter');
      await issued(keys, keys.page.getByRole('dialog', { name: 'Issue quote' }));
      await keys.press('Escape');
      await keys.page.getByRole('dialog').waitFor({ state: 'detached' });
      await section('Quotes and history')(walker);
    },
    open: button(/^Withdraw…/),
    confirm: giveReason('T', 'Withdraw'),
  },
];
