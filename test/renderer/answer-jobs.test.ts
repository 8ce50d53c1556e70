import { describe, expect, it } from 'vitest';
import { answerJobs } from '#renderer/editor/answer-jobs.ts';
import { createWorkerClient, type FromWorker, type ToWorker } from '#renderer/editor/worker-client.ts';

type Job = { readonly count: number };

/** A worker and its client on one thread; replies wait until they are let through. */
function setUp() {
  const waiting: FromWorker<number, string>[] = [];
  let started = 0;
  let ended = 0;
  let deliver: (reply: FromWorker<number, string>) => void = () => undefined;
  const client = createWorkerClient<string, Job, number, string>('ten', (onReply) => {
    started += 1;
    deliver = onReply;
    const scope = {
      onmessage: null as ((event: MessageEvent) => void) | null,
      postMessage: (message: unknown) => void waiting.push(message as FromWorker<number, string>),
    };
    answerJobs<string, Job, number, string>(scope, ({ count }, basis, tell) => {
      if (count < 0) throw new Error('it cannot count below nothing');
      for (let part = 0; part < count; part += 1) tell(part);
      return `${count} of ${basis}`;
    });
    return {
      send: (data: ToWorker<string, Job>) => scope.onmessage?.({ data } as MessageEvent),
      end: () => {
        ended += 1;
      },
    };
  });
  const heard: unknown[] = [];
  const run = (count: number) =>
    client.run(
      { count },
      {
        onPart: (part) => heard.push(part),
        onAnswer: (answer) => heard.push(answer),
        onFailure: (why) => heard.push(why),
      },
    );
  const letThrough = () => {
    for (const reply of waiting.splice(0)) deliver(reply);
  };
  return { client, run, heard, letThrough, counts: () => ({ started, ended }) };
}

describe('a worker and its client', () => {
  it('tells each part, then the answer, on what it was given once', () => {
    const { run, heard, letThrough, client, counts } = setUp();
    run(2);
    expect(client.isBusy()).toBe(true);
    letThrough();
    expect(heard).toEqual([0, 1, '2 of ten']);
    run(0);
    letThrough();
    expect(heard.at(-1)).toBe('0 of ten');
    expect(client.isBusy()).toBe(false);
    expect(counts()).toEqual({ started: 1, ended: 0 });
  });

  it('says of a fault that it is the failure of its job alone', () => {
    const { run, heard, letThrough } = setUp();
    run(-1);
    letThrough();
    run(1);
    letThrough();
    expect(heard).toEqual(['The pricing engine failed: it cannot count below nothing.', 0, '1 of ten']);
  });

  it('listens neither to a job that another took the place of, nor to one that was ended', () => {
    const { run, heard, letThrough, client, counts } = setUp();
    run(1);
    run(0);
    letThrough();
    expect(heard).toEqual(['0 of ten']);
    run(3);
    client.end();
    letThrough();
    expect(heard).toEqual(['0 of ten']);
    run(0);
    letThrough();
    expect(heard).toHaveLength(2);
    expect(counts()).toEqual({ started: 2, ended: 1 });
  });
});
