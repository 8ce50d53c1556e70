import { randomUUID } from 'node:crypto';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { log } from '../host/log.ts';

const FLUSH_LIMIT_MS = 2000;

interface FlushBroker {
  /**
   * Asks a window to write what it still holds. Fails when the window says that it could not; one that does not answer
   * within the limit hangs, and is not waited for.
   */
  readonly request: (send: (token: string) => void) => Promise<Result<undefined>>;
  /** The window's answer: null, or why not everything is written. An unknown token is ignored. */
  readonly answer: (token: string, problem: string | null) => void;
}

/** Asks the window to write its pending changes before it is left, and waits a limited time for the answer. */
export function createFlushBroker(limitMs: number = FLUSH_LIMIT_MS): FlushBroker {
  const waiting = new Map<string, (problem: string | null) => void>();
  return {
    request: (send) =>
      new Promise((resolve) => {
        const token = randomUUID();
        const finish = (problem: string | null): void => {
          clearTimeout(timer);
          waiting.delete(token);
          resolve(
            problem === null
              ? success(undefined)
              : failed('conflict', `What was typed last in this window is not saved yet. ${problem}`),
          );
        };
        const timer = setTimeout(() => {
          log.warn('The window did not confirm in time that everything was written.');
          finish(null);
        }, limitMs);
        waiting.set(token, finish);
        send(token);
      }),
    answer: (token, problem) => waiting.get(token)?.(problem),
  };
}
