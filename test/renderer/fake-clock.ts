/** A clock that stands still until told. */
export function fakeClock() {
  let time = 0;
  let timers: { at: number; run: () => void }[] = [];
  return {
    now: () => time,
    after: (milliseconds: number, run: () => void) => {
      const timer = { at: time + milliseconds, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    /** Lets time pass, running what falls due, with a turn of the event loop after each. */
    async pass(milliseconds: number) {
      const end = time + milliseconds;
      for (;;) {
        const due = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        timers = timers.filter((other) => other !== due);
        time = due.at;
        due.run();
        await settle();
      }
      time = end;
      await settle();
    },
  };
}

export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
