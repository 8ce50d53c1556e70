import type { Bench, Measured } from './bench.ts';
import { recordStarts, type StartRecord } from './start/record-starts.ts';
import { inElectron } from './window/in-electron.ts';

let recording: Promise<StartRecord | string> | null = null;

/** One run of both in turn serves both lines. */
const recorded = (): Promise<StartRecord | string> => {
  recording ??= inElectron(recordStarts, 'the start');
  return recording;
};

const line = (name: string, pick: (record: StartRecord) => readonly number[]): Bench => ({
  name,
  runs: 1,
  run: async (): Promise<Measured> => {
    const record = await recorded();
    if (typeof record === 'string') return { kind: 'skipped', sentence: record };
    return { kind: 'milliseconds', milliseconds: pick(record) };
  },
});

const BLANK = 'cold start, a blank Electron window: process to first paint';

export const benches: readonly Bench[] = [
  line(BLANK, ({ blank }) => blank),
  {
    ...line('cold start, Ballast: process to the painted list of assessments', ({ painted }) => painted),
    targets: [{ kind: 'at-most-times', times: 1.6, of: BLANK }],
  },
  line('cold start, Ballast: process to a list that has found what was typed', ({ answering }) => answering),
];
