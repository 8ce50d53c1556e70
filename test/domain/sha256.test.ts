import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#shared/domain/sha256.ts';

const byNode = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

describe('SHA-256', () => {
  it('is that of the standard', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('is that of Node for any bytes, and for any text, half surrogates among it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => sha256Hex(bytes) === byNode(bytes)),
      { numRuns: 40 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => sha256Hex(text) === byNode(text)),
      { numRuns: 40 },
    );
    expect(sha256Hex('a\ud83d')).toBe(byNode('a\ud83d'));
  });
});
