import { z } from 'zod';
import { DEAL_PAPER_KINDS, type DealPaperKind, dealPaperTitle } from '#shared/deal/papers/deal-paper.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import { type PaperVerdict, paperVerdict } from '#shared/quote/paper-verdict.ts';
import { parsedJson } from '../store/connection/stored-values.ts';
import { type CasePaperSought, type FoundCasePaper, findCasePaper } from '../store/deal/find-case-paper.ts';
import { dealPaperApart } from './deal-paper-apart.ts';
import type { ExaminedPaper } from './examine-paper.ts';
import { pagesApart, pagesTold } from './pages-apart.ts';
import { ADDED_AFTER, BROKEN_SIGNATURE, SIGNED_WHOLE, signersOf, type VerifyBasis } from './paper-signers.ts';

const carriedSchema = z.looseObject({
  format: z.enum(['ballast-letter/1', 'ballast-cover-schedule/1']),
  kind: z.enum(DEAL_PAPER_KINDS),
});

type Examined = Extract<ExaminedPaper, { readonly kind: 'of-case' }>;

/**
 * What a letter, a memo or a schedule of a case is: nothing in it can be computed again, so that it is intact only where the
 * workbook keeps these very bytes, or somebody of the workbook has signed them. Nothing that the file claims is believed.
 */
export async function verifyDealPaper(
  paper: Examined,
  { bytes, basis }: { readonly bytes: Uint8Array; readonly basis: VerifyBasis },
): Promise<PaperVerdict> {
  const carried = carriedSchema.safeParse(paper.value);
  if (!carried.success)
    return paperVerdict('altered', [
      'What the paper carries is not what Ballast puts into one: a field is missing or of another kind.',
    ]);
  const { kind } = carried.data;
  const what = lowerFirst(dealPaperTitle(kind));
  const signers = signersOf(paper.signatures, basis);
  const signed = signers.map(({ words }) => words);
  if (paper.signatures.broken > 0) return paperVerdict('altered', [BROKEN_SIGNATURE, ...signed]);
  const { found, words } = recordOf(paper, { kind, basis });
  const whole = signers.find(({ signature }) => signature.end === bytes.byteLength);
  // Of a case there may be many letters: one that is signed here is believed though only another is kept.
  const isAnother = found?.kind === 'named' && !found.isOfMoment && whole?.isKnown === true;
  if (found !== null && !isAnother) return beside(found, { paper, bytes, what, signed });
  if (whole !== undefined)
    return paperVerdict(whole.isKnown ? 'intact' : 'signed-unknown', [...signed, SIGNED_WHOLE, words]);
  return signers.length === 0
    ? paperVerdict('unknown-here', [words])
    : paperVerdict('altered', [...signed, ADDED_AFTER]);
}

interface FoundRecord {
  readonly found: FoundCasePaper | null;
  /** Why there is none. */
  readonly words: string;
}

function recordOf(
  paper: Examined,
  { kind, basis: { db } }: { readonly kind: DealPaperKind; readonly basis: VerifyBasis },
): FoundRecord {
  const what = lowerFirst(dealPaperTitle(kind));
  if (db === null) return { found: null, words: `No workbook was at hand to compare the ${what} with.` };
  const found = findCasePaper(db, {
    kind,
    sha256: paper.sha256,
    sha256Before: Object.values(paper.sha256Before),
    content: canonicalJson(paper.value),
    ...namedBy(paper.value),
  });
  if (!found.ok) return { found: null, words: found.failure.message };
  return {
    found: found.value,
    words: `This workbook keeps no ${what} that says this. Open the workbook that made it, and check the paper there.`,
  };
}

const word = z.string().nullish().catch(null);
const nameSchema = z.looseObject({
  reference: word,
  preparedAt: word,
  insured: word,
  inputsHash: word,
  quotation: z.looseObject({ reference: word, inputsHash: word }).nullish().catch(null),
});

/** Which case a paper says that it is of, and when it says that it was made. */
function namedBy(value: unknown): Pick<CasePaperSought, 'reference' | 'madeAt' | 'insured' | 'inputsHash'> {
  const { reference, preparedAt, insured, inputsHash, quotation } = nameSchema.parse(value);
  return {
    reference: reference ?? quotation?.reference ?? null,
    madeAt: preparedAt ?? null,
    insured: insured ?? null,
    inputsHash: inputsHash ?? quotation?.inputsHash ?? null,
  };
}

interface Surroundings {
  readonly paper: Examined;
  readonly bytes: Uint8Array;
  readonly what: string;
  readonly signed: readonly string[];
}

/** A paper beside the one that the workbook keeps. */
async function beside(
  found: FoundCasePaper,
  { paper, bytes, what, signed }: Surroundings,
): Promise<PaperVerdict> {
  switch (found.kind) {
    case 'same':
      return paperVerdict('intact', [
        `Byte for byte the ${what} that this workbook made and keeps.`,
        ...signed,
      ]);
    case 'inside':
      return paperVerdict('altered', [
        `The ${what} that this workbook keeps is whole inside it, but ${formatNumber(bytes.byteLength - found.pdf.byteLength)} bytes were added behind it, such as a remark, an entry or another signature.`,
        ...signed,
      ]);
    case 'said':
      return paperVerdict('altered', [
        `This workbook keeps a ${what} that says the same, but this is not its file: the pages or something around them were changed.`,
        ...pagesTold(await pagesApart(bytes, found.pdf)),
        ...signed,
      ]);
    case 'named':
      return paperVerdict('altered', [
        `The file is not the ${what} that this workbook made ${found.isOfMoment ? 'at the moment that it names' : 'for the case that it names'} and keeps as no. ${found.sequence}.`,
        ...dealPaperApart(paper.value, parsedJson(found.content)),
        ...pagesTold(await pagesApart(bytes, found.pdf)),
        ...signed,
      ]);
  }
}
