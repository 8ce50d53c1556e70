import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import log from 'electron-log/node';

export { log };

// Nothing is written before `setupLog` sets the folder.
log.transports.file.level = false;

/** Sends the log to a file in `folder` and to standard error (standard output belongs to the headless commands). */
export function setupLog(folder: string, isQuiet: boolean): void {
  log.transports.file.resolvePathFn = () => join(folder, 'main.log');
  log.transports.file.maxSize = 2 * 1024 * 1024;
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  log.transports.file.level = 'info';
  log.transports.console.level = isQuiet ? false : 'warn';
  log.hooks.push((message) => ({ ...message, data: message.data.map(onOneEntry) }));
  log.transports.console.writeFn = ({ message }) => console.error(...message.data);
}

/**
 * A text as part of one log entry: lines after the first are indented and control characters spelled out, so that what a
 * page or a file says can neither pass for an entry of its own nor move the cursor of a terminal.
 */
export function onOneEntry(part: unknown): unknown {
  if (part instanceof Error) return onOneEntry(part.stack ?? part.message);
  if (typeof part !== 'string') return part;
  return part
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, (c) => `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`)
    .replaceAll('\n', '\n    ');
}

/** Writes an unexpected error with everything known about it and returns the id under which it can be found. */
export function logUnexpected(where: string, error: unknown): string {
  const logId = randomBytes(4).toString('hex');
  log.error(`[${logId}] ${where}:`, error instanceof Error ? (error.stack ?? error.message) : error);
  return logId;
}
