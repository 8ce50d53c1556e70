import { app, BrowserWindow } from 'electron';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { resourcesFolder } from '../host/folders.ts';
import { logUnexpected } from '../host/log.ts';
import { pagePreferences } from '../host/page-preferences.ts';
import { APP_ORIGIN } from '../security/app-origin.ts';
import { giveRole } from '../security/sender.ts';
import type { PrintedDocument, PrintJobs } from './print-jobs.ts';
import { createQuotePrinter, type QuotePrinter } from './quote-pdf.ts';
import { createReportPrinter, type ReportPrinter } from './report-pdf.ts';

const LIMIT_MS = 60_000;

const producer = (): string => `Ballast ${app.getVersion()}`;

/** Prints quotes in hidden windows, which answer through `jobs`; the PDF names this version as what it was made with. */
export const quotePrinterFor = (jobs: PrintJobs): QuotePrinter =>
  createQuotePrinter((document) => printDocument(jobs, document), resourcesFolder(), producer());

/** Prints reports in the same way. */
export const reportPrinterFor = (jobs: PrintJobs): ReportPrinter =>
  createReportPrinter((document) => printDocument(jobs, document), resourcesFolder(), producer());

/** Prints a document in a hidden window. Every error is returned as a failure, and the window is always closed. */
async function printDocument(jobs: PrintJobs, document: PrintedDocument): Promise<Result<Uint8Array>> {
  const { id, ready } = jobs.open(document);
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...pagePreferences(), backgroundThrottling: false },
  });
  const timer = setTimeout(
    () => jobs.ready(id, [`printing took longer than ${LIMIT_MS / 1000} s`]),
    LIMIT_MS,
  );
  try {
    giveRole(window.webContents, 'print');
    window.webContents.once('render-process-gone', (_event, { reason }) => {
      jobs.ready(id, [`the print page ended (${reason})`]);
    });
    window.loadURL(`${APP_ORIGIN}/print.html?job=${id}`).catch((error: unknown) => {
      jobs.ready(id, [`the print page did not load (${String(error)})`]);
    });
    const drawn = await ready;
    if (!drawn.ok) return drawn;
    const pdf = await Promise.race([
      window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
      elapsed(LIMIT_MS),
    ]);
    return pdf === null
      ? failed('unexpected', `The document could not be printed within ${LIMIT_MS / 1000} seconds.`)
      : success(new Uint8Array(pdf));
  } catch (error) {
    const logId = logUnexpected('printing', error);
    return {
      ok: false,
      failure: { code: 'unexpected', message: 'The document could not be printed.', logId },
    };
  } finally {
    clearTimeout(timer);
    jobs.close(id);
    window.destroy();
  }
}

const elapsed = (milliseconds: number): Promise<null> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds, null).unref();
  });
