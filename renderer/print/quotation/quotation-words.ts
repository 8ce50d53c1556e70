import { formatCount, formatDate } from '#shared/domain/format-date.ts';
import { formatMoneyPlain } from '#shared/domain/format-money.ts';
import type { Quotation } from '#shared/quote/quotation.ts';

const atHour = (time: string | null): string => (time === null ? '' : `${time} `);

/** `00:01 1 Jan 2027 to 00:01 1 Jan 2028, local standard time at the insured’s address (365 days)`; null without a start. */
export function periodInWords({ period }: Quotation): string | null {
  const { from, to, days, startTime, endTime, timePlace } = period;
  if (from === null || to === null) return null;
  const place = timePlace === null ? '' : `, ${timePlace}`;
  return `From ${atHour(startTime)}${formatDate(from)} to ${atHour(endTime)}${formatDate(to)}${place} (${formatCount(days, 'day')})`;
}

/** Until when the offer stands; null where nothing is offered. */
export function validityInWords({ validUntil, validUntilTime, validityPlace }: Quotation): string | null {
  if (validUntil === null) return null;
  const place = validityPlace === null ? '' : `, ${validityPlace}`;
  return `${atHour(validUntilTime)}${formatDate(validUntil)}${place}`;
}

/** The sentence on the part of the value that no limit reaches; null where the value is not given or no gap is left. */
export function gapInWords(quotation: Quotation, title: string): string | null {
  const { largestGap, parts, currency } = quotation;
  const part = parts.find((candidate) => candidate.part === largestGap?.part);
  if (largestGap === null || part?.exposedMinor == null) return null;
  return `Largest gap: a total loss under ${title} would be ${formatMoneyPlain(part.exposedMinor, currency)} and leave ${formatMoneyPlain(largestGap.minor, currency)} above its limit.`;
}
