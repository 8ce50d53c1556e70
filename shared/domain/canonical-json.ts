import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * JSON text of a value in one form only: keys sorted by code unit, no white space, numbers as JavaScript writes them
 * (RFC 8785, JSON Canonicalization Scheme). Two files that hold the same data have the same text. The value must be
 * plain JSON data; throws on anything else.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('only finite numbers have a JSON form');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} has no JSON form`);
  const record = value as Readonly<Record<string, unknown>>;
  const entries = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`);
  return `{${entries.join(',')}}`;
}

/** SHA-256 of the canonical JSON of a value, in lower-case hexadecimal. */
export const canonicalHash = (value: unknown): string =>
  bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
