import { formatChange, formatMoneyPlain } from '#shared/domain/format-money.ts';
import { formatPercentChange, formatScore } from '#shared/domain/format-number.ts';
import { minorOf } from '#shared/domain/money.ts';
import type { LastChange, Standing } from '../../editor/draft/last-change.ts';
import { DECISION_NAMES } from './decision-words.ts';

export interface ChangeLine {
  readonly label: string;
  readonly was: string;
  readonly now: string;
  /** By how much, where that is a figure. */
  readonly by?: string;
}

/** Both figures differ as they are written, or the change says nothing. */
const lineOf = (line: ChangeLine): readonly ChangeLine[] => (line.was === line.now ? [] : [line]);

const premiumWords = ({ quotedMinor }: Standing, currency: string): string =>
  quotedMinor === null ? 'no price' : formatMoneyPlain(quotedMinor, currency);

function premiumChange({ before, after }: LastChange): Pick<ChangeLine, 'by'> {
  if (before.quotedMinor === null || after.quotedMinor === null || before.quotedMinor === 0) return {};
  const change = minorOf(after.quotedMinor - before.quotedMinor);
  const percent = formatPercentChange((change / before.quotedMinor) * 100);
  return { by: `${formatChange(change).replace(/\.00$/, '')} (${percent})` };
}

/** What the last change did, a line for each figure that is another one as it is written. */
export function changeLines(change: LastChange, currency: string): readonly ChangeLine[] {
  const { before, after } = change;
  const grade = ({ grade: letter }: Standing) => letter ?? 'no grade';
  return [
    ...lineOf({ label: 'Grade', was: grade(before), now: grade(after) }),
    ...lineOf({ label: 'Score', was: formatScore(before.overall), now: formatScore(after.overall) }),
    ...lineOf({
      label: 'Premium',
      was: premiumWords(before, currency),
      now: premiumWords(after, currency),
      ...premiumChange(change),
    }),
    ...lineOf({
      label: 'Goes out as',
      was: DECISION_NAMES[before.decision],
      now: DECISION_NAMES[after.decision],
    }),
  ];
}
