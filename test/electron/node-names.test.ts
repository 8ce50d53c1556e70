import { describe, expect, it } from 'vitest';
import { numberNodesAnew } from '#electron/documents/node-names.ts';

const renamed = (text: string): string =>
  Buffer.from(numberNodesAnew(Buffer.from(text, 'latin1'))).toString('latin1');

describe('the names of the parts of a printed document', () => {
  const printed = (first: string, second: string, third: string): string =>
    `<</S/P/ID (${second})>> <</A [<</O/Table/Headers [(${second}) (${third})]>>]>> <</Names [(${first}) 1 0 R (${second}) 2 0 R (${third}) 3 0 R]>>`;

  it('count from 1 on, in their order, whatever the window printed before', () => {
    const anew = printed('node00000001', 'node00000002', 'node00000003');
    expect(renamed(printed('node00000001', 'node00000004', 'node00000007'))).toBe(anew);
    expect(renamed(printed('node00000001', 'node00004961', 'node00004964'))).toBe(anew);
    expect(renamed(anew)).toBe(anew);
  });

  it('are the only thing that changes: text that looks like one, other bytes and the length stay', () => {
    const text = '(\\(node00000009\\)) (node000) (node0000000x) (node000000091) \x00\xff(node';
    expect(renamed(text)).toBe(text);
    expect(renamed(`${text} (node00000009)`)).toBe(`${text} (node00000001)`);
  });

  it('leave the bytes that were given as they are', () => {
    const given = Buffer.from('/ID (node00000009)');
    numberNodesAnew(given);
    expect(given.toString()).toBe('/ID (node00000009)');
  });
});
