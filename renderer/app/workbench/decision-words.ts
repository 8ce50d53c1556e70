import { formatCount } from '#shared/domain/format-date.ts';
import { assertNever } from '#shared/domain/result.ts';
import type { Decision } from '#shared/underwriting/decision.ts';

/** Stands in for score, price and decision until the first judgement is there. */
export const JUDGING = 'Working it out…';

/** What an assessment may go out as. */
export const DECISION_NAMES: Readonly<Record<Decision['kind'], string>> = {
  quote: 'a quote',
  indication: 'an indication',
  'not-quotable': 'nothing: it cannot be quoted',
  refused: 'nothing yet',
};

/** What issuing would make, in one line; null while it is not known yet. */
export function decisionWords(decision: Decision | null): string {
  if (decision === null) return JUDGING;
  const { kind, reasons } = decision;
  switch (kind) {
    case 'quote':
      return 'Goes out as a quote: no rule that is computed refers it.';
    case 'indication':
      return `Goes out as an indication: ${formatCount(reasons.length, 'matter is', 'matters are')} open.`;
    case 'not-quotable':
      return `Cannot be quoted: ${formatCount(reasons.length, 'reason')}.`;
    case 'refused':
      return `Cannot be issued yet: ${formatCount(reasons.length, 'reason')}.`;
    default:
      return assertNever(kind);
  }
}
