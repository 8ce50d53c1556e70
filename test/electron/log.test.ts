import { describe, expect, it } from 'vitest';
import { onOneEntry } from '#electron/host/log.ts';

describe('a log entry', () => {
  it.each([
    [
      'a forged entry',
      'x\n[2026-11-28 10:00:00] [warn] all is well',
      'x\n    [2026-11-28 10:00:00] [warn] all is well',
    ],
    ['a carriage return', 'secret\rfine', 'secret\n    fine'],
    ['a line separator', 'a\u2028b\u0085c', 'a\n    b\n    c'],
    ['the escape sequences of a terminal', '\u001b[2Jgone\u0007', '\\x1b[2Jgone\\x07'],
    ['text in any script', 'Ångström 取引所', 'Ångström 取引所'],
  ])('holds %s on one entry', (_what, text, shown) => {
    expect(onOneEntry(text)).toBe(shown);
  });

  it('treats errors as it treats text, and leaves other values to the log', () => {
    const error = new Error('first\nsecond');
    expect(
      String(onOneEntry(error))
        .split('\n')
        .slice(1)
        .every((line) => line.startsWith('    ')),
    ).toBe(true);
    expect(onOneEntry(7)).toBe(7);
  });
});
