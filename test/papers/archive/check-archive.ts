import { type ArchiveRule, readArchiveFacts } from './archive-facts.ts';
import { COLOUR_RULES } from './colour-rules.ts';
import { FILE_RULES } from './file-rules.ts';
import { FONT_RULES } from './font-rules.ts';
import { METADATA_RULES } from './metadata-rules.ts';

/**
 * The rules of PDF/A-3 (ISO 19005-3:2012), level U, that the checker holds a paper against. What it leaves out are rules of
 * how bytes are written (6.1.4, 6.1.6, 6.1.8, 6.1.9: cross-references, strings, names, white space), which the library that
 * writes the file keeps, and of what no paper has: 6.1.10 (images inside the content, which 6.2.2 refuses), 6.2.7 and
 * JPEG 2000, fonts that are not composite TrueType (6.2.11.2 refuses them), and multimedia (6.3.1 refuses it).
 */
export const ARCHIVE_RULES: readonly ArchiveRule[] = [
  ...FILE_RULES,
  ...COLOUR_RULES,
  ...FONT_RULES,
  ...METADATA_RULES,
];

/** What a paper breaks of them: the clause of each rule with what was found. */
export async function checkArchive(bytes: Uint8Array): Promise<ReadonlyMap<string, readonly string[]>> {
  const facts = await readArchiveFacts(bytes);
  return new Map(
    ARCHIVE_RULES.flatMap(({ clause, check }) => {
      const found = check(facts);
      return found.length === 0 ? [] : [[clause, [...new Set(found)]] as const];
    }),
  );
}
