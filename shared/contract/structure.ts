import type { Entry, Groups } from './call.ts';

/** Names and kinds of a contract without its schemas: all that the preload bridge needs. */
export type ContractStructure = Readonly<Record<string, Readonly<Record<string, Entry['kind']>>>>;

/**
 * Reads the structure of a contract. The build writes the result into the preload script, which then carries no schema.
 */
export function contractStructure(groups: Groups): ContractStructure {
  return Object.fromEntries(
    Object.entries(groups).map(([group, entries]) => [
      group,
      Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, entry.kind])),
    ]),
  );
}
