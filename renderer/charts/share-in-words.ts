import { formatNumber } from '#shared/domain/format-number.ts';

const NAMED_SHARES = [
  { share: 1 / 4, words: 'a quarter' },
  { share: 1 / 3, words: 'a third' },
  { share: 1 / 2, words: 'half' },
  { share: 2 / 3, words: 'two thirds' },
  { share: 3 / 4, words: 'three quarters' },
] as const;

/** A share in words where a simple fraction is honest (within 0.5 points; `about` within 2), else in per cent. */
export function shareInWords(share: number): string {
  const near = NAMED_SHARES.find((named) => Math.abs(named.share - share) <= 0.02);
  if (near === undefined) return `${formatNumber(share * 100, share < 0.1 ? 1 : 0)}%`;
  return Math.abs(near.share - share) <= 0.005 ? near.words : `about ${near.words}`;
}
