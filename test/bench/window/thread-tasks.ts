// From a trace of Chromium to the tasks of the window's own thread, each with what it was for.

export interface TraceEvent {
  readonly name: string;
  /** Phase: X = complete, with a duration; M = metadata. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds, as are `dur` and `tdur`. */
  readonly ts: number;
  readonly dur?: number;
  /** The thread's own processor time: what others on the machine do meanwhile is not in it. */
  readonly tdur?: number;
  readonly args: { readonly name?: string; readonly data?: { readonly type?: string } };
}

export interface ThreadTask {
  /**
   * The task that handled a key; the one in which a pricing worker's reply arrived and all that follow up to the next key,
   * since what is drawn later is drawn because of it; any other, among them those in which the page's engine only collects
   * garbage, when it sees fit.
   */
  readonly cause: 'keystroke' | 'reply' | 'rest';
  /** Number of the keystroke or reply, from 0; tasks of the rest have none. */
  readonly turn: number;
  readonly ownMs: number;
  readonly wallMs: number;
}

/** Names of the marks that the measurement sets in the page when a pricing worker's reply arrives. */
export const REPLY_MARK = 'price-reply';

const KEY_EVENTS = new Set(['keydown', 'keypress', 'beforeinput', 'input', 'keyup', 'click', 'change']);

/** Every task of the main thread of the renderer that handled keys, in the order of time. */
export function threadTasks(events: readonly TraceEvent[]): readonly ThreadTask[] {
  const inside = windowThread(events);
  const others = inside.filter(({ name }) => name !== 'RunTask');
  const turns = { keystroke: -1, reply: -1, rest: -1 };
  let isReplyOpen = false;
  let next = 0;
  return inside
    .filter(({ name, ph }) => name === 'RunTask' && ph === 'X')
    .map(({ ts, dur = 0, tdur = dur }): ThreadTask => {
      const held: TraceEvent[] = [];
      for (; next < others.length && others[next]!.ts <= ts + dur; next += 1) {
        if (others[next]!.ts >= ts) held.push(others[next]!);
      }
      const types = held.map(typeOf);
      const isKey = types.some((type) => KEY_EVENTS.has(type));
      const isReply = held.some(({ name }) => name === REPLY_MARK);
      if (types.includes('keydown')) turns.keystroke += 1;
      if (isReply) {
        turns.reply += 1;
        isReplyOpen = true;
      }
      const cause = isKey ? 'keystroke' : isReplyOpen && !isCollection(held, dur) ? 'reply' : 'rest';
      if (isKey) isReplyOpen = false;
      return { cause, turn: turns[cause], ownMs: tdur / 1000, wallMs: dur / 1000 };
    });
}

/** A collection inside a reply's own task is part of it. */
const isCollection = (held: readonly TraceEvent[], durationOfTask: number): boolean =>
  held.some(({ name, dur = 0 }) => /^M(in|aj)orGC$/.test(name) && dur > 0.9 * durationOfTask);

const typeOf = ({ name, args }: TraceEvent): string =>
  name === 'EventDispatch' ? (args.data?.type ?? '') : '';

/** Events of that renderer's main thread which dispatched most keys, in the order of time. */
function windowThread(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const threads = new Map<string, TraceEvent[]>();
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}/${tid}`;
  for (const event of events) {
    if (event.name === 'thread_name' && event.args.name === 'CrRendererMain')
      threads.set(threadOf(event), []);
  }
  for (const event of events) if (event.ph !== 'M') threads.get(threadOf(event))?.push(event);
  const keysOn = (list: readonly TraceEvent[]) => list.filter((event) => typeOf(event) === 'keydown').length;
  const [window = []] = [...threads.values()].sort((one, other) => keysOn(other) - keysOn(one));
  return window.toSorted((one, other) => one.ts - other.ts);
}

/** For each turn of a cause the longest of its tasks by the thread's own time. */
export function longestPerTurn(
  tasks: readonly ThreadTask[],
  cause: 'keystroke' | 'reply',
): readonly ThreadTask[] {
  const longest = new Map<number, ThreadTask>();
  for (const task of tasks) {
    if (task.cause !== cause || task.turn < 0) continue;
    if (task.ownMs > (longest.get(task.turn)?.ownMs ?? -1)) longest.set(task.turn, task);
  }
  return [...longest.values()];
}
