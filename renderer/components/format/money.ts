import { formatAmountPlain } from '#shared/domain/format-money.ts';
import { MAXIMUM_MINOR, type MinorUnits, minorOf } from '#shared/domain/money.ts';
import { inThrees, quoted, threeAfterPoint } from './separators.ts';

const SCALES = [
  { letter: 'bn', size: 1e9 },
  { letter: 'm', size: 1e6 },
  { letter: 'k', size: 1e3 },
] as const;

/** What a money field shows at rest: `25m`, `1.25m`, `250k` where that loses nothing, otherwise the exact figure. */
export function restingAmount(minor: MinorUnits): string {
  const units = minor / 100;
  const scale = SCALES.find(({ size }) => units >= size);
  if (scale) {
    const scaled = Number((units / scale.size).toFixed(3));
    if (Math.round(scaled * scale.size * 100) === minor) return `${scaled}${scale.letter}`;
  }
  return formatAmountPlain(minor);
}

const MULTIPLIERS: Readonly<Record<string, bigint>> = {
  '': 1n,
  k: 1_000n,
  thousand: 1_000n,
  m: 1_000_000n,
  mn: 1_000_000n,
  mio: 1_000_000n,
  million: 1_000_000n,
  b: 1_000_000_000n,
  bn: 1_000_000_000n,
  billion: 1_000_000_000n,
};

export type ParsedAmount =
  | { readonly kind: 'empty' }
  | { readonly kind: 'amount'; readonly minor: MinorUnits }
  | { readonly kind: 'error'; readonly message: string };

const error = (message: string): ParsedAmount => ({ kind: 'error', message });

/**
 * Reads an amount as people write it: `25m`, `1.25m`, `250k`, `1,250,000.50`, `USD 3bn`. Exact decimal arithmetic, no
 * rounding: what is finer than a cent is refused. So is what can be read in two ways: `25.000` is 25 thousand in half the
 * world, and an amount of cents has two decimals, never three.
 */
export function parseAmount(text: string): ParsedAmount {
  const typed = text.trim();
  const bare = typed
    .toLowerCase()
    .replace(/^(usd|us\$|\$)/, '')
    .replace(/usd$/, '')
    .trim();
  if (bare === '') return typed === '' ? { kind: 'empty' } : error(UNREADABLE);
  if (/^[-−–]/.test(bare)) return error('An amount cannot be negative. Enter it without the minus sign.');
  const match = /^([\d.,\s_'’]*\d[\d.,\s_'’]*?)\s*([a-z]*)$/.exec(bare);
  const multiplier = match ? MULTIPLIERS[match[2] ?? ''] : undefined;
  if (!match || multiplier === undefined) return error(UNREADABLE);
  const digits = inThrees(match[1] ?? '');
  if (digits === null) return error(separatorsMessage(typed, match[1] ?? ''));
  const three = multiplier === 1n ? threeAfterPoint(digits) : null;
  if (three !== null) return error(threeMessage(typed, three));
  return exactMinor(digits, multiplier);
}

function threeMessage(
  typed: string,
  { whole, decimal }: { readonly whole: string | null; readonly decimal: string },
): string {
  const isCents = /\.\d\d$/.test(decimal);
  if (whole === null) return isCents ? `Write two decimals: ${decimal}.` : TO_THE_CENT;
  return isCents
    ? `${quoted(typed)} can be read in two ways: write ${whole} or ${decimal}.`
    : `${quoted(typed)} can be read in two ways: write ${whole}, or at most two decimals.`;
}

const TO_THE_CENT = 'Amounts are kept to the cent: use at most two decimals.';
const UNREADABLE = 'Enter an amount such as 25m, 1.25m, 250k or 1,250,000.';

function separatorsMessage(typed: string, digits: string): string {
  const decimal = /^(\d+),(\d{1,2})$/.exec(digits);
  const instead = decimal === null ? '' : ` (${decimal[1]}.${decimal[2]})`;
  return `${quoted(typed)} cannot be read: use a point for decimals${instead} and commas for thousands, in threes: 1.25m or 1,250,000.`;
}

function exactMinor(digits: string, multiplier: bigint): ParsedAmount {
  const [integer = '', fraction = ''] = digits.split('.');
  const scaled = BigInt(`${integer || '0'}${fraction}`) * multiplier * 100n;
  const divisor = 10n ** BigInt(fraction.length);
  if (scaled % divisor !== 0n) return error(TO_THE_CENT);
  const minor = scaled / divisor;
  if (minor > BigInt(MAXIMUM_MINOR)) return error('The largest amount that can be entered is 10,000bn.');
  return { kind: 'amount', minor: minorOf(Number(minor)) };
}
