const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * From which age on how many backups are kept: all of an hour, one an hour for a day, one a day for two weeks, one a week, one a
 * month for ever.
 */
const RULES: readonly { readonly youngerThanMs: number; readonly period: (at: Date) => string }[] = [
  { youngerThanMs: HOUR_MS, period: (at) => at.toISOString() },
  { youngerThanMs: DAY_MS, period: (at) => at.toISOString().slice(0, 13) },
  { youngerThanMs: 14 * DAY_MS, period: (at) => at.toISOString().slice(0, 10) },
  // Weeks are counted from Monday 1970-01-05.
  { youngerThanMs: 91 * DAY_MS, period: (at) => `week ${Math.floor((at.getTime() / DAY_MS - 4) / 7)}` },
  { youngerThanMs: Number.POSITIVE_INFINITY, period: (at) => at.toISOString().slice(0, 7) },
];

/** Which of the backups made at these times can go: in each period the newest stays. Times in the future always stay. */
export function expiredBackups<T extends { readonly madeAt: Date }>(
  backups: readonly T[],
  now: Date,
): readonly T[] {
  const kept = new Set<string>();
  return [...backups]
    .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime())
    .filter(({ madeAt }) => {
      const age = now.getTime() - madeAt.getTime();
      const rule = RULES.findIndex(({ youngerThanMs }) => age < youngerThanMs);
      const period = `${rule} ${RULES[rule]?.period(madeAt)}`;
      if (kept.has(period)) return true;
      kept.add(period);
      return false;
    });
}
