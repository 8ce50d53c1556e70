import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { base58, bech32, bech32m, createBase58check } from '@scure/base';
import type { ScheduledAsset } from './deal-content.ts';
import { nameKey } from './name-key.ts';

// Addresses of chains, each by the checksum that its chain gives them. A chain that is not known here is not refused: its
// addresses are looked at for length and characters only, and the form says so.

/** How the addresses of a chain are checked. */
type AddressKind = 'evm' | 'bitcoin' | 'solana' | 'tron';

interface Chain {
  readonly name: string;
  readonly kind: AddressKind;
  readonly alsoCalled: readonly string[];
}

/** Chains whose addresses are checked in full, in the order of the form. */
export const CHAINS: readonly Chain[] = [
  { name: 'Ethereum', kind: 'evm', alsoCalled: ['eth', 'mainnet', 'ethereum mainnet'] },
  { name: 'Bitcoin', kind: 'bitcoin', alsoCalled: ['btc'] },
  { name: 'Solana', kind: 'solana', alsoCalled: ['sol'] },
  { name: 'Tron', kind: 'tron', alsoCalled: ['trx'] },
  { name: 'Arbitrum', kind: 'evm', alsoCalled: ['arbitrum one', 'arb'] },
  { name: 'Avalanche', kind: 'evm', alsoCalled: ['avax', 'avalanche c-chain'] },
  { name: 'Base', kind: 'evm', alsoCalled: [] },
  { name: 'BNB Chain', kind: 'evm', alsoCalled: ['bsc', 'bnb', 'bnb smart chain', 'binance smart chain'] },
  { name: 'Gnosis', kind: 'evm', alsoCalled: ['gnosis chain', 'xdai'] },
  { name: 'Linea', kind: 'evm', alsoCalled: [] },
  { name: 'Optimism', kind: 'evm', alsoCalled: ['op mainnet', 'op'] },
  { name: 'Polygon', kind: 'evm', alsoCalled: ['matic', 'polygon pos'] },
  { name: 'Scroll', kind: 'evm', alsoCalled: [] },
  { name: 'zkSync Era', kind: 'evm', alsoCalled: ['zksync'] },
];

/** The chain of a name, however it is written; undefined for one that is not known here. */
export function chainOf(name: string): Chain | undefined {
  const written = name.trim().toLowerCase();
  return CHAINS.find((chain) => chain.name.toLowerCase() === written || chain.alsoCalled.includes(written));
}

/** What a check of an address found. */
export type AddressCheck =
  | { readonly kind: 'checked' }
  /** Well formed, but written without the checksum that its chain has. */
  | { readonly kind: 'unchecked'; readonly why: string }
  | { readonly kind: 'wrong'; readonly complaint: string };

const CHECKED: AddressCheck = { kind: 'checked' };
const wrong = (complaint: string): AddressCheck => ({ kind: 'wrong', complaint });

/** An Ethereum address in the capitals of EIP-55, from its 40 hex digits. */
function inChecksumCapitals(digits: string): string {
  const lower = digits.toLowerCase();
  const hash = bytesToHex(keccak_256(utf8ToBytes(lower)));
  return [...lower].map((digit, i) => (Number(`0x${hash[i]}`) >= 8 ? digit.toUpperCase() : digit)).join('');
}

function checkEvm(address: string): AddressCheck {
  if (!/^0x[0-9a-fA-F]{40}$/.test(address)) return wrong('must be 0x and 40 hex digits');
  const digits = address.slice(2);
  if (/^0+$/.test(digits)) return wrong('is the address of nobody, all noughts');
  if (digits === digits.toLowerCase() || digits === digits.toUpperCase())
    return { kind: 'unchecked', why: 'all in one case, so without a checksum' };
  return digits === inChecksumCapitals(digits)
    ? CHECKED
    : wrong('fails its checksum: a character or a capital is wrong');
}

const base58check = createBase58check(sha256);

/** What is coded in base 58 with a checksum, or null. */
function base58checked(address: string): Uint8Array | null {
  try {
    return base58check.decode(address);
  } catch {
    return null;
  }
}

const BASE58 = /^[1-9A-HJ-NP-Za-km-z]+$/;

/** A segregated witness address: a version of 0 in bech32, a later one in bech32m (BIP-173, BIP-350). */
function isWitness(address: string): boolean {
  for (const [coding, isOfVersion] of [
    [bech32, (version: number) => version === 0],
    [bech32m, (version: number) => version >= 1 && version <= 16],
  ] as const) {
    try {
      const { prefix, words } = coding.decode(address as `${string}1${string}`);
      const [version, ...rest] = words;
      if (prefix !== 'bc' || version === undefined || !isOfVersion(version)) continue;
      const { length } = coding.fromWords(rest);
      if (version === 0 ? length === 20 || length === 32 : length >= 2 && length <= 40) return true;
    } catch {
      // Not of this coding.
    }
  }
  return false;
}

function checkBitcoin(address: string): AddressCheck {
  if (/^bc1/i.test(address)) {
    const isOneCase = address === address.toLowerCase() || address === address.toUpperCase();
    if (!isOneCase) return wrong('must be all in small letters or all in capitals');
    return isWitness(address) ? CHECKED : wrong('fails its checksum: a character is wrong or missing');
  }
  if (!BASE58.test(address) || !/^[13]/.test(address))
    return wrong('must begin with 1, 3 or bc1 and hold the characters of a Bitcoin address');
  const bytes = base58checked(address);
  if (bytes === null) return wrong('fails its checksum: a character is wrong or missing');
  const isOurs = bytes.length === 21 && (bytes[0] === 0x00 || bytes[0] === 0x05);
  return isOurs ? CHECKED : wrong('is not an address of the Bitcoin main network');
}

function checkTron(address: string): AddressCheck {
  if (!BASE58.test(address) || !address.startsWith('T'))
    return wrong('must begin with T and hold the characters of a Tron address');
  const bytes = base58checked(address);
  if (bytes === null) return wrong('fails its checksum: a character is wrong or missing');
  return bytes.length === 21 && bytes[0] === 0x41
    ? CHECKED
    : wrong('is not an address of the Tron main network');
}

/** Solana gives its addresses no checksum: they are 32 bytes in base 58. */
function checkSolana(address: string): AddressCheck {
  const most = 44;
  if (!BASE58.test(address) || address.length > most) return wrong('must be 32 to 44 characters of base 58');
  return base58.decode(address).length === 32
    ? { kind: 'unchecked', why: 'Solana gives addresses no checksum; length and characters are right' }
    : wrong('must stand for 32 bytes: a character is missing or too many');
}

const CHECKS: Readonly<Record<AddressKind, (address: string) => AddressCheck>> = {
  evm: checkEvm,
  bitcoin: checkBitcoin,
  solana: checkSolana,
  tron: checkTron,
};

const OTHER = /^[!-~]{8,120}$/;

/**
 * Checks an address by the checksum of its chain: EIP-55 for Ethereum and those like it, base58check and bech32 for Bitcoin,
 * base58check for Tron, the length for Solana. One of another chain is looked at for length and characters only. Total.
 */
export function checkAddress(chain: string, address: string): AddressCheck {
  const known = chainOf(chain);
  if (known !== undefined) return CHECKS[known.kind](address);
  return OTHER.test(address)
    ? { kind: 'unchecked', why: 'chain not known here; length and characters only' }
    : wrong('must be 8 to 120 characters without spaces');
}

/** What is wrong with a line of the schedule: the field and the end of a sentence; null when all is well. */
export function addressProblem(
  line: ScheduledAsset,
): { readonly field: 'chain' | 'address'; readonly complaint: string } | null {
  // A vault is called by its name.
  if (line.kind === 'vault')
    return line.address.trim() === '' ? { field: 'address', complaint: 'must not be empty' } : null;
  if ((line.chain ?? '').trim() === '') return { field: 'chain', complaint: 'must be given' };
  const check = checkAddress(line.chain ?? '', line.address);
  return check.kind === 'wrong' ? { field: 'address', complaint: check.complaint } : null;
}

/** What makes the asset of a line of the schedule the same as another's. */
function assetKey({ kind, chain = '', address }: ScheduledAsset): string {
  const known = chainOf(chain);
  // A vault has a name, an address on many chains is told apart by case.
  const isVault = kind === 'vault' && known === undefined;
  const written = isVault ? nameKey(address) : known?.kind === 'evm' ? address.toLowerCase() : address;
  return JSON.stringify([known?.name ?? chain.trim().toLowerCase(), written]);
}

/**
 * The lines of a schedule one after the other: `place` takes the next and gives the place of an earlier one that covers the
 * same asset, if there is one. A line of no part is of all parts.
 */
export function scheduledOnce(): { readonly place: (line: ScheduledAsset) => number | undefined } {
  const placesOf = new Map<string, Map<string | undefined, number>>();
  let next = 0;
  const place = (line: ScheduledAsset): number | undefined => {
    const key = assetKey(line);
    const byPart = placesOf.get(key) ?? new Map<string | undefined, number>();
    const [first] = byPart.values();
    const earlier = line.part === undefined ? first : (byPart.get(line.part) ?? byPart.get(undefined));
    if (earlier === undefined) placesOf.set(key, byPart.set(line.part, next));
    next += 1;
    return earlier;
  };
  return { place };
}
