import { parentPort, workerData } from 'node:worker_threads';
import { type BackgroundWork, workHere } from './store/check/background-work.ts';

// The script of a background thread: one piece of work, its answer, and the end. It imports nothing of Electron.
const { name, given } = workerData as {
  readonly name: keyof BackgroundWork;
  readonly given: readonly unknown[];
};
const work = workHere[name] as (...all: readonly unknown[]) => Promise<unknown>;
try {
  parentPort?.postMessage({ answer: await work(...given) });
} catch (error) {
  // What the work itself throws is its outcome; done once more elsewhere it would throw again.
  parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
