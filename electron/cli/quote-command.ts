import { statSync } from 'node:fs';
import { app, session as electronSession } from 'electron';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { createPrintJobs, type PrintJobs } from '../documents/print-jobs.ts';
import { openPrintDesk, type PrintDesk, quotePrinterFor } from '../documents/print-window.ts';
import { activationBasis } from '../host/activation-basis.ts';
import { openActivations } from '../host/activations.ts';
import { computeOnce } from '../host/compute-once.ts';
import { failStart } from '../host/fatal.ts';
import { defaultWorkbookPath, pagesFolder, ratingScript, resourcesFolder } from '../host/folders.ts';
import { openInstallationKey } from '../host/installation-key.ts';
import type { Launch } from '../host/launch-arguments.ts';
import { rateInThread } from '../host/rate-in-thread.ts';
import { openSeenWorkbooks } from '../host/seen-workbooks.ts';
import { openSettings } from '../host/settings.ts';
import { setupPrintIpc } from '../ipc/setup-ipc.ts';
import { openSignedIn } from '../ipc/signed-in.ts';
import { serveApp } from '../security/app-scheme.ts';
import { decide } from './decide.ts';
import { givenPassphrase } from './given-passphrase.ts';
import { writeMissingPapers } from './missing-papers.ts';
import { quoteFolder } from './quote-folder.ts';
import type { Outcome } from './quote-report.ts';
import { quoteSubmission } from './quote-submission.ts';
import { writeOut } from './write-out.ts';

type QuoteLaunch = Extract<Launch, { kind: 'quote' }>;
type DecideLaunch = Extract<Launch, { kind: 'decide' }>;
type PapersLaunch = Extract<Launch, { kind: 'papers' }>;

/**
 * `--quote FILE`: quotes a submission without a window and ends; of a folder, every submission in it. `--papers FOLDER`:
 * writes the papers of issued quotes that are missing in a folder. `--decide WHAT`: refers a risk, decides on one that is
 * referred, or issues it.
 */
export function runQuoteCommand(launch: QuoteLaunch | PapersLaunch | DecideLaunch): void {
  // Closing the print window must not end the command.
  app.on('window-all-closed', () => {});
  app.dock?.hide();
  app
    .whenReady()
    .then(() => (launch.kind === 'papers' ? papers(launch) : printing(launch)))
    .then((exitCode) => app.exit(exitCode))
    .catch(failStart);
}

async function printing(launch: QuoteLaunch | DecideLaunch): Promise<number> {
  const printJobs = createPrintJobs();
  const desk = openPrintDesk(printJobs);
  try {
    return await printingAt(desk, printJobs, launch);
  } finally {
    await desk.settled();
  }
}

async function printingAt(
  desk: PrintDesk,
  printJobs: PrintJobs,
  launch: QuoteLaunch | DecideLaunch,
): Promise<number> {
  const folder = app.getPath('userData');
  serveApp(electronSession.defaultSession, pagesFolder());
  setupPrintIpc(printJobs);
  desk.makeReady();
  const order = {
    workbook: launch.workbook ?? defaultWorkbookPath(),
    out: launch.out,
    paper: launch.paper,
    set: launch.set,
    appVersion: app.getVersion(),
    resourcesFolder: resourcesFolder(),
    activations: openActivations(folder, activationBasis()),
    printer: quotePrinterFor(desk),
    rateBy: (model: RatingModel) => rateInThread(ratingScript(), model),
    seen: openSeenWorkbooks(folder),
    people: openSignedIn({ folder, key: openInstallationKey(folder), now: () => new Date() }),
    passphrase: computeOnce(givenPassphrase),
    backupFolder: openSettings(folder).read().backupFolder,
  };
  const signing = launch.signing === null ? null : { by: launch.signing, folder };
  if (launch.kind === 'decide')
    return told(await decide({ ...order, decision: launch.decision, signing, now: new Date() }));
  const { submission } = launch;
  const wanted = {
    letters: launch.letters,
    decline: launch.decline,
    signing,
  };
  if (statSync(submission, { throwIfNoEntry: false })?.isDirectory() !== true)
    return told(await quoteSubmission({ ...order, ...wanted, submission, now: new Date() }));
  return quoteFolder({
    ...order,
    ...wanted,
    folder: submission,
    now: () => new Date(),
    isStopped: stopOnSignal(),
    say: (text) => writeOut(process.stdout, text),
    complain: (text) => writeOut(process.stderr, text),
  });
}

/** Whether the run was asked to stop, as Ctrl C does; asked a second time, it ends at once. */
function stopOnSignal(): () => boolean {
  let isStopped = false;
  const stop = (): void => {
    if (isStopped) app.exit(130);
    isStopped = true;
    void writeOut(process.stderr, 'Stopping after the submission in hand.');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  return () => isStopped;
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
