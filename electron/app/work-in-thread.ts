import { Worker } from 'node:worker_threads';
import { log } from '../host/log.ts';
import { isPathOpenHere } from '../host/open-here.ts';
import { type BackgroundWork, workHere } from '../store/check/background-work.ts';

interface Piece<T> {
  readonly name: keyof BackgroundWork;
  readonly given: readonly unknown[];
  /** The files that it reads. */
  readonly files: readonly string[];
  /** Does it in this thread. */
  readonly here: () => Promise<T>;
}

/**
 * Does background work in a thread of its own each time, so that the window's calls go on. Where a thread cannot be started
 * it is done here, late rather than not at all. A thread does not know what this process has open and would free its lock by
 * closing it, so what names the open workbook is left to this one, which refuses it.
 */
export function workInThread(script: string): BackgroundWork {
  const inThread = <T>({ name, given, files, here }: Piece<T>): Promise<T> => {
    if (files.some(isPathOpenHere)) return here();
    return new Promise((resolve, reject) => {
      let isSettled = false;
      const fallBack = (error: unknown): void => {
        if (isSettled) return;
        isSettled = true;
        log.warn(`No thread for ${name}, so it is done in the main one:`, error);
        here().then(resolve, reject);
      };
      try {
        const thread = new Worker(script, { workerData: { name, given } });
        thread.once('message', (answer: T) => {
          isSettled = true;
          resolve(answer);
        });
        thread.once('error', fallBack);
        thread.once('exit', (code) => fallBack(new Error(`the thread ended with ${code}`)));
      } catch (error) {
        fallBack(error);
      }
    });
  };
  return {
    checkCopy: (copy) =>
      inThread({
        name: 'checkCopy',
        given: [copy],
        files: [copy.path],
        here: () => workHere.checkCopy(copy),
      }),
    rehearse: (backup, run) =>
      inThread({
        name: 'rehearse',
        given: [backup, run],
        files: [backup],
        here: () => workHere.rehearse(backup, run),
      }),
    salvage: (path, newPath, run) =>
      inThread({
        name: 'salvage',
        given: [path, newPath, run],
        files: [path],
        here: () => workHere.salvage(path, newPath, run),
      }),
  };
}
