import { z } from 'zod';
import { assessmentIdSchema } from '../domain/records.ts';

/** A worksheet with sixty pages holds one or two million bytes; what is larger need not be read to be told. */
export const LARGEST_PAPER_BYTES = 50 * 1024 * 1024;
export const TOO_LARGE_PAPER = 'The file is larger than 50 MB, which no paper of Ballast is.';

/** What a paper that somebody hands in turns out to be. */
const PAPER_VERDICTS = [
  'matches',
  'matches-older',
  'intact',
  'altered',
  'signed-unknown',
  'unknown-here',
  'not-ours',
] as const;

export const paperVerdictSchema = z.strictObject({
  kind: z.enum(PAPER_VERDICTS),
  /** The verdict in a few words. */
  title: z.string(),
  /** What was found, and what it means, a sentence each. */
  findings: z.array(z.string()),
  /** What to do now. */
  next: z.string(),
  /** The assessment that it was issued from, where this workbook has it. */
  assessmentId: assessmentIdSchema.nullable(),
  /** It carries the inputs of an assessment that can be taken over into a workbook. */
  canReopen: z.boolean(),
});
export type PaperVerdict = z.infer<typeof paperVerdictSchema>;

interface VerdictWords {
  readonly title: string;
  readonly next: string;
}

const WORDS: Readonly<Record<PaperVerdict['kind'], VerdictWords>> = {
  matches: { title: 'Matches', next: 'You can rely on it as it is.' },
  'matches-older': {
    title: 'Matches, computed by an earlier model or engine',
    next: 'You can rely on it as it is. A new quote would stand under the model of today.',
  },
  intact: {
    title: 'Intact',
    next: 'You can rely on what it says. To have its premium computed again, check its worksheet.',
  },
  altered: {
    title: 'Altered',
    next: 'Do not rely on it. Ask whoever sent it where it comes from, and use the paper that was issued.',
  },
  'signed-unknown': {
    title: 'Signed by somebody unknown here',
    next: 'Ask the insurer for the card of its signing key, over another way than the paper came, and compare the fingerprint.',
  },
  'unknown-here': {
    title: 'Agrees with itself, but unsigned and unknown to this workbook',
    next: 'Do not rely on it yet: anybody could have made it. Check it with the workbook that issued it.',
  },
  'not-ours': {
    title: 'Not a paper of Ballast',
    next: 'Choose the PDF as it was received, not a print, a scan or a part of it.',
  },
};

/** A verdict in words; without a workbook that knows the paper it leads nowhere. */
export const paperVerdict = (
  kind: PaperVerdict['kind'],
  findings: readonly string[],
  about: Partial<Pick<PaperVerdict, 'assessmentId' | 'canReopen'>> = {},
): PaperVerdict => ({
  kind,
  ...WORDS[kind],
  findings: [...findings],
  assessmentId: null,
  canReopen: false,
  ...about,
});

/** Whether a paper may be believed that is only said to be one. */
export const isBelievable = ({ kind }: Pick<PaperVerdict, 'kind'>): boolean =>
  kind === 'matches' || kind === 'matches-older' || kind === 'intact';
