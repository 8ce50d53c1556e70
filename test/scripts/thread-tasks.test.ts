import { expect, it } from 'vitest';
import { longestPerTurn, REPLY_MARK, type TraceEvent, threadTasks } from '#test/bench/window/thread-tasks.ts';

const event = (name: string, ts: number, more: Partial<TraceEvent> = {}): TraceEvent => ({
  name,
  ph: 'X',
  pid: 1,
  tid: 1,
  ts,
  args: {},
  ...more,
});
const task = (ts: number, dur: number, tdur: number) => event('RunTask', ts, { dur, tdur });
const dispatch = (type: string, ts: number) => event('EventDispatch', ts, { args: { data: { type } } });
const thread = (pid: number, name: string) =>
  event('thread_name', 0, { ph: 'M', pid, tid: pid, args: { name } });

it('tells tasks of keystrokes from those that a price reply leads to, up to the next keystroke', () => {
  const tasks = threadTasks([
    thread(1, 'CrRendererMain'),
    thread(2, 'CrRendererMain'),
    thread(3, 'CrBrowserMain'),
    event('RunTask', 0, { pid: 2, tid: 2, dur: 900_000, tdur: 900_000 }),
    event('RunTask', 0, { pid: 3, tid: 3, dur: 900_000, tdur: 900_000 }),
    ...[task(1_000, 5_000, 4_000), dispatch('keydown', 1_100), dispatch('input', 2_000)],
    ...[task(10_000, 3_000, 2_000), event('Paint', 12_000)],
    ...[task(20_000, 8_000, 7_000), event(REPLY_MARK, 20_100)],
    ...[task(30_000, 9_000, 6_000), event('Paint', 35_000)],
    task(40_000, 2_000, 1_000),
    ...[task(45_000, 2_000, 1_200), event(REPLY_MARK, 45_100)],
    ...[task(47_000, 2_000, 1_900), event('MinorGC', 47_010, { dur: 1_980 })],
    ...[task(50_000, 2_000, 1_500), event(REPLY_MARK, 50_100)],
    ...[task(60_000, 5_000, 4_500), dispatch('keydown', 60_100)],
    task(70_000, 3_000, 2_500),
  ]);
  expect(tasks.map(({ cause, ownMs }) => [cause, ownMs])).toEqual([
    ['keystroke', 4],
    ['rest', 2],
    ['reply', 7],
    ['reply', 6],
    ['reply', 1],
    ['reply', 1.2],
    ['rest', 1.9],
    ['reply', 1.5],
    ['keystroke', 4.5],
    ['rest', 2.5],
  ]);
  expect(longestPerTurn(tasks, 'reply').map(({ ownMs }) => ownMs)).toEqual([7, 1.2, 1.5]);
  expect(longestPerTurn(tasks, 'keystroke').map(({ ownMs }) => ownMs)).toEqual([4, 4.5]);
});
