import { app, BrowserWindow } from 'electron';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { resourcesFolder, stampScript } from '../host/folders.ts';
import { logUnexpected } from '../host/log.ts';
import { pagePreferences } from '../host/page-preferences.ts';
import { APP_ORIGIN } from '../security/app-origin.ts';
import { giveRole } from '../security/sender.ts';
import { type PrintedPages, readPageWords } from './page-words.ts';
import type { PrintedDocument, PrintJobs } from './print-jobs.ts';
import { createQuotePrinter, type DealPrinter, type QuotePrinter } from './quote-pdf.ts';
import { createReportPrinter, type ReportPrinter } from './report-pdf.ts';
import { type StampPages, stampInThread } from './stamp-in-thread.ts';

const LIMIT_MS = 60_000;
/** How long the window waits for another document before it goes. */
const IDLE_MS = 5_000;

const producer = (): string => `Ballast ${app.getVersion()}`;

/** Prints the pages of a document. */
export type PrintPages = (document: PrintedDocument) => Promise<Result<PrintedPages>>;

export interface PrintDesk {
  readonly printPages: PrintPages;
  readonly stampPages: StampPages;
  /** Opens the window and starts what stamps before there is a document, so that the first need not wait for it. */
  readonly makeReady: () => void;
  /** Ends when the window that was opened has its page: Electron aborts where it is left while a page loads. */
  readonly settled: () => Promise<void>;
}

type Desk = Pick<PrintDesk, 'printPages' | 'stampPages'>;

/** Prints quotes; the PDF names this version as what it was made with. */
export const quotePrinterFor = ({ printPages, stampPages }: Desk): QuotePrinter & DealPrinter =>
  createQuotePrinter(printPages, stampPages, producer());

/** Prints reports in the same way. */
export const reportPrinterFor = ({ printPages, stampPages }: Desk): ReportPrinter =>
  createReportPrinter(printPages, stampPages, producer());

/**
 * Prints documents one after the other in one hidden window, which answers through `jobs`. It is opened for the first and
 * kept for the next; after a failure, or with nothing to do for a while, it is closed. Every error is returned as a failure.
 */
export function openPrintDesk(jobs: PrintJobs): PrintDesk {
  let open: OpenWindow | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  const close = (): void => {
    open?.window.destroy();
    open = null;
  };
  const print = async (document: PrintedDocument): Promise<Result<PrintedPages>> => {
    clearTimeout(idle);
    if (open?.window.isDestroyed() === true) open = null;
    open ??= hiddenWindow();
    const printed = await printIn(open, jobs, document);
    if (!printed.ok) close();
    idle = setTimeout(close, IDLE_MS);
    idle.unref();
    return printed;
  };
  const stamper = stampInThread(stampScript(), resourcesFolder());
  return {
    stampPages: stamper.ask,
    printPages: (document) => {
      const printed = last.then(() => print(document));
      last = printed;
      return printed;
    },
    makeReady: () => {
      open ??= hiddenWindow();
      stamper.start();
    },
    settled: async () => {
      await open?.loaded;
    },
  };
}

interface OpenWindow {
  readonly window: BrowserWindow;
  /** Null when the page is there, else why it is not. */
  readonly loaded: Promise<string | null>;
}

const PAGE = `${APP_ORIGIN}/print.html?mode=print`;

function hiddenWindow(): OpenWindow {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...pagePreferences(), backgroundThrottling: false },
  });
  giveRole(window.webContents, 'print');
  const loaded = window.loadURL(PAGE).then(
    () => null,
    (error: unknown) => String(error),
  );
  return { window, loaded };
}

async function printIn(
  { window, loaded }: OpenWindow,
  jobs: PrintJobs,
  document: PrintedDocument,
): Promise<Result<PrintedPages>> {
  const { id, ready } = jobs.open(document);
  const { webContents: contents } = window;
  const timer = setTimeout(
    () => jobs.ready(id, [`printing took longer than ${LIMIT_MS / 1000} s`]),
    LIMIT_MS,
  );
  const onGone = (_event: unknown, { reason }: { readonly reason: string }): void => {
    jobs.ready(id, [`the print page ended (${reason})`]);
  };
  contents.once('render-process-gone', onGone);
  try {
    const whyNot = await loaded;
    if (whyNot !== null) jobs.ready(id, [`the print page did not load (${whyNot})`]);
    // To go on to a job is a step within the page.
    // Electron may take the end of the page's own loading for that of this step; what counts is that the page answers.
    else contents.loadURL(`${PAGE}#${id}`).catch(() => undefined);
    const drawn = await ready;
    if (!drawn.ok) return drawn;
    const words = await readPageWords(contents);
    const pdf = await Promise.race([
      contents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      }),
      elapsed(LIMIT_MS),
    ]);
    return pdf === null
      ? failed('unexpected', `The document could not be printed within ${LIMIT_MS / 1000} seconds.`)
      : success({ pdf, words });
  } catch (error) {
    const logId = logUnexpected('printing', error);
    return {
      ok: false,
      failure: { code: 'unexpected', message: 'The document could not be printed.', logId },
    };
  } finally {
    clearTimeout(timer);
    jobs.close(id);
    if (!window.isDestroyed()) contents.off('render-process-gone', onGone);
  }
}

const elapsed = (milliseconds: number): Promise<null> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds, null).unref();
  });
