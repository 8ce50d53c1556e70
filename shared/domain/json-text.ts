import { pathKey, shortPath } from './issue-sentence.ts';
import { firstOverlongNumber, type RepeatedKey, repeatedKeys } from './json-members.ts';
import { asOne, type Failure, failed, type Result, success } from './result.ts';

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

function placeOf(text: string, index: number): string {
  const { line, column } = lineAndColumn(text, index);
  return `line ${line}, column ${column}`;
}

/** A double keeps so many significant digits of any number that is written. */
const MOST_DIGITS = 17;

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

const LINES_TOLD = 5;

/** `“limitMinor” stands twice, in lines 4 and 9. Keep one.` */
function repeatedKeySentence({ key, lines }: RepeatedKey): string {
  const told = [...new Set(lines)];
  const shown = told.slice(0, LINES_TOLD).map(String);
  const rest = told.length > LINES_TOLD ? 'more' : shown.pop();
  const where = shown.length === 0 ? `line ${rest}` : `lines ${shown.join(', ')} and ${rest}`;
  const times = lines.length === 2 ? 'twice' : `${lines.length} times`;
  return `“${shortPath(key)}” stands ${times}, in ${where}. Keep one.`;
}

/** Where the syntax of JSON text breaks, or null. */
function syntaxFault(text: string, what: string): string | null {
  if (text.trim() === '') return `${what} is empty.`;
  const index = firstJsonError(text);
  if (index === -1) return null;
  const { line, column } = lineAndColumn(text, index);
  const found =
    index >= text.length ? 'the text ends too early' : `unexpected ${JSON.stringify(text[index])}`;
  return `${what} is not JSON: ${found} at line ${line}, column ${column}.`;
}

interface JsonReading {
  readonly value: unknown;
  readonly failures: readonly Failure[];
}

const refused = (failures: readonly Failure[]): JsonReading => ({ value: undefined, failures });

/** The one place that parses JSON: a key that stands twice in one object is refused, since one would be lost without a word. */
function read(text: string, what: string): JsonReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const sentence = syntaxFault(text, what) ?? `${what} is not JSON.`;
    return refused([failed('invalid-input', sentence).failure]);
  }
  const failures = repeatedKeys(text).map(
    (repeated) =>
      failed(
        'invalid-input',
        `${what} says one thing twice: ${repeatedKeySentence(repeated)}`,
        shortPath(pathKey(repeated.path)),
      ).failure,
  );
  return failures.length > 0 ? refused(failures) : { value, failures };
}

/**
 * What JSON text from outside says, or every reason why it may not be taken: one sentence on where the syntax breaks (line
 * and column from 1), on a number that cannot be kept as it is written, on which key could reach an object's prototype, or on each key that stands twice in one object, with
 * all its lines. `what` begins the sentence ("The submission").
 */
export function readJsonText(text: string, what: string): JsonReading {
  const plain = withoutMark(text);
  const reading = read(plain, what);
  if (reading.failures.length > 0) return reading;
  const overlong = firstOverlongNumber(plain, MOST_DIGITS);
  if (overlong !== null) {
    const sentence = `${what} holds a number of more digits than can be kept at ${placeOf(plain, overlong)}. Write at most ${MOST_DIGITS} digits.`;
    return refused([failed('invalid-input', sentence).failure]);
  }
  const safe = refusePrototypeKeys(reading.value, what);
  return safe.ok ? reading : refused([safe.failure]);
}

/** JSON text without the byte order mark that some editors begin a file with. */
export const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);

/** As `readJsonText`, with all that is wrong as one failure. */
export function parseJsonText(text: string, what: string): Result<unknown> {
  const { value, failures } = readJsonText(text, what);
  const all = asOne(failures);
  return all === null ? success(value) : { ok: false, failure: all };
}

/** The value of JSON text that this program wrote itself, read as strictly; throws, for the log, where it cannot be taken. */
export function storedJson(text: string): unknown {
  const { value, failures } = read(text, 'The text');
  const all = asOne(failures);
  if (all === null) return value;
  throw new SyntaxError(all.message);
}

/** The value itself, or a failure naming the key that could reach an object's prototype. */
export function refusePrototypeKeys(value: unknown, what: string): Result<unknown> {
  const path = prototypeKeyPath(value);
  if (path === null) return success(value);
  return failed(
    'invalid-input',
    `${what} holds the key “${path.split('.').at(-1)}”, which is not allowed.`,
    path,
  );
}
