import { describe, expect, it } from 'vitest';
import { printedHead, readPaperHead } from '#shared/domain/trail-head.ts';

const head = { sequence: 128, hash: `0f3c99aa01d2e4b7${'5'.repeat(48)}` };

describe('the head of the trail on paper', () => {
  it('is the entry and the first 16 digits of its hash', () => {
    expect(printedHead(head)).toBe('128-0f3c99aa01d2e4b7');
  });

  it.each([
    '128-0f3c99aa01d2e4b7',
    '  Trail 128-0F3C99AA01D2E4B7 ',
    '128 – 0f3c 99aa 01d2 e4b7',
    '128 0f3c99aa01d2e4b7',
    '128:0f3c99aa01d2e4b7',
  ])('is read as people type it: %j', (typed) => {
    expect(readPaperHead(typed)).toEqual({ sequence: 128, digits: '0f3c99aa01d2e4b7' });
  });

  it.each([
    '',
    '128',
    '0f3c99aa01d2e4b7',
    '128-0f3c99aa01d2e4b',
    '128-0f3c99aa01d2e4bg',
    '0-0f3c99aa01d2e4b7',
    '128-0f3c99aa01d2e4b755',
  ])('is nothing else: %j', (typed) => expect(readPaperHead(typed)).toBeNull());
});
