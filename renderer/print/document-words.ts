import { formatCount, formatDate } from '#shared/domain/format-date.ts';
import { assertNever } from '#shared/domain/result.ts';
import type { DocumentStatus, QuoteDocument } from '#shared/quote/quote-document.ts';

/** What the reader may do with a document of this status. */
export function statusWords(standing: DocumentStatus): string {
  switch (standing) {
    case 'quote':
      return 'An offer to insure on the terms below, open until the date of validity.';
    case 'indication':
      return 'An indication of terms for discussion. It is not an offer and cannot be accepted.';
    case 'not-quotable':
      return 'Not quotable: an assessment for the file. No terms are offered or indicated, and nothing can be accepted.';
    case 'draft':
      return 'A working draft. It has not been issued, is not an offer and cannot be accepted.';
    default:
      return assertNever(standing);
  }
}

/** `1 Dec 2026 to 1 Dec 2027 (365 days)`; what is missing is named. */
export function periodWords({ content, periodEnd }: QuoteDocument): string {
  const { periodStart, periodDays } = content.terms;
  const days = formatCount(periodDays, 'day');
  if (periodStart === null) return `Period start not stated; ${days}`;
  const end = periodEnd === null ? 'period end not stated' : formatDate(periodEnd);
  return `${formatDate(periodStart)} to ${end} (${days})`;
}
