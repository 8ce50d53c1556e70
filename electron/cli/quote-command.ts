import { app, session as electronSession } from 'electron';
import { createPrintJobs } from '../documents/print-jobs.ts';
import { quotePrinterFor } from '../documents/print-window.ts';
import { activationBasis } from '../host/activation-basis.ts';
import { openActivations } from '../host/activations.ts';
import { failStart } from '../host/fatal.ts';
import { defaultWorkbookPath, pagesFolder, resourcesFolder } from '../host/folders.ts';
import { openInstallationKey } from '../host/installation-key.ts';
import type { Launch } from '../host/launch-arguments.ts';
import { openSeenWorkbooks } from '../host/seen-workbooks.ts';
import { openSettings } from '../host/settings.ts';
import { setupPrintIpc } from '../ipc/setup-ipc.ts';
import { openSignedIn } from '../ipc/signed-in.ts';
import { serveApp } from '../security/app-scheme.ts';
import { writeMissingPapers } from './missing-papers.ts';
import type { Outcome } from './quote-report.ts';
import { quoteSubmission } from './quote-submission.ts';
import { writeOut } from './write-out.ts';

type QuoteLaunch = Extract<Launch, { kind: 'quote' }>;
type PapersLaunch = Extract<Launch, { kind: 'papers' }>;

/**
 * `--quote FILE`: quotes a submission without a window and ends. `--papers FOLDER`: writes the papers of issued quotes that
 * are missing in a folder.
 */
export function runQuoteCommand(launch: QuoteLaunch | PapersLaunch): void {
  // Closing the print window must not end the command.
  app.on('window-all-closed', () => {});
  app.dock?.hide();
  app
    .whenReady()
    .then(() => (launch.kind === 'quote' ? quote(launch) : papers(launch)))
    .then((exitCode) => app.exit(exitCode))
    .catch(failStart);
}

async function quote(launch: QuoteLaunch): Promise<number> {
  const folder = app.getPath('userData');
  const printJobs = createPrintJobs();
  serveApp(electronSession.defaultSession, pagesFolder());
  setupPrintIpc(printJobs);
  const settings = openSettings(folder).read();
  const outcome = await quoteSubmission({
    submission: launch.submission,
    workbook: launch.workbook ?? defaultWorkbookPath(),
    out: launch.out,
    paper: launch.paper,
    set: launch.set,
    appVersion: app.getVersion(),
    resourcesFolder: resourcesFolder(),
    activations: openActivations(folder, activationBasis()),
    printer: quotePrinterFor(printJobs),
    seen: openSeenWorkbooks(folder),
    people: openSignedIn({ folder, key: openInstallationKey(folder), now: () => new Date() }),
    backupFolder: settings.backupFolder,
    now: new Date(),
  });
  return told(outcome);
}

const papers = async (launch: PapersLaunch): Promise<number> =>
  told(
    writeMissingPapers({
      workbook: launch.workbook ?? defaultWorkbookPath(),
      out: launch.out,
      appVersion: app.getVersion(),
      now: new Date(),
    }),
  );

async function told(outcome: Outcome): Promise<number> {
  if (outcome.lines.length > 0) await writeOut(process.stdout, outcome.lines.join('\n'));
  if (outcome.message !== null) await writeOut(process.stderr, outcome.message);
  return outcome.exitCode;
}
