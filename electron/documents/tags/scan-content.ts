/** An operator of a content stream, with the place of its operands and its own. */
export interface Operator {
  readonly name: string;
  /** Where its first operand begins, or the operator itself where it has none. */
  readonly start: number;
  readonly end: number;
  /** Its operands as they are written. */
  readonly operands: string;
}

const WHITE = 1;
const DELIMITER = 2;

/** What each byte is between tokens. A page has a million of them, which are read by their codes. */
const KINDS = new Uint8Array(256);
for (const letter of '\0\t\n\f\r ') KINDS[letter.charCodeAt(0)] = WHITE;
for (const letter of '()<>[]{}/%') KINDS[letter.charCodeAt(0)] = DELIMITER;

const PERCENT = '%'.charCodeAt(0);
const OPEN = '('.charCodeAt(0);
const CLOSE = ')'.charCodeAt(0);
const LESS = '<'.charCodeAt(0);
const MORE = '>'.charCodeAt(0);
const SLASH = '/'.charCodeAt(0);
const STROKE = '\\'.charCodeAt(0);
const RETURN = '\r'.charCodeAt(0);
const LINE = '\n'.charCodeAt(0);

/** Reads the operators of a content stream (ISO 32000-1, 7.8.2), given as one character a byte. */
export function operatorsOf(content: string): readonly Operator[] {
  const operators: Operator[] = [];
  let at = 0;
  let start = -1;
  while (at < content.length) {
    const code = content.charCodeAt(at);
    if (KINDS[code] === WHITE) {
      at += 1;
      continue;
    }
    const from = at;
    at = endOfToken(content, at);
    if (code === PERCENT) continue;
    if (start < 0) start = from;
    if (!beginsWord(code)) continue;
    const name = content.slice(from, at);
    if (!isOperator(name)) continue;
    if (name === 'BI') at = endOfInlineImage(content, at);
    operators.push({ name, start, end: at, operands: content.slice(start, from) });
    start = -1;
  }
  return operators;
}

/** An operator begins with a letter or a quotation mark. */
const beginsWord = (code: number): boolean =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x27 || code === 0x22;

/** It is a word of letters; `true`, `false` and `null` are values. */
const isOperator = (token: string): boolean =>
  /^[A-Za-z'"][A-Za-z0-9*]*$/.test(token) && token !== 'true' && token !== 'false' && token !== 'null';

function endOfToken(content: string, at: number): number {
  const code = content.charCodeAt(at);
  if (KINDS[code] === DELIMITER && code !== SLASH) return endOfDelimited(content, at);
  let end = at + 1;
  while (end < content.length && !KINDS[content.charCodeAt(end)]) end += 1;
  return end;
}

function endOfDelimited(content: string, at: number): number {
  const code = content.charCodeAt(at);
  if (code === PERCENT) return endOfLine(content, at);
  if (code === OPEN) return endOfString(content, at);
  if ((code === LESS || code === MORE) && content.charCodeAt(at + 1) === code) return at + 2;
  if (code !== LESS) return at + 1;
  const close = content.indexOf('>', at);
  return close < 0 ? content.length : close + 1;
}

function endOfLine(content: string, at: number): number {
  let end = at;
  while (end < content.length && content.charCodeAt(end) !== LINE && content.charCodeAt(end) !== RETURN)
    end += 1;
  return end;
}

function endOfString(content: string, at: number): number {
  let depth = 0;
  for (let end = at; end < content.length; end += 1) {
    const code = content.charCodeAt(end);
    if (code === STROKE) end += 1;
    else if (code === OPEN) depth += 1;
    else if (code === CLOSE) {
      depth -= 1;
      if (depth === 0) return end + 1;
    }
  }
  return content.length;
}

function endOfInlineImage(content: string, at: number): number {
  const end = /\sEI(?=\s|$)/g;
  end.lastIndex = at;
  const found = end.exec(content);
  return found === null ? content.length : found.index + found[0].length;
}
