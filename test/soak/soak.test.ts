import { describe, expect, it } from 'vitest';
import { isSentence } from './read-all.ts';
import { runSoak } from './run-soak.ts';
import { SOAK_KINDS } from './soak-kinds.ts';

describe('a short soak', () => {
  it.each(SOAK_KINDS.filter(({ short }) => short > 0).map((kind) => [kind.name, kind] as const))(
    '%s: nothing wrong',
    async (_name, kind) => {
      let tried = 0;
      const wrong = await runSoak({
        kinds: [kind],
        seed: 1,
        countOf: ({ short }) => short,
        milliseconds: 20_000,
        workbook: null,
        onDone: (_kind, tally) => {
          tried += tally.tried;
        },
      });
      expect(wrong).toEqual([]);
      expect(tried).toBeGreaterThan(0);
    },
  );
});

it('a reference in a sentence is no code of an error, whatever the mark of its workbook', () => {
  expect(isSentence('Not compared: BAL-2026-0002-EXBCW version 1, whose model is not kept here.')).toBe(true);
  expect(isSentence('The file could not be read: ENOENT.')).toBe(false);
});
