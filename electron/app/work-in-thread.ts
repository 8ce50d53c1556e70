import { Worker } from 'node:worker_threads';
import { failed } from '#shared/domain/result.ts';
import { log } from '../host/log.ts';
import { isPathOpenHere } from '../host/open-here.ts';
import { type BackgroundWork, workHere } from '../store/check/background-work.ts';
import type { CheckWatch } from '../store/check/check-order.ts';
import type { CheckProgress } from '../store/check/check-workbook.ts';

/** What a thread says: how far it is, the answer, or what the work threw. */
type Said = { readonly progress: CheckProgress } | { readonly answer: unknown } | { readonly error: string };

interface Job extends CheckWatch {
  readonly name: keyof BackgroundWork;
  /** Plain data. */
  readonly given: readonly unknown[];
  /** The same work in this thread. */
  readonly here: () => Promise<unknown>;
}

/**
 * Does background work in a thread of its own each time, so that the window's calls go on. Where a thread cannot be started
 * it is done here, late rather than not at all. A thread does not know what this process has open and would free its lock by
 * closing it, so what names the open workbook is left to this one, which refuses it.
 */
export function workInThread(script: string): BackgroundWork {
  const inThread = <K extends Exclude<keyof BackgroundWork, 'check'>>(
    name: K,
    given: Parameters<BackgroundWork[K]>,
    file: string,
  ): ReturnType<BackgroundWork[K]> => {
    const work = workHere[name] as (...all: readonly unknown[]) => Promise<unknown>;
    const here = () => work(...given);
    return (isPathOpenHere(file) ? here() : run(script, { name, given, here })) as ReturnType<
      BackgroundWork[K]
    >;
  };
  return {
    checkCopy: (copy) => inThread('checkCopy', [copy], copy.path),
    rehearse: (backup, order) => inThread('rehearse', [backup, order], backup),
    salvage: (path, newPath, facts) => inThread('salvage', [path, newPath, facts], path),
    check: (order, watch) =>
      run(script, {
        ...watch,
        name: 'check',
        given: [order],
        here: () => workHere.check(order, watch),
      }) as ReturnType<BackgroundWork['check']>,
  };
}

function run(script: string, { name, given, here, onProgress, signal }: Job): Promise<unknown> {
  return new Promise<unknown>((resolve, reject) => {
    let isSettled = false;
    const fallBack = (error: unknown): void => {
      if (isSettled) return;
      isSettled = true;
      log.warn(`No thread for ${name}, so it is done in the main one:`, error);
      here().then(resolve, reject);
    };
    try {
      const thread = new Worker(script, { workerData: { name, given } });
      thread.on('message', (said: Said) => {
        if ('progress' in said) {
          onProgress?.(said.progress);
          return;
        }
        isSettled = true;
        if ('error' in said) reject(new Error(said.error));
        else resolve(said.answer);
      });
      const stop = (): void => {
        isSettled = true;
        resolve(failed('cancelled', 'The check was stopped.'));
        void thread.terminate();
      };
      signal?.addEventListener('abort', stop, { once: true });
      thread.once('error', fallBack);
      thread.once('exit', (code) => {
        signal?.removeEventListener('abort', stop);
        fallBack(new Error(`the thread ended with ${code}`));
      });
    } catch (error) {
      fallBack(error);
    }
  });
}
