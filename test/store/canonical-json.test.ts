import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#electron/store/connection/canonical-json.ts';
import { contentHash, inputsHash, sha256Hex } from '#electron/store/connection/hashes.ts';
import { wellFormed } from '#electron/store/connection/well-formed.ts';
import { anyContent } from './support/content-arbitrary.ts';

describe('canonical JSON', () => {
  it('sorts keys, at every depth, and writes numbers and text as JSON does (RFC 8785, section 3.2)', () => {
    expect(canonicalJson({ b: [1, 'é', null, true], a: { d: 1e21, c: -0, '\u20ac': '\u000f' } })).toBe(
      '{"a":{"c":0,"d":1e+21,"€":"\\u000f"},"b":[1,"é",null,true]}',
    );
    expect(
      canonicalJson([Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001]),
    ).toBe('[333333333.3333333,1e+30,4.5,0.002,1e-27]');
  });

  it('sorts by UTF-16 code unit (RFC 8785, section 3.2.3)', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
    const sorted = Object.keys(JSON.parse(canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])))));
    expect(canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])))).toBe(
      '{"\\r":0,"1":0,"\u0080":0,"ö":0,"€":0,"😀":0,"\ufb33":0}',
    );
    expect(sorted).toHaveLength(7);
  });

  it('is one text for one value, whatever the order of keys, and can be read back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('refuses what JSON cannot say', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => canonicalJson({ value })).toThrow(RangeError);
  });
});

describe('hashes', () => {
  it('SHA-256 of "abc" (FIPS 180-4)', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('of the inputs changes with content and with model', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (a, b) => {
        fc.pre(canonicalJson(a) !== canonicalJson(b));
        expect(contentHash(a)).not.toBe(contentHash(b));
        expect(inputsHash(a, 'x')).not.toBe(inputsHash(b, 'x'));
        expect(inputsHash(a, 'x')).not.toBe(inputsHash(a, 'y'));
        expect(inputsHash(structuredClone(a), 'x')).toBe(inputsHash(a, 'x'));
      }),
      { numRuns: 30 },
    );
  });

  it('are of well-formed text: half a character becomes the replacement mark, everything else stays', () => {
    expect(wellFormed({ a: ['x\ud83d', '😀'], b: 1, c: null })).toEqual({
      a: ['x\ufffd', '😀'],
      b: 1,
      c: null,
    });
  });
});
