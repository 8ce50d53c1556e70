import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalHash, canonicalJson } from '#shared/domain/canonical-json.ts';
import { contentHash, inputsHash } from '#shared/domain/content-hash.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { wellFormed } from '#shared/domain/well-formed.ts';
import { anyContent } from '../store/support/content-arbitrary.ts';

/** The double with these 64 bits. */
function double(bits: string): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, BigInt(`0x${bits}`));
  return view.getFloat64(0);
}

describe('canonical JSON, by the vectors of RFC 8785', () => {
  it('section 3.2.2 and 3.2.3: primitive values, then sorted properties', () => {
    const input = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(JSON.parse(input))).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('section 3.2.3: property names sort by UTF-16 code unit', () => {
    const input = String.raw`{
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    }`;
    const order = [...canonicalJson(JSON.parse(input)).matchAll(/:"([^"]*)"/g)].map(([, value]) => value);
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('appendix B: the number with the bits %s is written %s', (bits, text) => {
    expect(canonicalJson(double(bits))).toBe(text);
  });

  it.each(['7fffffffffffffff', '7ff0000000000000', 'fff0000000000000'])(
    'appendix B: what is not finite (%s) is refused',
    (bits) => {
      expect(() => canonicalJson({ value: [double(bits)] })).toThrow(TypeError);
    },
  );

  it('section 3.2.2.2: half of a surrogate pair is refused, in names and in values', () => {
    expect(() => canonicalJson({ value: 'x\ud83d' })).toThrow(TypeError);
    expect(() => canonicalJson({ '\udead': 1 })).toThrow(TypeError);
    expect(canonicalJson('😀')).toBe('"😀"');
  });
});

describe('canonical JSON', () => {
  it('is one text for one value, whatever the order of keys, and can be read back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(JSON.stringify(value) === JSON.stringify(wellFormed(value)));
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([
    ['undefined', { value: undefined }],
    ['undefined in a list', [undefined]],
    ['a gap in a list', new Array(2)],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('s')],
    ['a date', new Date(0)],
    ['a map', { value: new Map() }],
    ['bytes', new Uint8Array(1)],
  ])('refuses %s, which JSON does not know', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });

  it('takes an object without a prototype, and a member named __proto__', () => {
    expect(canonicalJson(Object.assign(Object.create(null), { b: 1, a: 2 }))).toBe('{"a":2,"b":1}');
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"x":1}}'))).toBe('{"__proto__":{"x":1},"b":1}');
  });
});

describe('hashes', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('SHA-256 of "%s" (FIPS 180-4)', (text, hash) => {
    expect(sha256Hex(text)).toBe(hash);
    expect(sha256Hex(Buffer.from(text))).toBe(hash);
  });

  it('of a value is that of its canonical text as UTF-8', () => {
    expect(canonicalHash({ b: 'é', a: 1 })).toBe(sha256Hex(Buffer.from('{"a":1,"b":"é"}', 'utf8')));
  });

  it('of the inputs changes with content and with model', () => {
    fc.assert(
      fc.property(anyContent.map(wellFormed), anyContent.map(wellFormed), (a, b) => {
        fc.pre(canonicalJson(a) !== canonicalJson(b));
        expect(contentHash(a)).not.toBe(contentHash(b));
        expect(inputsHash(a, 'x')).not.toBe(inputsHash(b, 'x'));
        expect(inputsHash(a, 'x')).not.toBe(inputsHash(a, 'y'));
        expect(inputsHash(structuredClone(a), 'x')).toBe(inputsHash(a, 'x'));
      }),
      { numRuns: 30 },
    );
  });

  it('are of well-formed text: half a pair becomes the replacement mark, everything else stays', () => {
    expect(wellFormed({ a: ['x\ud83d', '😀'], b: 1, c: null })).toEqual({
      a: ['x\ufffd', '😀'],
      b: 1,
      c: null,
    });
  });
});
