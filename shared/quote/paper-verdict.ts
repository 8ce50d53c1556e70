import { z } from 'zod';

/** What a paper that somebody hands in turns out to be. */
const PAPER_VERDICTS = ['matches', 'matches-older', 'intact', 'altered', 'unknown-here', 'not-ours'] as const;

export const paperVerdictSchema = z.strictObject({
  kind: z.enum(PAPER_VERDICTS),
  /** The verdict in a few words. */
  title: z.string(),
  /** What was found, and what it means, a sentence each. */
  findings: z.array(z.string()),
});
export type PaperVerdict = z.infer<typeof paperVerdictSchema>;

const TITLES: Readonly<Record<PaperVerdict['kind'], string>> = {
  matches: 'Matches',
  'matches-older': 'Matches, computed by an earlier model or engine',
  intact: 'Intact',
  altered: 'Altered',
  'unknown-here': 'Agrees with itself, but unsigned and unknown to this workbook',
  'not-ours': 'Not a paper of Ballast',
};

export const paperVerdict = (kind: PaperVerdict['kind'], findings: readonly string[]): PaperVerdict => ({
  kind,
  title: TITLES[kind],
  findings: [...findings],
});
