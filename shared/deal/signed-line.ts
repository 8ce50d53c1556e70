import type { QuoteTerms } from '../domain/assessment-content.ts';
import { formatPercentValue } from '../domain/format-number.ts';
import { ourPercent } from '../domain/our-share.ts';

/**
 * Why a signed line cannot be what was signed of an offer, in one sentence; null when it can, or none was signed. Per cent of
 * the whole, as the written line is: a line is signed down, never above what was written. Total and pure.
 */
export function signedLineProblem(
  signedPercent: number | null,
  terms: Pick<QuoteTerms, 'line'>,
): string | null {
  if (signedPercent === null) return null;
  if (!(signedPercent > 0))
    return 'Signed line: must be above 0; leave it empty where no line was signed down.';
  const written = ourPercent(terms);
  return signedPercent > written
    ? `Signed line: ${formatPercentValue(signedPercent)} is above our written line, ${formatPercentValue(written)} of the whole.`
    : null;
}
