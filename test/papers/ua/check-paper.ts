import { CHECKPOINTS } from './checkpoints.ts';
import { readPaperFacts } from './read-paper.ts';

/** What a paper breaks: the number of each checkpoint with what was found. */
export async function checkPaper(bytes: Uint8Array): Promise<ReadonlyMap<string, readonly string[]>> {
  const facts = await readPaperFacts(bytes);
  return new Map(
    CHECKPOINTS.flatMap(({ number, check }) => {
      const found = check(facts);
      return found.length === 0 ? [] : [[number, [...new Set(found)]] as const];
    }),
  );
}
