import { z } from 'zod';
import type { FromWorker, ToWorker } from './worker-client.ts';

/** The side of a worker that the page of it needs: its own global scope. */
interface WorkerScope {
  onmessage: ((event: MessageEvent) => void) | null;
  readonly postMessage: (message: unknown) => void;
}

/**
 * The whole life of a worker: takes what its jobs stand on, then answers one job after the other. `tell` sends a part of
 * the answer ahead. A fault of the programme is the failure of its job alone.
 */
export function answerJobs<Basis, Job, Part, Answer>(
  scope: WorkerScope,
  answer: (job: Job, basis: Basis, tell: (part: Part) => void) => Answer,
  /** What failed, at the head of its sentence. */
  name = 'The pricing engine',
): void {
  // The content policy forbids compiling code from text; without this each schema would try it once.
  z.config({ jitless: true });
  let basis: { readonly value: Basis } | null = null;
  const reply = (message: FromWorker<Part, Answer>) => scope.postMessage(message);
  scope.onmessage = ({ data }: MessageEvent<ToWorker<Basis, Job>>) => {
    if (data.kind === 'basis') {
      basis = { value: data.basis };
      return;
    }
    const { sequence, job } = data;
    try {
      if (basis === null) throw new Error('it was given no rating model');
      const tell = (part: Part) => reply({ sequence, kind: 'part', part });
      reply({ sequence, kind: 'answer', answer: answer(job, basis.value, tell) });
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      reply({ sequence, kind: 'failure', why: `${name} failed: ${why}.` });
    }
  };
}
