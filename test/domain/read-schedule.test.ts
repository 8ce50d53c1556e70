import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScheduledAsset } from '#shared/domain/deal-content.ts';
import { MOST_SCHEDULE_LINES, readSchedule } from '#shared/domain/read-schedule.ts';
import { bundledModel as model } from '#test/models/bundled-model.ts';

const GOOD = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
const OTHER = '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359';
const BAD = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD';
const read = (text: string, before: readonly ScheduledAsset[] = []) => readSchedule(text, before, model);
const faultsIn = (text: string, before: readonly ScheduledAsset[] = []) => {
  const found = read(text, before);
  return found.ok ? [] : found.faults.map(({ sentence }) => sentence);
};

describe('a table of covered assets', () => {
  it.each([
    ['tabs of a spreadsheet', `wallet\tEthereum\t${GOOD}\tHot wallet\tcrime-online\r\nvault\t\tVault 3\t\t`],
    [
      'commas, with titles in another order',
      `Address,Chain,Kind,Part,Used for\n${GOOD},Ethereum,Wallet,Crime-online,Hot wallet\nVault 3,,vault,,`,
    ],
    [
      'semicolons',
      `kind;chain;address;label;part\nwallet;Ethereum;${GOOD};Hot wallet;crime-online\nvault;;Vault 3;;\n`,
    ],
  ])('is read from %s', (_, text) => {
    expect(read(text)).toEqual({
      ok: true,
      lines: [
        { kind: 'wallet', chain: 'Ethereum', address: GOOD, label: 'Hot wallet', part: 'crime-online' },
        { kind: 'vault', address: 'Vault 3' },
      ],
    });
  });

  it('is refused whole, with each bad line by its number', () => {
    const text = [
      'kind,chain,address,label,part',
      `wallet,Ethereum,${GOOD},,`,
      `wallet,Ethereum,${BAD},,`,
      `safe,Ethereum,${OTHER},,`,
      `wallet,,${OTHER},,`,
      `wallet,Ethereum,${OTHER},,flood`,
      `wallet,eth,${GOOD.toLowerCase()},,`,
      `wallet,Ethereum,${OTHER},,,surplus`,
    ].join('\n');
    const faults = faultsIn(text);
    expect(faults).toHaveLength(6);
    expect(faults[0]).toBe('Line 3: the address fails its checksum: a character or a capital is wrong.');
    expect(faults[1]).toMatch(
      /^Line 4: the kind is “safe”, which is no kind of asset; it must be “wallet” \(Wallet\), /,
    );
    expect(faults[2]).toBe('Line 5: the chain must be given.');
    expect(faults[3]).toMatch(
      /^Line 6: the part is “flood”, which is no coverage part; it must be “crime-online” \(/,
    );
    expect(faults[4]).toBe('Line 7: the address is in the schedule already.');
    expect(faults[5]).toBe('Line 8 has more cells than there are columns.');
  });

  it('takes nothing that stands already, nothing empty, and no more lines than there may be', () => {
    const before: ScheduledAsset[] = [{ kind: 'wallet', chain: 'Ethereum', address: GOOD }];
    expect(faultsIn(`wallet,Ethereum,${GOOD}`, before)).toEqual([
      'Line 1: the address is in the schedule already.',
    ]);
    expect(faultsIn('')).toEqual(['There is nothing in it.']);
    expect(faultsIn('kind,chain,address\n')).toEqual(['There are titles in it, and no lines.']);
    const many = Array.from({ length: MOST_SCHEDULE_LINES + 1 }, (_, i) => `vault,,Vault ${i}`).join('\n');
    expect(faultsIn(many)[0]).toContain('at most 2,000 lines');
    expect(faultsIn('wallet,Ethereum,"never closed')[0]).toContain('Line 1: a quotation mark');
  });

  it('never throws, and never takes a line that the check of the content would refuse', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        'wallet',
        'vault',
        'Ethereum',
        'Bitcoin',
        GOOD,
        BAD,
        OTHER,
        'crime-online',
        '',
        '"',
        '=1+1',
      ),
      fc.string({ maxLength: 30 }),
    );
    const text = fc
      .array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 })
      .map((rows) => rows.map((row) => row.join(',')).join('\n'));
    fc.assert(
      fc.property(text, (typed) => {
        const found = read(typed);
        if (!found.ok) {
          expect(found.faults.length).toBeGreaterThan(0);
          return;
        }
        for (const { address } of found.lines) expect(address).not.toBe(BAD);
      }),
      { numRuns: 500 },
    );
  });
});
