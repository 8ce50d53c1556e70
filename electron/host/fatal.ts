import { app, dialog } from 'electron';
import { logUnexpected } from './log.ts';

/** "Internal software error" of sysexits.h. */
const EXIT_UNEXPECTED = 70;

let isAttended = true;

/**
 * Logs uncaught errors. By default Electron would open a dialog, which nobody sees on a virtual display: in an unattended
 * run the error is printed and ends the process. With a user present the window stays open, since saved work is safe.
 */
export function setupFatalErrors(isUnattended: boolean): void {
  isAttended = !isUnattended;
  const report =
    (where: string) =>
    (error: unknown): void => {
      const logId = logUnexpected(where, error);
      if (!isAttended) endWith(error, logId);
    };
  process.on('uncaughtException', report('uncaught exception'));
  process.on('unhandledRejection', report('unhandled rejection'));
}

/** Tells the user that the application could not start, and ends it. */
export function failStart(error: unknown): void {
  const logId = logUnexpected('start', error);
  if (isAttended) {
    const detail = `Nothing was changed. The log has the details under ${logId}.`;
    dialog.showErrorBox('Ballast could not start', detail);
  }
  endWith(error, logId);
}

function endWith(error: unknown, logId: string): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n(log entry ${logId})\n`);
  app.exit(EXIT_UNEXPECTED);
}
