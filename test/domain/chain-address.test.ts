import { base58, bech32m } from '@scure/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressProblem, chainOf, checkAddress } from '#shared/domain/chain-address.ts';
import { checkContentAgainstModel } from '#shared/domain/check-content.ts';
import type { ScheduledAsset } from '#shared/domain/deal-content.ts';
import { bundledModel, workedExample } from '#test/models/bundled-model.ts';

// From EIP-55, BIP-173, BIP-350 and the documents of Tron and Solana.
const RIGHT = [
  ['Ethereum', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed'],
  ['polygon', '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359'],
  ['BSC', '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB'],
  ['Bitcoin', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
  ['BTC', '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy'],
  ['Bitcoin', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
  ['Bitcoin', 'BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4'],
  ['Bitcoin', 'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0'],
  ['Tron', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'],
] as const;

const WRONG = [
  ['Ethereum', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD', 'fails its checksum'],
  ['Ethereum', '5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', 'must be 0x and 40 hex digits'],
  ['Ethereum', '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe', 'must be 0x and 40 hex digits'],
  ['Ethereum', 'vitalik.eth', 'must be 0x and 40 hex digits'],
  ['Bitcoin', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb', 'fails its checksum'],
  ['Bitcoin', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5', 'fails its checksum'],
  ['Bitcoin', 'bc1QW508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4', 'must be all in small letters'],
  // A later version in the older coding, and the test network.
  ['Bitcoin', 'bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4', 'fails its checksum'],
  ['Bitcoin', 'mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn', 'must begin with 1, 3 or bc1'],
  ['Bitcoin', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'must begin with 1, 3 or bc1'],
  ['Tron', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u', 'fails its checksum'],
  ['Tron', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', 'must begin with T'],
  ['Solana', 'not an address', 'must be 32 to 44 characters'],
  ['Solana', '4Nd1mYQzmnRBcHLfNvo9jvkHoFe1RHR5r2WKp5k', 'must stand for 32 bytes'],
  ['Cosmos', 'cosmos1 with a space', 'must be 8 to 120 characters'],
] as const;

describe('addresses by chain', () => {
  it.each(RIGHT)('%s %s passes its checksum', (chain, address) =>
    expect(checkAddress(chain, address)).toEqual({ kind: 'checked' }),
  );

  it.each(WRONG)('%s %s: %s', (chain, address, why) => {
    const check = checkAddress(chain, address);
    expect(check).toMatchObject({ kind: 'wrong', complaint: expect.stringContaining(why) });
  });

  it.each([
    ['Ethereum', '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', 'all in one case'],
    ['Solana', 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA', 'Solana gives addresses no checksum'],
    ['Cosmos', 'cosmos1hsk6jryyqjfhp5dhc55tc9jtckygx0eph6dd02', 'length and characters only'],
  ])('%s %s is taken, and it is said what was not checked', (chain, address, why) =>
    expect(checkAddress(chain, address)).toMatchObject({
      kind: 'unchecked',
      why: expect.stringContaining(why),
    }),
  );

  it('knows a chain however it is written', () => {
    expect(chainOf(' bnb smart chain ')?.name).toBe('BNB Chain');
    expect(chainOf('Cosmos')).toBeUndefined();
  });

  it('refuses whatever one flipped character makes of a checksummed address', () => {
    const letters = [...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'];
    fc.assert(
      fc.property(
        fc.constantFrom(...RIGHT),
        fc.nat(),
        fc.constantFrom(...letters),
        ([chain, address], at, letter) => {
          const i = at % address.length;
          fc.pre(address[i] !== letter);
          // A segregated witness address may be written in capitals as well, but not mixed.
          const flipped = address.slice(0, i) + letter + address.slice(i + 1);
          expect(checkAddress(chain, flipped).kind).toBe('wrong');
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes every witness program of a length that a version may have, and 32 bytes only for Solana', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 2, maxLength: 40 }),
        fc.integer({ min: 1, max: 16 }),
        (bytes, version) => {
          const address = bech32m.encode('bc', [version, ...bech32m.toWords(bytes)]);
          expect(checkAddress('Bitcoin', address).kind).toBe('checked');
        },
      ),
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 44 }), (bytes) => {
        const kind = checkAddress('Solana', base58.encode(bytes)).kind;
        expect(kind === 'unchecked').toBe(bytes.length === 32);
      }),
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Ethereum', 'Bitcoin', 'Solana', 'Tron', '', 'x'),
        fc.string({ unit: 'binary', maxLength: 200 }),
        (chain, address) => {
          expect(['checked', 'unchecked', 'wrong']).toContain(checkAddress(chain, address).kind);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('the schedule of covered assets', () => {
  const line: ScheduledAsset = { kind: 'wallet', chain: 'Ethereum', address: RIGHT[0][1] };
  const told = (...schedule: readonly ScheduledAsset[]) =>
    checkContentAgainstModel({
      content: { ...workedExample, schedule: [...schedule] },
      model: bundledModel,
    }).map(({ message }) => message);

  it('names field and line of an address that fails', () => {
    expect(told(line, { ...line, address: WRONG[0][1] })).toEqual([
      'The address of line no. 2 of the schedule fails its checksum: a character or a capital is wrong.',
    ]);
  });

  it('wants the chain of a wallet or contract, and only a name of a vault', () => {
    const { chain: _, ...bare } = line;
    expect(told(bare)).toEqual(['The chain of line no. 1 of the schedule must be given.']);
    expect(addressProblem({ kind: 'vault', address: 'Vault 3, Zürich' })).toBeNull();
  });

  it('holds nothing twice for one part, however it is written', () => {
    const again = { ...line, chain: 'eth', address: line.address.toLowerCase() };
    expect(told(line, again)).toEqual(['The address of line no. 2 of the schedule is that of line no. 1.']);
    const [crime, code] = [
      { ...line, part: 'crime-online' } as const,
      { ...line, part: 'protocol' } as const,
    ];
    expect(told(crime, { ...crime, chain: 'Base' }, code)).toEqual([]);
    // One of no part is of them all.
    const third = 'The address of line no. 3 of the schedule is that of line no. 1.';
    expect(told(line, { ...line, chain: 'Base' }, crime)).toEqual([third]);
    expect(told(crime, code, line)).toEqual([third]);
  });
});
