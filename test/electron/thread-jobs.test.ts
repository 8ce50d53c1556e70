import { rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { stampHere, stampInThread } from '#electron/documents/stamp-in-thread.ts';
import { jobsInThread } from '#electron/host/thread-jobs.ts';
import { newFolder } from './new-folder.ts';

const resources = resolve(import.meta.dirname, '../../resources');
const stampScript = resolve(import.meta.dirname, '../../electron/stamp-thread.ts');

/** A thread that answers with the words it began with and what it was asked, and ends or fails where it is asked to. */
const ECHO = `
import { workerData } from 'node:worker_threads';
import { answerJobs } from '${resolve(import.meta.dirname, '../../electron/host/answer-jobs.ts')}';
answerJobs(async (job) => {
  if (job === 'end') process.exit(3);
  if (job === 'fail') throw new Error('asked to fail');
  return workerData + ' ' + job;
});
`;

function echoing(idleMs?: number) {
  const script = join(newFolder(), 'echo.mjs');
  writeFileSync(script, ECHO);
  const here: string[] = [];
  const jobs = jobsInThread<string, string>({
    script,
    given: 'thread',
    does: 'echoes',
    here: (job) => {
      here.push(job);
      return `here ${job}`;
    },
    ...(idleMs === undefined ? {} : { idleMs }),
  });
  return { ...jobs, here, script };
}

describe('jobs in a thread', () => {
  it('are answered each by its own, in the order asked', async () => {
    const { ask, start, here } = echoing();
    start();
    expect(await Promise.all(['a', 'b', 'c'].map(ask))).toEqual(['thread a', 'thread b', 'thread c']);
    expect(here).toEqual([]);
  });

  it('that fail there are told of, and the thread goes on', async () => {
    const { ask, here } = echoing();
    const [failing, next] = [ask('fail'), ask('b')];
    await expect(failing).rejects.toThrow('asked to fail');
    expect(await next).toBe('thread b');
    expect(here).toEqual([]);
  });

  it('are done here once the thread has ended', async () => {
    const { ask } = echoing();
    expect(await ask('a')).toBe('thread a');
    expect(await Promise.all([ask('end'), ask('b')])).toEqual(['here end', 'here b']);
    expect(await ask('c')).toBe('here c');
  });

  it('are done here where there is no thread', async () => {
    const { ask, script } = echoing();
    rmSync(script);
    expect(await ask('a')).toBe('here a');
  });

  it('find a new thread after the last has gone for want of work', async () => {
    const { ask, here } = echoing(1);
    expect(await ask('a')).toBe('thread a');
    await new Promise((go) => setTimeout(go, 200));
    expect(await ask('b')).toBe('thread b');
    expect(here).toEqual([]);
  });
});

it('a paper is stamped in a thread as it is here, byte for byte', async () => {
  const document = await PDFDocument.create();
  for (const words of ['first', 'second']) document.addPage([595, 842]).drawText(words);
  const job = {
    pages: { pdf: await document.save(), words: { headings: [], sections: [], tables: [], links: {} } },
    stamp: {
      title: 'Quotation BAL-2026-0001, version 2: Northlight',
      subject: 'Quotation for Northlight',
      author: 'R. Vance',
      producer: 'Ballast 0.1.0',
      preparedAt: '2026-11-22T10:11:12.000Z',
      head: 'Quotation',
      reference: 'BAL-2026-0001, version 2',
      inputs: 'Inputs 0123456789ab',
      data: { name: 'ballast-quotation.json', description: 'Terms', json: '{"a":1}' },
    },
  };
  const inThread = await stampInThread(stampScript, resources).ask(job);
  const here = await stampHere(resources)(job);
  expect(Buffer.from(inThread).equals(Buffer.from(here))).toBe(true);
});
