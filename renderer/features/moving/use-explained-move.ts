import { useEffect, useState } from 'react';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { localDay } from '#shared/domain/dates.ts';
import type { MoveExplained } from '#shared/underwriting/explain-move.ts';
import { listenTo, type StartWorker } from '../../editor/background-worker.ts';
import { createWorkerClient, type FromWorker, type ToWorker } from '../../editor/worker-client.ts';
import type { MoveBasis, MoveJob } from './move-jobs.ts';

export type MoveView =
  | { readonly phase: 'running' }
  | { readonly phase: 'done'; readonly move: MoveExplained }
  | { readonly phase: 'failed'; readonly why: string };

const startWorker: StartWorker<ToWorker<MoveBasis, MoveJob>, FromWorker<never, MoveExplained>> = (
  onReply,
  onBroken,
) => {
  const worker = new Worker(new URL('./move.worker.ts', import.meta.url), { type: 'module', name: 'moving' });
  return listenTo({ worker, onReply, onBroken, why: 'The comparison of the two models stopped.' });
};

/** Works out in a worker of its own what a move does to the content; leaving ends it. */
export function useExplainedMove(content: AssessmentContent, { from, to }: MoveBasis): MoveView {
  const [view, setView] = useState<MoveView>({ phase: 'running' });
  useEffect(() => {
    setView({ phase: 'running' });
    const client = createWorkerClient<MoveBasis, MoveJob, never, MoveExplained>({ from, to }, startWorker);
    client.run(
      { content, today: localDay(new Date()) },
      {
        onAnswer: (move) => setView({ phase: 'done', move }),
        onFailure: (why) => setView({ phase: 'failed', why }),
      },
    );
    return client.end;
  }, [content, from, to]);
  return view;
}
