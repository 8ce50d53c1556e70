// A thread of its own for checking a copy of the workbook: the window's process goes on meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { type CheckOrder, carryOut } from './check-order.ts';

const done = await carryOut(workerData as CheckOrder, {
  onProgress: (progress) => parentPort?.postMessage({ kind: 'progress', progress }),
});
parentPort?.postMessage({ kind: 'done', done });
