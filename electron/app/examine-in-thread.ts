import { Worker } from 'node:worker_threads';
import { failed } from '#shared/domain/result.ts';
import { type ExaminedPaper, examinePaper, type ModelsAtHand } from '../documents/examine-paper.ts';
import { log } from '../host/log.ts';

/** What the thread says: which model it wants, or what it has found. */
type Said = { readonly wants: string } | { readonly examined: ExaminedPaper };

/** A paper takes a second at most; what takes longer was made to. */
const LONGEST_MS = 60_000;

const GIVEN_UP: ExaminedPaper = {
  isPaper: false,
  kind: 'not-ours',
  finding: 'The file could not be read within a minute, which every paper of Ballast can.',
};

/**
 * Examines a paper in a thread of its own, so that the window goes on whatever the file does to its reader. Where no thread
 * can be started it is done here.
 */
export const examineInThread =
  (script: string) =>
  (bytes: Uint8Array, { modelOf, presentHash }: ModelsAtHand): Promise<ExaminedPaper> =>
    new Promise((resolve, reject) => {
      let isSettled = false;
      const settle = (examined: ExaminedPaper): void => {
        isSettled = true;
        resolve(examined);
      };
      const fallBack = (error: unknown): void => {
        if (isSettled) return;
        isSettled = true;
        log.warn('No thread for a paper, so it is examined in the main one:', error);
        examinePaper(bytes, { modelOf, presentHash }).then(resolve, reject);
      };
      try {
        const thread = new Worker(script, { workerData: { bytes, presentHash } });
        const timer = setTimeout(() => {
          settle(GIVEN_UP);
          void thread.terminate();
        }, LONGEST_MS);
        thread.on('message', (said: Said) => {
          if ('examined' in said) settle(said.examined);
          else
            void Promise.resolve(modelOf(said.wants)).then(
              (model) => thread.postMessage(model),
              (error: unknown) => thread.postMessage(failed('unexpected', String(error))),
            );
        });
        thread.once('error', fallBack);
        thread.once('exit', (code) => {
          clearTimeout(timer);
          fallBack(new Error(`the thread ended with ${code}`));
        });
      } catch (error) {
        fallBack(error);
      }
    });
