import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import { type PaperVerdict, paperVerdict } from '#shared/quote/paper-verdict.ts';
import { paperTitle } from '#shared/quote/paper-words.ts';
import { quotationOf } from '#shared/quote/quotation.ts';
import { riskSummaryOf } from '#shared/quote/risk-summary.ts';
import { hasWords } from '#shared/quote/stored-document.ts';
import {
  getIssuedPapers,
  getQuoteDocument,
  getQuotePaper,
  type IssuedPapers,
} from '../store/quotes/read-quotes.ts';
import { type ExaminedPaper, examinePaper, type ModelsAtHand } from './examine-paper.ts';
import { pagesApart, pagesTold } from './pages-apart.ts';
import { withoutLogo } from './paper-data.ts';
import { ADDED_AFTER, BROKEN_SIGNATURE, SIGNED_WHOLE, signersOf, type VerifyBasis } from './paper-signers.ts';
import { verifyDealPaper } from './verify-deal-paper.ts';

type Examined = Extract<ExaminedPaper, { readonly isPaper: true }>;

/** Examines a paper here and at once, and says what it is. */
export const verifyPaper = async (
  bytes: Uint8Array,
  basis: VerifyBasis & ModelsAtHand,
): Promise<PaperVerdict> => verdictOn(await examinePaper(bytes, basis), bytes, basis);

/**
 * What an examined paper is. A worksheet was computed again from its inputs by our own model and engine; a paper is believed
 * where the workbook issued these very bytes, or where somebody of the workbook signed them. Nothing that the file claims is
 * believed.
 */
export async function verdictOn(
  paper: ExaminedPaper,
  bytes: Uint8Array,
  basis: VerifyBasis,
): Promise<PaperVerdict> {
  if (!paper.isPaper)
    return paper.kind === 'of-case'
      ? verifyDealPaper(paper, { bytes, basis })
      : paperVerdict(paper.kind, [paper.finding]);
  const { signatures, computed } = paper;
  const canReopen = paper.kind === 'worksheet' && computed?.outcome !== 'differs';
  const record = recordOf(paper, basis);
  const about = { assessmentId: record.issued?.assessmentId ?? null, canReopen };
  const signers = signersOf(signatures, basis);
  const signed = signers.map(({ words }) => words);
  if (signatures.broken > 0)
    return paperVerdict('altered', [BROKEN_SIGNATURE, ...signed], { ...about, canReopen: false });
  if (computed?.outcome === 'differs')
    return paperVerdict('altered', [...computed.findings, ...signed], about);
  if (record.issued !== null) return beside(record.issued, { paper, bytes, basis, signed, about });
  const whole = signers.find(({ signature }) => signature.end === bytes.byteLength);
  const unknown = [record.words, ...(computed?.findings ?? [])];
  if (whole === undefined)
    return signers.length === 0
      ? paperVerdict(
          'unknown-here',
          [...unknown, 'It is not signed, so that nothing but a workbook ties its pages to what is inside.'],
          about,
        )
      : paperVerdict('altered', [...signed, ADDED_AFTER], about);
  return paperVerdict(
    whole.isKnown ? believedAs(paper) : 'signed-unknown',
    [...signed, SIGNED_WHOLE, ...unknown],
    about,
  );
}

/** As what a paper is believed that is known to be whole. */
function believedAs({ computed }: Examined): PaperVerdict['kind'] {
  if (computed?.outcome === 'agrees') return 'matches';
  return computed?.outcome === 'agrees-with-older' ? 'matches-older' : 'intact';
}

const nameOf = ({ reference, version }: Examined): string =>
  version === null ? 'a paper that was not issued' : `${reference} version ${version}`;

interface FoundRecord {
  readonly issued: IssuedPapers | null;
  /** Why there is none. */
  readonly words: string;
}

function recordOf(paper: Examined, { db }: VerifyBasis): FoundRecord {
  const { reference, version } = paper;
  if (db === null) return { issued: null, words: 'No workbook was at hand to compare it with.' };
  if (version === null)
    return {
      issued: null,
      words: 'It says itself that it was never issued, so that no workbook vouches for it.',
    };
  const found = getIssuedPapers(db, { reference, version });
  if (!found.ok)
    return { issued: null, words: `The workbook vouches for nothing here. ${found.failure.message}` };
  return {
    issued: found.value,
    words: `This workbook has not issued ${nameOf(paper)}. Open the workbook that has, and check the paper there.`,
  };
}

interface Surroundings {
  readonly paper: Examined;
  readonly bytes: Uint8Array;
  readonly basis: VerifyBasis;
  readonly signed: readonly string[];
  readonly about: Pick<PaperVerdict, 'assessmentId' | 'canReopen'>;
}

/** A paper beside the record of the workbook that has issued it. */
async function beside(
  issued: IssuedPapers,
  { paper, bytes, basis, signed, about }: Surroundings,
): Promise<PaperVerdict> {
  const what = paperTitle(paper.kind, 'quote').toLowerCase();
  const found = paper.computed?.findings ?? [
    'It agrees with its record here. Its premium is computed again from the worksheet, which carries the inputs.',
  ];
  if (issued.hashes.includes(paper.sha256))
    return paperVerdict(
      believedAs(paper),
      [`Byte for byte the ${what} that this workbook issued as ${nameOf(paper)}.`, ...found, ...signed],
      about,
    );
  const added = Object.entries(paper.sha256Before).find(([, hash]) => issued.hashes.includes(hash));
  if (added !== undefined)
    return paperVerdict(
      'altered',
      [
        `The ${what} that this workbook issued as ${nameOf(paper)} is whole inside it, but ${formatNumber(bytes.byteLength - Number(added[0]))} bytes were added behind it, such as a remark, an entry or another signature.`,
        ...signed,
      ],
      about,
    );
  return paperVerdict(
    'altered',
    [
      `The file is not the ${what} that this workbook issued as ${nameOf(paper)}.`,
      ...(await differences(issued, { paper, bytes, basis })),
      ...signed,
    ],
    about,
  );
}

/** Where a paper that is not the issued one differs: in what it carries, on which pages, or around them. */
async function differences(
  issued: IssuedPapers,
  { paper, bytes, basis: { db } }: Pick<Surroundings, 'paper' | 'bytes' | 'basis'>,
): Promise<readonly string[]> {
  if (db === null) return [];
  const stored = getQuoteDocument(db, issued.id);
  if (!stored.ok) return [stored.failure.message];
  const findings: string[] = [];
  if (hasWords(stored.value))
    findings.push(
      canonicalJson(carriedBy(stored.value, paper.kind)) === canonicalJson(paper.value)
        ? 'What it carries inside is as issued.'
        : 'What it carries inside is not what was issued.',
    );
  const original = getQuotePaper(db, issued.id, paper.kind);
  if (original.ok) findings.push(...pagesTold(await pagesApart(bytes, original.value.pdf)));
  return findings;
}

function carriedBy(document: Parameters<typeof quotationOf>[0], kind: Examined['kind']): unknown {
  if (kind === 'worksheet') return document;
  return kind === 'quotation' ? withoutLogo(quotationOf(document)) : riskSummaryOf(document);
}
