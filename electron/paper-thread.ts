import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '#shared/domain/result.ts';
import type { ActiveModel } from '#shared/underwriting/activate-model.ts';
import { examinePaper } from './documents/examine-paper.ts';

// The script of the thread that examines one paper. Its model is asked for by the hash that the paper names, since the main
// thread has checked the models already. It imports nothing of Electron.
const { bytes, presentHash } = workerData as {
  readonly bytes: Uint8Array;
  readonly presentHash: string | null;
};
const modelOf = (hash: string): Promise<Result<ActiveModel>> =>
  new Promise((resolve) => {
    parentPort?.once('message', resolve);
    parentPort?.postMessage({ wants: hash });
  });
parentPort?.postMessage({ examined: await examinePaper(bytes, { modelOf, presentHash }) });
