import { parentPort } from 'node:worker_threads';
import { answerJobs } from '#renderer/editor/answer-jobs.ts';
import { repriceBatch } from '#renderer/features/portfolio/reprice-batch.ts';

// The window's re-pricing worker in a thread of Node: the same code behind the same messages.

const port = parentPort!;
const scope: Parameters<typeof answerJobs>[0] = {
  onmessage: null,
  postMessage: (message) => port.postMessage(message),
};
port.on('message', (data) => scope.onmessage?.({ data } as MessageEvent));
answerJobs(scope, repriceBatch);
