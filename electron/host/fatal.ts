import { app, dialog } from 'electron';
import { logUnexpected } from './log.ts';

/** "Internal software error" of sysexits.h. */
const EXIT_UNEXPECTED = 70;

let isAttended = true;

/**
 * An uncaught error would open a dialog and wait for an answer, unseen on a virtual display. Without a person in front of
 * the application it is printed and ends the process; with one, the work in the workbook is safe and the window stays.
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

/** The application could not be put together: says so and ends. */
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
