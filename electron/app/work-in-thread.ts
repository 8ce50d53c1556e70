import { Worker } from 'node:worker_threads';
import { log } from '../host/log.ts';
import { isPathOpenHere } from '../host/open-here.ts';
import { type BackgroundWork, workHere } from '../store/check/background-work.ts';

/** What a thread says: the answer, or what the work threw. */
type Said<T> = { readonly answer: T } | { readonly error: string };

/**
 * Does background work in a thread of its own each time, so that the window's calls go on. Where a thread cannot be started
 * it is done here, late rather than not at all. A thread does not know what this process has open and would free its lock by
 * closing it, so what names the open workbook is left to this one, which refuses it.
 */
export function workInThread(script: string): BackgroundWork {
  const inThread = <K extends keyof BackgroundWork>(
    name: K,
    given: Parameters<BackgroundWork[K]>,
    file: string,
  ): ReturnType<BackgroundWork[K]> => {
    const here = workHere[name] as (...all: readonly unknown[]) => ReturnType<BackgroundWork[K]>;
    if (isPathOpenHere(file)) return here(...given);
    return new Promise<unknown>((resolve, reject) => {
      let isSettled = false;
      const fallBack = (error: unknown): void => {
        if (isSettled) return;
        isSettled = true;
        log.warn(`No thread for ${name}, so it is done in the main one:`, error);
        here(...given).then(resolve, reject);
      };
      try {
        const thread = new Worker(script, { workerData: { name, given } });
        thread.once('message', (said: Said<unknown>) => {
          isSettled = true;
          if ('error' in said) reject(new Error(said.error));
          else resolve(said.answer);
        });
        thread.once('error', fallBack);
        thread.once('exit', (code) => fallBack(new Error(`the thread ended with ${code}`)));
      } catch (error) {
        fallBack(error);
      }
    }) as ReturnType<BackgroundWork[K]>;
  };
  return {
    checkCopy: (copy) => inThread('checkCopy', [copy], copy.path),
    rehearse: (backup, run) => inThread('rehearse', [backup, run], backup),
    salvage: (path, newPath, run) => inThread('salvage', [path, newPath, run], path),
  };
}
