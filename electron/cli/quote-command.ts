import { app, session as electronSession } from 'electron';
import { createPrintJobs } from '../documents/print-jobs.ts';
import { quotePrinterFor } from '../documents/print-window.ts';
import { activationBasis } from '../host/activation-basis.ts';
import { openActivations } from '../host/activations.ts';
import { failStart } from '../host/fatal.ts';
import { defaultWorkbookPath, pagesFolder, resourcesFolder } from '../host/folders.ts';
import type { Launch } from '../host/launch-arguments.ts';
import { actorOf, openSettings } from '../host/settings.ts';
import { setupPrintIpc } from '../ipc/setup-ipc.ts';
import { serveApp } from '../security/app-scheme.ts';
import { quoteSubmission } from './quote-submission.ts';
import { writeOut } from './write-out.ts';

type QuoteLaunch = Extract<Launch, { kind: 'quote' }>;

/** `--quote FILE`: quotes a submission without a window and ends. */
export function runQuoteCommand(launch: QuoteLaunch): void {
  // Closing the print window must not end the command.
  app.on('window-all-closed', () => {});
  app.dock?.hide();
  app
    .whenReady()
    .then(() => quote(launch))
    .then((exitCode) => app.exit(exitCode))
    .catch(failStart);
}

async function quote(launch: QuoteLaunch): Promise<number> {
  const printJobs = createPrintJobs();
  serveApp(electronSession.defaultSession, pagesFolder());
  setupPrintIpc(printJobs);
  const outcome = await quoteSubmission({
    submission: launch.submission,
    workbook: launch.workbook ?? defaultWorkbookPath(),
    out: launch.out,
    paper: launch.paper,
    appVersion: app.getVersion(),
    resourcesFolder: resourcesFolder(),
    activations: openActivations(app.getPath('userData'), activationBasis()),
    printer: quotePrinterFor(printJobs),
    stamp: { actor: actorOf(openSettings(app.getPath('userData')).read()), now: new Date() },
  });
  if (outcome.lines.length > 0) await writeOut(process.stdout, outcome.lines.join('\n'));
  if (outcome.message !== null) await writeOut(process.stderr, outcome.message);
  return outcome.exitCode;
}
