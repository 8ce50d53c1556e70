import { parentPort, workerData } from 'node:worker_threads';
import { type BackgroundWork, workHere } from './store/check/background-work.ts';
import type { CheckWatch } from './store/check/check-order.ts';

// The script of a background thread: one piece of work, its answer, and the end. It imports nothing of Electron.
const { name, given } = workerData as {
  readonly name: keyof BackgroundWork;
  readonly given: readonly unknown[];
};
const watch: CheckWatch = { onProgress: (progress) => parentPort?.postMessage({ progress }) };
const work = workHere[name] as (...all: readonly unknown[]) => Promise<unknown>;
try {
  parentPort?.postMessage({ answer: await work(...given, ...(name === 'check' ? [watch] : [])) });
} catch (error) {
  // What the work itself throws is its outcome; done once more elsewhere it would throw again.
  parentPort?.postMessage({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}
