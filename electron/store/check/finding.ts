import type { CheckReport } from '#shared/domain/records.ts';

/** One line of a check, in plain language. */
export type Finding = CheckReport['findings'][number];

export const finding = (id: string, label: string, isSound: boolean, message: string): Finding => ({
  id,
  label,
  isSound,
  message,
});
