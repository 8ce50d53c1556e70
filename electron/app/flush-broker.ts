import { randomUUID } from 'node:crypto';
import { log } from '../host/log.ts';

const FLUSH_LIMIT_MS = 2000;

interface FlushBroker {
  /** Asks a window to write what it still holds; true when it answered within the limit. */
  readonly request: (send: (token: string) => void) => Promise<boolean>;
  /** The window's answer; an unknown token is ignored. */
  readonly answer: (token: string) => void;
}

/** Asks the window to write its pending changes before it closes, and waits a limited time for the answer. */
export function createFlushBroker(limitMs: number = FLUSH_LIMIT_MS): FlushBroker {
  const waiting = new Map<string, () => void>();
  return {
    request: (send) =>
      new Promise((resolve) => {
        const token = randomUUID();
        const finish = (isAnswered: boolean): void => {
          clearTimeout(timer);
          waiting.delete(token);
          resolve(isAnswered);
        };
        const timer = setTimeout(() => {
          log.warn('The window did not confirm in time that everything was written.');
          finish(false);
        }, limitMs);
        waiting.set(token, () => finish(true));
        send(token);
      }),
    answer: (token) => waiting.get(token)?.(),
  };
}
