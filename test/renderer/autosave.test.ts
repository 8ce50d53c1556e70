import { describe, expect, it } from 'vitest';
import {
  AT_LEAST_EVERY_MS,
  createAutosave,
  REST_MS,
  type SaveState,
} from '#renderer/editor/draft/autosave.ts';
import type { Failure } from '#shared/domain/result.ts';
import { fakeClock, settle } from './fake-clock.ts';

const diskFull: Failure = { code: 'disk-full', message: 'The disk is full.' };
const conflict: Failure = { code: 'conflict', message: 'Saved elsewhere.' };

function setUp(write: (value: string) => Promise<Failure | null> | Failure | null = () => null) {
  const clock = fakeClock();
  const written: string[] = [];
  const states: SaveState[] = [];
  const autosave = createAutosave<string>(
    async (value) => {
      const failure = await write(value);
      if (!failure) written.push(value);
      return failure;
    },
    (state) => states.push(state),
    clock,
  );
  return { clock, written, states, autosave };
}

describe('autosave', () => {
  it('writes once when input rests', async () => {
    const { clock, written, states, autosave } = setUp();
    autosave.changed('a');
    autosave.changed('ab');
    await clock.pass(REST_MS - 1);
    expect(written).toEqual([]);
    await clock.pass(1);
    expect(written).toEqual(['ab']);
    expect(states.at(-1)).toEqual({ kind: 'saved', at: REST_MS });
  });

  it('writes within the second even while typing never rests', async () => {
    const { clock, written, autosave } = setUp();
    for (let key = 0; key < 20; key += 1) {
      autosave.changed(`${key}`);
      await clock.pass(100);
    }
    expect(AT_LEAST_EVERY_MS).toBeLessThan(1000);
    expect(written.length).toBeGreaterThanOrEqual(3);
    // After two seconds of typing at most the last 600 ms are unwritten.
    expect(Number(written.at(-1))).toBeGreaterThanOrEqual(13);
  });

  it('runs one write at a time and writes the newest next', async () => {
    let finish: () => void = () => undefined;
    const { clock, written, autosave } = setUp(
      () => new Promise((resolve) => (finish = () => resolve(null))),
    );
    autosave.changed('a');
    await clock.pass(REST_MS);
    autosave.changed('b');
    autosave.changed('c');
    await clock.pass(5000);
    expect(written).toEqual([]);
    finish();
    await settle();
    await clock.pass(REST_MS);
    finish();
    await settle();
    expect(written).toEqual(['a', 'c']);
  });

  it('a failed write loses nothing: it is shown, tried again, and then saved', async () => {
    let isFull = true;
    const { clock, written, states, autosave } = setUp(() => (isFull ? diskFull : null));
    autosave.changed('a');
    await clock.pass(REST_MS);
    expect(states.at(-1)).toEqual({ kind: 'failed', failure: diskFull });
    isFull = false;
    await clock.pass(10_000);
    expect(written).toEqual(['a']);
    expect(states.at(-1)?.kind).toBe('saved');
  });

  it('does not fight over a conflict by itself', async () => {
    let writes = 0;
    const { clock, autosave } = setUp(() => {
      writes += 1;
      return conflict;
    });
    autosave.changed('a');
    await clock.pass(60_000);
    expect(writes).toBe(1);
  });

  it('flush writes at once and tells whether all is written', async () => {
    const { written, autosave } = setUp();
    autosave.changed('a');
    expect(await autosave.flush()).toBeNull();
    expect(written).toEqual(['a']);
    const full = setUp(() => diskFull);
    full.autosave.changed('a');
    expect(await full.autosave.flush()).toEqual(diskFull);
  });

  it('flush waits for what is being written and for what came meanwhile', async () => {
    const finishers: (() => void)[] = [];
    const { clock, written, autosave } = setUp(
      () => new Promise((resolve) => finishers.push(() => resolve(null))),
    );
    autosave.changed('a');
    await clock.pass(REST_MS);
    autosave.changed('b');
    const flushed = autosave.flush();
    finishers.shift()?.();
    await settle();
    finishers.shift()?.();
    expect(await flushed).toBeNull();
    expect(written).toEqual(['a', 'b']);
  });
});
