import type { Bench, Measured } from './bench.ts';
import { inElectron } from './window/in-electron.ts';
import { recordWindow, type WindowRecord } from './window/record-window.ts';
import { longestPerTurn, type ThreadTask } from './window/thread-tasks.ts';

/** Tasks that none of the named causes explains are listed from here on. */
const LEAST_MS = 1;

let recording: Promise<WindowRecord | string> | null = null;

/** One run of the application serves all lines; a sentence where there is no Electron to run. */
const recorded = (): Promise<WindowRecord | string> => {
  recording ??= inElectron(recordWindow, "the window's own thread");
  return recording;
};

/** Judged by the thread's own time: what others on the machine take meanwhile shows in the clock's alone. */
function line(name: string, pick: (record: WindowRecord) => readonly ThreadTask[]): Bench {
  let tasks: readonly ThreadTask[] = [];
  return {
    name: `window's own thread, ${name}`,
    runs: 1,
    run: async (): Promise<Measured> => {
      const record = await recorded();
      if (typeof record === 'string') return { kind: 'skipped', sentence: record };
      tasks = pick(record);
      return { kind: 'milliseconds', milliseconds: tasks.map(({ ownMs }) => ownMs) };
    },
    note: () => {
      const own = sorted(tasks.map(({ ownMs }) => ownMs));
      const clock = sorted(tasks.map(({ wallMs }) => wallMs));
      const middle = clock[Math.floor(clock.length / 2)] ?? 0;
      return `largest ${(own.at(-1) ?? 0).toFixed(2)}; by the clock ${middle.toFixed(2)}, largest ${(clock.at(-1) ?? 0).toFixed(2)}`;
    },
  };
}

const sorted = (values: readonly number[]): readonly number[] => values.toSorted((a, b) => a - b);

const none: Bench['targets'] = [{ kind: 'none-over-ms', milliseconds: 8 }];
const scenes = [
  { name: 'typing in the terms', of: 'typing' },
  { name: 'answering questions', of: 'answering' },
  { name: 'price and charts in view', of: 'charts' },
  { name: 'answering with five options', of: 'options' },
] as const;

export const benches: readonly Bench[] = scenes.flatMap(({ name, of }) => [
  {
    ...line(`${name}: longest task from a price reply to the next key`, (record) =>
      longestPerTurn(record[of], 'reply'),
    ),
    targets: none,
  },
  line(`${name}: longest task of a keystroke`, (record) => longestPerTurn(record[of], 'keystroke')),
  line(`${name}: any other task from ${LEAST_MS} ms`, (record) =>
    record[of].filter(({ cause, ownMs }) => cause === 'rest' && ownMs >= LEAST_MS),
  ),
]);
