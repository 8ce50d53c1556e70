import { app } from 'electron';
import { logUnexpected } from './log.ts';

/**
 * An uncaught error would open a dialog and wait for an answer, unseen on a virtual display. Without a person in front of
 * the application it is printed and ends the process; with one, the work in the workbook is safe and the window stays.
 */
export function setupFatalErrors(isUnattended: boolean): void {
  const report = (where: string) => (error: unknown) => {
    const logId = logUnexpected(where, error);
    if (!isUnattended) return;
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n(log entry ${logId})\n`);
    app.exit(70);
  };
  process.on('uncaughtException', report('uncaught exception'));
  process.on('unhandledRejection', report('unhandled rejection'));
}
