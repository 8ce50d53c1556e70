import { parentPort, workerData } from 'node:worker_threads';
import { type BackgroundWork, workHere } from './store/check/background-work.ts';

// The script of a background thread: one piece of work, its answer, and the end. It imports nothing of Electron.
const { name, given } = workerData as {
  readonly name: keyof BackgroundWork;
  readonly given: readonly unknown[];
};
const work = workHere[name] as (...all: readonly unknown[]) => Promise<unknown>;
parentPort?.postMessage(await work(...given));
