import { sha256Hex } from './sha256.ts';
import { isWellFormed } from './well-formed.ts';

/**
 * The one JSON text of a value (RFC 8785, JSON Canonicalization Scheme): keys sorted by UTF-16 code unit, no white space,
 * numbers and strings as ECMAScript writes them. Two values that hold the same data have the same text, so that its hash
 * can be stored. Takes plain JSON data only; a TypeError says what else was met: undefined, NaN or infinity, a bigint, half
 * of a surrogate pair, or an object that is not a plain one.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalString(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical JSON form`);
      return JSON.stringify(value);
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value);
    default:
      throw new TypeError(`${typeof value} has no canonical JSON form`);
  }
}

/** SHA-256 of the canonical JSON of a value, as 64 lower-case hex digits. */
export const canonicalHash = (value: unknown): string => sha256Hex(canonicalJson(value));

function canonicalString(text: string): string {
  // Section 3.2.2.2: half of a surrogate pair must end in an error; JSON.stringify would escape it.
  if (!isWellFormed(text))
    throw new TypeError('text with half of a surrogate pair has no canonical JSON form');
  return JSON.stringify(text);
}

/** `Array.from` visits gaps, which `map` would leave out. */
const canonicalArray = (items: readonly unknown[]): string =>
  `[${Array.from(items, (item) => canonicalJson(item)).join(',')}]`;

function canonicalObject(object: object): string {
  const prototype: unknown = Object.getPrototypeOf(object);
  if (prototype !== null && prototype !== Object.prototype) {
    throw new TypeError('only plain objects have a canonical JSON form');
  }
  // Without a comparison `sort` is by UTF-16 code unit, as section 3.2.3 asks.
  const entries = new Map<string, unknown>(Object.entries(object));
  const members = [...entries.keys()]
    .sort()
    .map((key) => `${canonicalString(key)}:${canonicalJson(entries.get(key))}`);
  return `{${members.join(',')}}`;
}
