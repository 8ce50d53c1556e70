import { formatAmount } from '../../domain/format-money.ts';
import { formatNumber } from '../../domain/format-number.ts';
import { minorOf } from '../../domain/money.ts';
import { upperFirst } from '../../domain/upper-first.ts';
import { NOTHING, plainNumber } from '../plain-number.ts';

/** Where the key of a figure would not be understood by a reader. All others are taken apart into their words. */
const KEY_WORDS: Readonly<Record<string, string>> = {
  k: 'curvature k',
  mu: 'mean of the logarithm, mu',
  sigma: 'spread of the logarithm, sigma',
  a: 'a',
  b: 'b',
  beta: 'slopes of frequency, by 10 points of score',
  xCap: 'largest share counted',
  owasp: 'OWASP class',
};

/** A key of the model as words: `retentionMinor` is "Retention", `crime-online` "Crime online". */
export function keyWords(key: string): string {
  const known = KEY_WORDS[key];
  const words = known ?? plainWords(key);
  return upperFirst(words);
}

const plainWords = (key: string): string =>
  key
    .replace(/(Minor|Usd)$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase()
    .trim();

/** A single figure, word or mark of the model as text; amounts are written with their currency. */
export function valueText(value: unknown, key: string): string {
  if (value === null || value === undefined) return NOTHING;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') {
    if (key.endsWith('Minor')) return `USD ${formatAmount(minorOf(value))}`;
    if (key.endsWith('Usd')) return `USD ${formatNumber(value)}`;
    return plainNumber(value);
  }
  return String(value);
}
