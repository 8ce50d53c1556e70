import { shortPath } from './issue-sentence.ts';
import { failed, type Result, success } from './result.ts';

const WHITESPACE = /[ \t\n\r]*/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;
const FIRST_PRINTABLE = 0x20;

/** Index after the JSON string that begins at `at`, or the index of its first fault, negative and less one. */
function scanString(text: string, at: number): number {
  if (text[at] !== '"') return -at - 1;
  for (let i = at + 1; i < text.length; i += 1) {
    if (text[i] === '"') return i + 1;
    if (text.charCodeAt(i) < FIRST_PRINTABLE) return -i - 1;
    if (text[i] === '\\') {
      ESCAPE.lastIndex = i + 1;
      if (!ESCAPE.test(text)) return -i - 1;
      i = ESCAPE.lastIndex - 1;
    }
  }
  return -text.length - 1;
}

type Expected = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'end';

/**
 * Index of the first character that JSON does not allow, or the text's length when it ends too early; -1 for valid
 * JSON. Engines word their syntax errors differently and not all say where; a person needs the place. Keeps its own
 * stack, so that hostile nesting cannot exhaust the engine's.
 */
function firstJsonError(text: string): number {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let expected: Expected = 'value';
  const matchAt = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const afterValue = (): Expected => (open.length === 0 ? 'end' : 'comma-or-close');

  for (;;) {
    matchAt(WHITESPACE);
    const character = text[at];
    if (character === undefined) return expected === 'end' ? -1 : text.length;
    const closes = open.at(-1) === '{' ? '}' : ']';
    if (expected === 'end') return at;
    if (character === closes && open.length > 0 && /close/.test(expected)) {
      open.pop();
      at += 1;
      expected = afterValue();
    } else if (expected === 'comma-or-close') {
      if (character !== ',') return at;
      at += 1;
      expected = open.at(-1) === '{' ? 'key' : 'value';
    } else if (expected === 'colon') {
      if (character !== ':') return at;
      at += 1;
      expected = 'value';
    } else if (expected === 'key' || expected === 'key-or-close') {
      const end = scanString(text, at);
      if (end < 0) return -end - 1;
      at = end;
      expected = 'colon';
    } else if (character === '{' || character === '[') {
      open.push(character);
      at += 1;
      expected = character === '{' ? 'key-or-close' : 'value-or-close';
    } else if (character === '"') {
      const end = scanString(text, at);
      if (end < 0) return -end - 1;
      at = end;
      expected = afterValue();
    } else {
      if (!matchAt(SCALAR)) return at;
      expected = afterValue();
    }
  }
}

/** Line and column, both from 1, of an index into a text. */
function lineAndColumn(text: string, index: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, index).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s"{}[\]:,]+/g;
/** A double keeps so many significant digits of any number that is written. */
const MOST_DIGITS = 17;

/**
 * What valid JSON text says twice, or more exactly than can be kept, as the end of a sentence; null when neither. Parsing
 * takes the last of two values of one key, and the nearest number, without a word.
 */
function firstDoubt(text: string): string | null {
  // For each open object its keys so far; null for a list.
  const open: (Set<string> | null)[] = [];
  let isKey = false;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const keys = open.at(-1) ?? null;
    if (token === '{' || token === '[') open.push(token === '{' ? new Set() : null);
    else if (token === '}' || token === ']') open.pop();
    else if (isKey && keys !== null) {
      const key: string = JSON.parse(token);
      if (keys.has(key))
        return `holds the key ${JSON.stringify(key)} twice in one place, again at ${placeOf(text, index)}. Keep one of them.`;
      keys.add(key);
    } else if (/^-?\d/.test(token) && significantDigits(token) > MOST_DIGITS) {
      return `holds a number of more digits than can be kept at ${placeOf(text, index)}. Write at most ${MOST_DIGITS} digits.`;
    }
    isKey = token === '{' || (token === ',' && keys !== null);
  }
  return null;
}

const significantDigits = (number: string): number =>
  number
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length;

function placeOf(text: string, index: number): string {
  const { line, column } = lineAndColumn(text, index);
  return `line ${line}, column ${column}`;
}

/** Names through which parsed data could reach an object's prototype. */
const PROTOTYPE_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/**
 * Path, shortened, of the first key of that kind anywhere in parsed JSON, or null. Iterative: depth is the sender's
 * choice.
 */
export function prototypeKeyPath(value: unknown): string | null {
  const waiting: { readonly value: unknown; readonly path: string }[] = [{ value, path: '' }];
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (typeof entry.value !== 'object' || entry.value === null) continue;
    for (const key of Object.keys(entry.value)) {
      const path = entry.path === '' ? key : `${entry.path}.${key}`;
      if (PROTOTYPE_KEYS.includes(key)) return shortPath(path);
      waiting.push({ value: (entry.value as Record<string, unknown>)[key], path });
    }
  }
  return null;
}

/**
 * Parses JSON text from outside. Fails with one sentence: where the syntax breaks (line and column from 1), what stands
 * there twice or cannot be kept as it is written, or which key is refused because it could reach an object's prototype. `what` begins the sentence ("The submission").
 */
export function parseJsonText(text: string, what: string): Result<unknown> {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  let value: unknown;
  try {
    value = JSON.parse(plain);
  } catch {
    const index = Math.max(0, firstJsonError(plain));
    const found =
      index >= plain.length ? 'the text ends too early' : `unexpected ${JSON.stringify(plain[index])}`;
    if (plain.trim() === '') return failed('invalid-input', `${what} is empty.`);
    return failed('invalid-input', `${what} is not JSON: ${found} at ${placeOf(plain, index)}.`);
  }
  const doubt = firstDoubt(plain);
  if (doubt !== null) return failed('invalid-input', `${what} ${doubt}`);
  return refusePrototypeKeys(value, what);
}

/** The value itself, or a failure naming the key that could reach an object's prototype. */
export function refusePrototypeKeys(value: unknown, what: string): Result<unknown> {
  const path = prototypeKeyPath(value);
  if (path === null) return success(value);
  return failed('invalid-input', `${what} holds the key "${path}", which is not allowed.`, path);
}
