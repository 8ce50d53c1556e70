import { formatNumber } from '#shared/domain/format-number.ts';
import type { CheckReport } from '#shared/domain/records.ts';

/** One line of a check, in plain language. */
export type Finding = CheckReport['findings'][number];

export const finding = ({
  id,
  label,
  isSound,
  message,
}: {
  readonly id: string;
  readonly label: string;
  readonly isSound: boolean;
  readonly message: string;
}): Finding => ({
  id,
  label,
  isSound,
  message,
});

const MOST_NAMED = 5;

/** Names the first few of a list and says how many more there are. */
export function namesOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join('; ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** `1 is gone`, `2,000 are gone`: a number with the verb that goes with it. */
export const withVerb = (count: number, one: string, several: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : several}`;

/** As `withVerb`, of some among all. */
const ofAll = (count: number, all: number, { was, were }: { was: string; were: string }): string =>
  `${formatNumber(count)} of ${formatNumber(all)} ${count === 1 ? was : were}`;

/** What was found of one group of records: how many there are, and which were altered, are gone or were added. */
export interface Differences {
  count: number;
  readonly altered: string[];
  readonly missing: string[];
  readonly added: string[];
}

export const noDifferences = (): Differences => ({ count: 0, altered: [], missing: [], added: [] });

/** The line for one group; `promise` ends “Each of the 12 …”. */
export function differencesFinding(
  { id, label, promise }: { readonly id: string; readonly label: string; readonly promise: string },
  { count, altered, missing, added }: Differences,
): Finding {
  const faults = [
    ...(altered.length > 0
      ? [
          `${ofAll(altered.length, count, { was: 'was', were: 'were' })} changed outside Ballast: ${namesOf(altered)}.`,
        ]
      : []),
    ...(missing.length > 0
      ? [
          `${withVerb(missing.length, 'of which the audit trail tells is', 'of which the audit trail tells are')} gone: ${namesOf(missing)}.`,
        ]
      : []),
    ...(added.length > 0
      ? [
          `${withVerb(added.length, 'of which the audit trail does not tell was', 'of which the audit trail does not tell were')} added: ${namesOf(added)}.`,
        ]
      : []),
  ];
  if (faults.length > 0) return finding({ id, label, isSound: false, message: faults.join(' ') });
  return finding({
    id,
    label,
    isSound: true,
    message:
      count === 0
        ? 'None yet.'
        : `${count === 1 ? 'The only one' : `Each of the ${formatNumber(count)}`} ${promise}.`,
  });
}
