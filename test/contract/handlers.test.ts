import { describe, expect, it } from 'vitest';
import { handlers } from '#electron/ipc/handlers/index.ts';
import type { Entry } from '#shared/contract/call.ts';
import { contract } from '#shared/contract/contract.ts';
import { contractStructure } from '#shared/contract/structure.ts';

const calls = Object.entries(contract).flatMap(([group, entries]) =>
  Object.entries(entries as Record<string, Entry>)
    .filter(([, entry]) => entry.kind !== 'event')
    .map(([name]) => `${group}.${name}`),
);
const handled = Object.entries(handlers).flatMap(([group, entries]) =>
  Object.keys(entries).map((name) => `${group}.${name}`),
);

describe('the contract', () => {
  it('has a handler for each call and a call for each handler', () => {
    expect(handled.toSorted()).toEqual(calls.toSorted());
  });

  it('reaches the preload script as names and kinds alone', () => {
    const structure = contractStructure(contract);
    expect(structure).toMatchObject({ app: { info: 'query', menuCommand: 'event', flushed: 'command' } });
    expect(JSON.parse(JSON.stringify(structure))).toEqual(structure);
    expect(
      Object.entries(structure).flatMap(([group, names]) => Object.keys(names).map((n) => `${group}.${n}`)),
    ).toHaveLength(calls.length + 6);
  });
});
