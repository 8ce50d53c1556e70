import type { RunningApp } from '#test/support/electron-launch.ts';
import { libraryPackIn } from './dialog-files.ts';
import type { Keys } from './keys.ts';
import { button, command, confirmBy, type DialogWalk, heading, imported, page } from './walk-steps.ts';

const LONG = `${'Donaudampfschifffahrtsgesellschaft und Söhne '.repeat(2).slice(0, 76)} Ltd.`;
const PASSPHRASE = 'a long passphrase';

const firstOfLibrary = async (keys: Keys): Promise<void> => {
  await keys.to(keys.page.getByRole('grid', { name: 'Incident library' }).locator('tr[data-row]').first());
  await keys.press('Enter');
};
const resized = async ({ electron, page: shown }: RunningApp, width: number): Promise<void> => {
  await electron.evaluate(
    ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to, 800),
    width,
  );
  await shown.waitForFunction((to) => window.innerWidth === to, width);
};

/** The dialogs of the window, of who works in it, of the incident library and of a draft. */
export const WINDOW_WALKS: readonly DialogWalk[] = [
  {
    of: ['FirstStartDialog'],
    title: 'Who are you, and for which insurer?',
    open: command('Say who you are'),
    confirm: async (keys, dialog) => {
      await keys.type('Your name', 'Hope Reed', dialog);
      await keys.choose('Role', 'Head', dialog);
      await keys.type('Insurer’s name', LONG, dialog);
      await keys.press('Enter');
    },
  },
  {
    of: ['Palette'],
    title: 'Command palette',
    open: (keys) => keys.shortcut('Control+k'),
    confirm: async (keys) => {
      await keys.page.keyboard.type('Settings');
      await keys.press('Enter');
      await heading(keys, 'Settings');
    },
  },
  { of: ['ShortcutSheet'], title: 'Keyboard shortcuts', open: (keys) => keys.shortcut('Control+/') },
  {
    of: ['PersonDialog'],
    title: 'Add a person',
    before: page('Settings'),
    open: button('Add a person…'),
    confirm: async (keys, dialog) => {
      await keys.type('Name', 'Ada Vance', dialog);
      await keys.choose('Role', 'Underwriter', dialog);
      await keys.type('Our line up to', 'ten', dialog);
      await keys.button('Add person', dialog);
      await dialog.getByText(/Our line up to holds an entry/).waitFor();
      await keys.type('Our line up to', '10m', dialog);
      await keys.tick('Cover begins before today', dialog);
      await keys.button('Add person', dialog);
    },
  },
  {
    of: ['PassphraseDialog'],
    title: 'Passphrase of Hope Reed',
    open: button('Passphrase of Hope Reed'),
    confirm: async (keys, dialog) => {
      await keys.type('Passphrase', PASSPHRASE, dialog);
      await keys.type('Passphrase once more', PASSPHRASE, dialog);
      await keys.button('Save', dialog);
    },
  },
  {
    of: ['PassphraseDialog'],
    title: 'Passphrase of Hope Reed',
    open: button('Passphrase of Hope Reed'),
    confirm: async (keys, dialog) => {
      await keys.type('Present passphrase', PASSPHRASE, dialog);
      await keys.button('Take it away', dialog);
    },
  },
  {
    of: ['InsurerDialog'],
    title: 'Insurer',
    open: button('Change the insurer…'),
    confirm: async (keys, dialog) => {
      await keys.type('Licence no.', 'FRN 123456', dialog);
      await keys.button('Save', dialog);
      await keys.page.getByText('FRN 123456').waitFor();
    },
  },
  {
    of: ['WhoDialog'],
    title: 'You are signed in',
    open: command('You are'),
    confirm: async (keys, dialog) => {
      await keys.choose('Profile', 'Ada', dialog);
      await keys.button('Sign in', dialog);
    },
  },
  {
    of: ['OwnIncidentDialog'],
    title: 'Add an incident of your own',
    before: page('Incident library'),
    open: button('Add incident…'),
    confirm: async (keys, dialog) => {
      await keys.type('Subject', 'Northwind', dialog);
      await keys.choose('Type', 'Exchange', dialog);
      await keys.type('Date', '2026-03-02', dialog);
      await keys.choose('Cause', 'Insider', dialog);
      await keys.type('Loss, USD', '2500000', dialog);
      await keys.choose('Confidence', 'High', dialog);
      await keys.type('Source', 'Claim file', dialog);
      await keys.press('Enter');
    },
  },
  {
    of: ['EffectDialog'],
    title: 'Effect of your own incidents on the fits',
    open: async (keys) => {
      await keys.button('Own incidents and packs');
      await keys.press('ArrowDown', 'Enter');
    },
  },
  {
    of: ['PackEffectDialog'],
    title: /^Effect of pack-\d+ on the fits/,
    open: async (keys) => {
      await keys.button('Own incidents and packs');
      await keys.press('ArrowDown', 'ArrowDown', 'Enter');
    },
  },
  {
    of: ['PackDialog'],
    title: 'Load a library pack',
    before: ({ answerOpenDialog, folder }) => answerOpenDialog(libraryPackIn(folder)),
    open: async (keys) => {
      await keys.button('Own incidents and packs');
      await keys.press('End', 'Enter');
      await keys.page.getByRole('dialog').getByText('Closed on').waitFor();
    },
    confirm: confirmBy('Load this pack'),
  },
  {
    of: ['RowDialog'],
    title: /Northwind|, \d+ \w+ \d{4}$/,
    before: async (walker) => {
      await imported('well-run-exchange.json')(walker);
      await page('Incident library')(walker);
    },
    open: firstOfLibrary,
  },
  {
    of: ['PickDialog'],
    title: /^Add .* to an assessment$/,
    open: async (keys) => {
      await firstOfLibrary(keys);
      await keys.button('Add to an assessment…', keys.page.getByRole('dialog'));
    },
    confirm: async (keys, dialog) => {
      await keys.to(dialog.getByRole('list', { name: 'Drafts' }).getByRole('button').first());
      await keys.press('Enter');
      await keys.page.getByRole('navigation', { name: 'Sections' }).waitFor();
    },
  },
  {
    of: ['VerdictBar'],
    title: 'Verdict',
    before: ({ app }) => resized(app, 1024),
    open: button('Verdict'),
  },
  {
    of: ['PreviewDialog'],
    title: 'Preview of the quote',
    before: ({ app }) => resized(app, 1440),
    open: async (keys) => {
      await keys.shortcut('Control+p');
      await keys.page.locator('.quote-frame').waitFor();
    },
  },
  {
    of: ['ConfirmFinalise'],
    title: 'Finalise without a quote?',
    open: command('Finalise without a quote'),
    confirm: confirmBy('Finalise'),
  },
];
