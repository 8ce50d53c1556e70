/** A member of valid JSON text: where its key (or, in a list, its value) begins, and where it stands. */
interface Member {
  /** Keys and indexes from the whole down to the member; the list is used again for the next one. */
  readonly path: readonly PropertyKey[];
  readonly at: number;
  /** Numbers the object or list that it stands in. */
  readonly parent: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
/** The largest code of what may stand between tokens. */
const SPACE = 0x20;

/** Index after the string that begins at `at`, in valid JSON. */
function afterString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); ; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
  }
}

function keyAt(text: string, at: number, end: number): string {
  const inside = text.slice(at + 1, end - 1);
  return inside.includes('\\') ? (JSON.parse(text.slice(at, end)) as string) : inside;
}

/**
 * Every member of valid JSON text in the order of the text: keys as they stand, so that one that stands twice comes twice.
 * Keeps its own stack, so that hostile nesting cannot exhaust the engine's.
 */
function* membersIn(text: string): Generator<Member> {
  const path: PropertyKey[] = [];
  const parents: { readonly isObject: boolean; readonly parent: number }[] = [];
  let made = 0;
  let awaits: 'key' | 'item' | 'nothing' = 'nothing';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code <= SPACE) continue;
    const inside = parents.at(-1);
    if (awaits === 'item' && code !== CLOSE_BRACKET && inside !== undefined) {
      yield { path, at, parent: inside.parent };
      awaits = 'nothing';
    }
    if (code === QUOTE) {
      const end = afterString(text, at);
      if (awaits === 'key' && inside !== undefined) {
        path[path.length - 1] = keyAt(text, at, end);
        yield { path, at, parent: inside.parent };
        awaits = 'nothing';
      }
      at = end - 1;
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) {
      const isObject = code === OPEN_BRACE;
      made += 1;
      parents.push({ isObject, parent: made });
      path.push(isObject ? '' : 0);
      awaits = isObject ? 'key' : 'item';
    } else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      parents.pop();
      path.pop();
      awaits = 'nothing';
    } else if (code === COMMA && inside !== undefined) {
      if (!inside.isObject) path[path.length - 1] = Number(path.at(-1)) + 1;
      awaits = inside.isObject ? 'key' : 'item';
    }
  }
}

const NUMBER = /-?\d[\d.]*(?:[eE][+-]?\d+)?/y;

/** Where the first number of more than so many significant digits begins in valid JSON text; null when there is none. */
export function firstOverlongNumber(text: string, mostDigits: number): number | null {
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) === QUOTE) {
      at = afterString(text, at) - 1;
      continue;
    }
    NUMBER.lastIndex = at;
    const number = NUMBER.exec(text)?.[0];
    if (number === undefined) continue;
    const digits = number
      .replace(/[eE].*$/, '')
      .replace(/\D/g, '')
      .replace(/^0+|0+$/g, '');
    if (digits.length > mostDigits) return at;
    at = NUMBER.lastIndex - 1;
  }
  return null;
}

/** A key that stands more than once in one object, and the lines (from 1) of each. */
export interface RepeatedKey {
  readonly key: string;
  readonly path: readonly PropertyKey[];
  readonly lines: readonly number[];
}

/** Line, from 1, of ascending indexes into a text. */
function lineCounter(text: string): (index: number) => number {
  const ends = /\r\n|\r|\n/g;
  let line = 1;
  let next = ends.exec(text);
  return (index) => {
    while (next !== null && ends.lastIndex <= index) {
      line += 1;
      next = ends.exec(text);
    }
    return line;
  };
}

/** More are not looked for: a text with so many is broken as a whole. */
const MOST_REPEATED = 100;

/** The keys of valid JSON text that stand more than once in their object, at any depth, in the order of the text. */
export function repeatedKeys(text: string): readonly RepeatedKey[] {
  const seen = new Map<number, Map<string, number>>();
  const repeated = new Map<string, { readonly path: readonly PropertyKey[]; readonly at: number[] }>();
  for (const { path, at, parent } of membersIn(text)) {
    const key = path.at(-1);
    if (typeof key !== 'string') continue;
    let keys = seen.get(parent);
    if (keys === undefined) {
      keys = new Map();
      seen.set(parent, keys);
    }
    const first = keys.get(key);
    if (first === undefined) {
      keys.set(key, at);
      continue;
    }
    const found = repeated.get(`${parent} ${key}`);
    if (found !== undefined) found.at.push(at);
    else if (repeated.size < MOST_REPEATED)
      repeated.set(`${parent} ${key}`, { path: [...path], at: [first, at] });
  }
  return [...repeated.values()].map(({ path, at }) => {
    const lineOf = lineCounter(text);
    return { key: String(path.at(-1)), path, lines: at.map(lineOf) };
  });
}

/** Deeper than any field of a submission; what is nested deeper is told by what it stands in. */
const DEEPEST_PLACE = 8;

/**
 * Where fields stand in valid JSON text: the line, from 1, of the field at a path, or of what it would stand in where it is
 * not there; null for what is not inside anything.
 */
export function placesIn(
  text: string,
): (path: readonly PropertyKey[]) => { readonly line: number; readonly isThere: boolean } | null {
  const lineOf = lineCounter(text);
  const lines = new Map<string, number>();
  const keyOf = (path: readonly PropertyKey[]) => JSON.stringify(path.map(String));
  for (const { path, at } of membersIn(text))
    if (path.length <= DEEPEST_PLACE) lines.set(keyOf(path), lineOf(at));
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const line = lines.get(keyOf(path.slice(0, length)));
      if (line !== undefined) return { line, isThere: length === path.length };
    }
    return null;
  };
}

const MEMBER_NUMBER = /\s*:\s*(-?\d[\d.]*(?:[eE][+-]?\d+)?)/y;

/** A number of JSON text as it is written, with its path and the line (from 1) of its key. */
export interface WrittenNumber {
  readonly path: readonly PropertyKey[];
  readonly line: number;
  readonly written: string;
}

/** The numbers of valid JSON text that stand under keys of a kind, in the order of the text. */
export function numbersUnder(text: string, isWanted: (key: string) => boolean): readonly WrittenNumber[] {
  const lineOf = lineCounter(text);
  const found: WrittenNumber[] = [];
  for (const { path, at } of membersIn(text)) {
    const key = path.at(-1);
    if (typeof key !== 'string' || !isWanted(key)) continue;
    MEMBER_NUMBER.lastIndex = afterString(text, at);
    const written = MEMBER_NUMBER.exec(text)?.[1];
    if (written !== undefined) found.push({ path: [...path], line: lineOf(at), written });
  }
  return found;
}
