import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { formatMoneyPlain } from '#shared/domain/format-money.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import type { PriceResult, SolveResult } from '#shared/pricing/price-result.ts';
import { parseAmount } from '../../components/format/money.ts';
import type { SolveQuestion } from './price-jobs.ts';

/** How far solving for a target has come. */
export type SolveView =
  | { readonly kind: 'idle' }
  | { readonly kind: 'solving'; readonly question: SolveQuestion }
  | { readonly kind: 'answered'; readonly content: AssessmentContent; readonly result: SolveResult }
  | { readonly kind: 'stopped'; readonly by: 'person' | 'input' }
  | { readonly kind: 'failed'; readonly why: string };

export const nothingSolved: SolveView = { kind: 'idle' };

/** Why nothing can be solved now, in one sentence; null when it can. */
export function solveHindrance(price: PriceResult | null, isReadOnly: boolean): string | null {
  if (isReadOnly) return 'This assessment is read-only: its terms can no longer change.';
  if (price === null) return 'There is no price to start from yet: enter a part of cover that can be priced.';
  return price.parts.length === 0
    ? 'Every part is at an entered rate, which has no loss model to solve with.'
    : null;
}

export type TypedTarget =
  | { readonly kind: 'target'; readonly minor: MinorUnits }
  | { readonly kind: 'error'; readonly message: string };

/** Reads a target premium as typed; empty, zero and negative ones are refused with what to do. */
export function readTarget(text: string): TypedTarget {
  const parsed = parseAmount(text);
  if (parsed.kind === 'empty')
    return { kind: 'error', message: 'Enter the premium to aim for, such as 1.5m.' };
  if (parsed.kind === 'error') return parsed;
  return parsed.minor > 0
    ? { kind: 'target', minor: parsed.minor }
    : { kind: 'error', message: 'The target must be above zero.' };
}

/** The answer in one sentence. */
export function solveSentence(result: SolveResult, partLabel: string, currency: string): string {
  if (result.kind === 'out-of-reach')
    return `No ${result.what} on ${partLabel} meets the target. ${result.reason}`;
  const money = (minor: MinorUnits) => formatMoneyPlain(minor, currency);
  return `A ${result.what} of ${money(result.valueMinor)} each event on ${partLabel} gives a quoted premium of ${money(result.quotedMinor)} (${money(result.premiumMinor)} before rounding), for a target of ${money(result.targetMinor)}.`;
}

/** How an answer stands to the terms as they are now: it can be used, it is in them, or they have moved on. */
export function answerStanding(
  asked: AssessmentContent,
  result: SolveResult,
  now: AssessmentContent,
): 'usable' | 'in-terms' | 'outdated' | 'none' {
  if (result.kind === 'out-of-reach') return asked === now ? 'none' : 'outdated';
  const terms = now.terms.parts.find(({ part }) => part === result.part);
  const present = result.what === 'retention' ? terms?.retentionMinor : terms?.limitMinor;
  if (present === result.valueMinor) return 'in-terms';
  return asked === now ? 'usable' : 'outdated';
}
