import { app, session as electronSession } from 'electron';
import { parseJsonText } from '#shared/domain/json-text.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { isReportDocument, type ReportDocument } from '#shared/report/report-document.ts';
import { createPrintJobs } from '../documents/print-jobs.ts';
import { openPrintDesk, reportPrinterFor } from '../documents/print-window.ts';
import { readTextFile } from '../exchange/text-file.ts';
import { failStart } from '../host/fatal.ts';
import { pagesFolder } from '../host/folders.ts';
import type { Launch } from '../host/launch-arguments.ts';
import { writeFileDurably } from '../host/write-file.ts';
import { setupPrintIpc } from '../ipc/setup-ipc.ts';
import { serveApp } from '../security/app-scheme.ts';
import { writeOut } from './write-out.ts';

type ReportLaunch = Extract<Launch, { kind: 'report' }>;

/** `--report FILE --to FILE`: prints a report as the window does, without one, and ends. */
export function runReportCommand(launch: ReportLaunch): void {
  // Closing the print window must not end the command.
  app.on('window-all-closed', () => {});
  app.dock?.hide();
  app
    .whenReady()
    .then(() => print(launch))
    .then((exitCode) => app.exit(exitCode))
    .catch(failStart);
}

async function print({ from, to, paper }: ReportLaunch): Promise<0 | 2 | 3> {
  const report = readReport(from);
  if (!report.ok) return told(report.failure.message, 2);
  const printJobs = createPrintJobs();
  serveApp(electronSession.defaultSession, pagesFolder());
  setupPrintIpc(printJobs);
  const pdf = await reportPrinterFor(openPrintDesk(printJobs)).print(
    { format: 'ballast-printed-report/1', paper, report: report.value },
    // A report is of no workbook, so that nobody is known to print it.
    { actor: '', now: new Date() },
  );
  if (!pdf.ok) return told(pdf.failure.message, 3);
  const written = writeFileDurably(to, pdf.value);
  return written.ok ? 0 : told(written.failure.message, 3);
}

async function told<Code>(message: string, exitCode: Code): Promise<Code> {
  await writeOut(process.stderr, message);
  return exitCode;
}

const MOST_BYTES = 20 * 1024 * 1024;

function readReport(path: string): Result<ReportDocument> {
  const text = readTextFile(path, {
    what: 'a report',
    mostBytes: MOST_BYTES,
    tooLarge: (bytes) =>
      bytes > MOST_BYTES ? failed('too-large', 'A report may have 20 MB at most.').failure : null,
  });
  if (!text.ok) return text;
  const report = parseJsonText(text.value, 'The report');
  if (report.ok && isReportDocument(report.value)) return success(report.value);
  const why = report.ok ? '' : ` ${report.failure.message}`;
  return failed('invalid-input', `“${path}” is no report that can be printed.${why}`);
}
