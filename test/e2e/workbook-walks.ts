import { fieldWorkbookIn } from './dialog-files.ts';
import { command, confirmBy, type DialogWalk, heading, imported, page } from './walk-steps.ts';
import { answerSaveDialog } from './workbench-driver.ts';

/** The dialogs of a workbook and of its papers; the last of them open other workbooks. */
export const WORKBOOK_WALKS: readonly DialogWalk[] = [
  {
    of: ['CheckPapersDialog'],
    title: 'Check of a paper',
    before: ({ folder, answerOpenDialog }) => answerOpenDialog(`${folder}/schedule.pdf`),
    open: command('Check a paper'),
    confirm: async (keys, dialog) => {
      await dialog.getByRole('article', { name: 'schedule.pdf' }).waitFor();
      await keys.to(dialog.getByRole('button', { name: 'Close', exact: true }).last());
      await keys.press('Enter');
    },
  },
  {
    of: ['ComparePaperDialog'],
    title: 'Compare with paper',
    open: command('Compare with paper'),
    confirm: async (keys, dialog) => {
      await keys.type('Trail on the paper', '1-0f3c99aa01d2e4b7', dialog);
      await keys.press('Enter');
      await dialog.getByRole('status').waitFor();
      await keys.press('Escape');
    },
  },
  {
    of: ['WorkbookCheckDialog'],
    title: 'Check workbook',
    open: async (keys) => {
      await keys.command('Check workbook');
      await keys.page.getByText('The workbook is sound').waitFor();
    },
    confirm: async (keys, dialog) => {
      await dialog.getByText('The workbook is sound').waitFor();
      await keys.to(dialog.getByRole('button', { name: 'Close', exact: true }).last());
      await keys.press('Enter');
    },
  },
  {
    of: ['EmptyBinDialog'],
    title: 'Remove the drafts in the bin for good?',
    before: async (walker) => {
      await imported('bridge-with-past-loss.json')(walker);
      await walker.keys.command('Move to bin');
      await heading(walker.keys, 'Assessments');
      await page('Bin')(walker);
    },
    open: command('Empty the bin'),
    confirm: confirmBy('Remove'),
  },
  {
    of: ['SalvagedDialog'],
    title: 'Salvage',
    before: async ({ app, folder, answerOpenDialog }) => {
      await answerOpenDialog(fieldWorkbookIn(folder));
      // A file of its own each time: what is there is not written over.
      await app.electron.evaluate(({ dialog }, path) => {
        let count = 0;
        dialog.showSaveDialog = async () => {
          count += 1;
          return { canceled: false, filePath: `${path}-${count}.ballast` };
        };
      }, `${folder}/salvaged`);
    },
    open: command('Salvage a damaged workbook'),
    confirm: async (keys, dialog) => {
      await keys.to(dialog.getByRole('button', { name: 'Close', exact: true }).last());
      await keys.press('Enter');
    },
  },
  {
    of: ['RestoreDialog'],
    title: 'Restore a backup',
    before: ({ app, folder }) => answerSaveDialog(app, `${folder}/restored.ballast`),
    open: async (keys) => {
      await keys.command('Restore a backup');
      await keys.page.getByRole('list', { name: 'Backups' }).waitFor();
    },
    confirm: async (keys, dialog) => {
      await keys.to(
        dialog
          .getByRole('list', { name: 'Backups' })
          .getByRole('button', { name: /^Restore/ })
          .first(),
      );
      await keys.press('Enter');
      await keys.page.getByText(/^Restored to restored\.ballast/).waitFor();
    },
  },
  {
    of: ['MoveDialog'],
    title: /^Move to model/,
    before: async ({ folder, answerOpenDialog, keys }) => {
      await answerOpenDialog(fieldWorkbookIn(folder));
      await keys.shortcut('Control+o');
      const draft = keys.page.getByRole('row', { name: /Calder Sound Exchange.*Draft/i }).first();
      await draft.waitFor();
      await keys.to(keys.page.getByRole('grid', { name: 'Assessments' }).locator('tr[data-row]').first());
      const isThere = () => draft.evaluate((row) => row === document.activeElement);
      for (let rows = 0; rows < 20 && !(await isThere()); rows += 1) await keys.press('ArrowDown');
      await keys.press('Enter');
      await keys.page.getByRole('navigation', { name: 'Sections' }).waitFor();
    },
    open: async (keys) => {
      await keys.command('Move to the rating model of today');
      await keys.page.getByRole('region', { name: 'Why the technical premium changes' }).waitFor();
    },
    confirm: confirmBy(/^Move to model/),
  },
];
