import { fillTemplate } from '#shared/domain/fill-template.ts';
import { formatCount, formatDate } from '#shared/domain/format-date.ts';
import { formatMoneyPlain } from '#shared/domain/format-money.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import { minorShare } from '#shared/domain/minor-share.ts';
import type { Quotation } from '#shared/quote/quotation.ts';
import { partsOf } from './parts-of.ts';

const atHour = (time: string | null): string => (time === null ? '' : `${time} `);

/** `00:01 1 Jan 2027 to 00:01 1 Jan 2028, local standard time at the insured’s address (365 days)`; null without a start. */
export function periodInWords({ period }: Quotation): string | null {
  const { from, to, days, startTime, endTime, timePlace } = period;
  if (from === null || to === null) return null;
  // Within a sentence; the names of time zones keep their capitals.
  const place = timePlace === null ? '' : `, ${timePlace.replace(/^Local /, 'local ')}`;
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

/**
 * What a reader of several limits asks: under which part one event is paid, which limit binds first, and of what coinsurance
 * is a share, with the figures of the part that has most of it. Empty under a wording of before it said so.
 */
export function howLimitsMeet(quotation: Quotation): string {
  const { parts, currency, sentences } = quotation;
  const isShared = parts.some((part) => part.isShared) && quotation.policyLimitMinor !== null;
  const shares = parts.toSorted((a, b) => b.coinsurancePercent - a.coinsurancePercent)[0];
  const coinsured = shares === undefined || shares.coinsurancePercent === 0 ? undefined : shares;
  return [
    parts.length > 1 ? sentences?.oneEvent : undefined,
    isShared ? sentences?.limitsMeetShared : sentences?.limitsMeet,
    coinsured === undefined || sentences?.coinsurance === undefined
      ? undefined
      : fillTemplate(sentences.coinsurance, {
          part: partsOf(quotation).reference([coinsured.part]),
          percent: formatPercentValue(coinsured.coinsurancePercent),
          limit: formatMoneyPlain(coinsured.limitMinor, currency),
          share: formatMoneyPlain(
            minorShare(coinsured.limitMinor, coinsured.coinsurancePercent / 100),
            currency,
          ),
        }),
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}
