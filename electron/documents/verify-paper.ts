import { z } from 'zod';
import { ENGINE_VERSION } from '#shared/actuarial/engine-version.ts';
import { assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import { inputsHash } from '#shared/domain/content-hash.ts';
import { localDay } from '#shared/domain/dates.ts';
import { formatMoney } from '#shared/domain/format-money.ts';
import { minorOf } from '#shared/domain/money.ts';
import type { Result } from '#shared/domain/result.ts';
import type { PaperKind } from '#shared/quote/paper.ts';
import { type PaperVerdict, paperVerdict } from '#shared/quote/paper-verdict.ts';
import { paperTitle } from '#shared/quote/paper-words.ts';
import { quotationOf } from '#shared/quote/quotation.ts';
import { riskSummaryOf } from '#shared/quote/risk-summary.ts';
import { hasWords } from '#shared/quote/stored-document.ts';
import type { ActiveModel } from '#shared/underwriting/activate-model.ts';
import { rateFully } from '#shared/underwriting/full-rating.ts';
import { fastSha256 } from '../host/hash.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { getIssuedPapers, getQuoteDocument, type IssuedPapers } from '../store/quotes/read-quotes.ts';
import { withoutLogo } from './paper-data.ts';
import { readPaper } from './read-paper.ts';

/** What every paper says of itself. */
const headSchema = z.looseObject({ reference: z.string(), version: z.number().int().nullable() });
const worksheetSchema = headSchema.extend({
  format: z.literal('ballast-quote-document/1'),
  engineVersion: z.string(),
  inputsHash: z.string(),
  content: assessmentContentSchema,
  model: z.looseObject({ hash: z.string(), id: z.string() }),
  price: z
    .looseObject({
      technicalMinor: z.number().int(),
      quotedMinor: z.number().int(),
      payableMinor: z.number().int(),
      buildUp: z.array(z.looseObject({ label: z.string(), amountMinor: z.number().int() })),
    })
    .nullable(),
});
/** A paper for the broker, which carries no inputs. */
const brokerSchema = headSchema.extend({ format: z.enum(['ballast-quotation/1', 'ballast-risk-summary/1']) });
type Worksheet = z.infer<typeof worksheetSchema>;

/** With what a paper is verified: nothing of it comes from the paper. */
export interface VerifyBasis {
  /** The workbook that may know it; null without one. */
  readonly db: WorkbookDatabase | null;
  /** The rating model of that hash: one that ships, or one that the workbook keeps. */
  readonly modelOf: (hash: string) => Result<ActiveModel>;
  readonly now: Date;
}

/**
 * What a paper is. A worksheet is computed again from its inputs by our own model and engine, a quotation is compared with the
 * record of this workbook; only the very bytes that the workbook issued ever match. Nothing that the file claims is believed.
 */
export async function verifyPaper(bytes: Uint8Array, basis: VerifyBasis): Promise<PaperVerdict> {
  const read = await readPaper(bytes);
  if (!read.ok) {
    const kind = read.failure.code === 'conflict' ? 'altered' : 'not-ours';
    return paperVerdict(kind, [read.failure.message]);
  }
  const { kind, value } = read.value;
  const head = (kind === 'worksheet' ? worksheetSchema : brokerSchema).safeParse(value);
  if (!head.success)
    return paperVerdict('altered', [
      'What the paper carries is not what Ballast puts into one: a field is missing or of another kind.',
    ]);
  const known = knownQuote(basis.db, head.data);
  return kind === 'worksheet'
    ? verifyWorksheet(head.data as Worksheet, { bytes, known, basis })
    : verifyBrokers(kind, value, { bytes, known, basis });
}

function knownQuote(
  db: WorkbookDatabase | null,
  { reference, version }: z.infer<typeof headSchema>,
): IssuedPapers | null {
  if (db === null || version === null) return null;
  const found = getIssuedPapers(db, { reference, version });
  return found.ok ? found.value : null;
}

interface Surroundings {
  readonly bytes: Uint8Array;
  readonly known: IssuedPapers | null;
  readonly basis: VerifyBasis;
}

const nameOf = ({ reference, version }: z.infer<typeof headSchema>): string =>
  version === null ? 'a paper that was not issued' : `${reference} version ${version}`;

function verifyWorksheet(sheet: Worksheet, { bytes, known, basis }: Surroundings): PaperVerdict {
  const computed = computedAgain(sheet, basis);
  if (computed.faults.length > 0) return paperVerdict('altered', computed.faults);
  if (known === null)
    return paperVerdict('unknown-here', [
      ...computed.findings,
      basis.db === null
        ? 'No workbook was at hand to compare it with.'
        : `This workbook has not issued ${nameOf(sheet)}. Open the workbook that has, and check the paper there.`,
    ]);
  if (!known.hashes.includes(fastSha256(bytes)))
    return paperVerdict('altered', [
      `The file is not one of the papers that this workbook issued as ${nameOf(sheet)}.`,
      ...differences(known, basis, (document) => canonicalJson(document) === canonicalJson(sheet)),
    ]);
  return paperVerdict(computed.isOlder ? 'matches-older' : 'matches', [
    `Byte for byte the worksheet that this workbook issued as ${nameOf(sheet)}.`,
    ...computed.findings,
  ]);
}

interface ComputedAgain {
  readonly faults: readonly string[];
  readonly findings: readonly string[];
  readonly isOlder: boolean;
}

/** The price of the inputs that the sheet carries, by our own model and engine, beside the one that it carries. */
function computedAgain(sheet: Worksheet, { modelOf, now }: VerifyBasis): ComputedAgain {
  const none = { findings: [], isOlder: false };
  if (inputsHash(sheet.content, sheet.model.hash) !== sheet.inputsHash)
    return { ...none, faults: ['The inputs that it carries are not those whose hash it names.'] };
  const found = modelOf(sheet.model.hash);
  if (!found.ok)
    return {
      ...none,
      isOlder: true,
      faults: [],
      findings: [
        `Its rating model, ${sheet.model.id}, is not at hand, so the premium could not be computed again.`,
      ],
    };
  const { price } = rateFully(sheet.content, found.value.model, { today: localDay(now) }).judgement;
  const isOlder = sheet.engineVersion !== ENGINE_VERSION;
  if (sheet.price === null)
    return price.ok
      ? { ...none, faults: ['It carries no price, but its inputs can be priced.'] }
      : { faults: [], isOlder, findings: ['It carries no price, and its inputs have none.'] };
  if (!price.ok) return { ...none, faults: ['It carries a price, but its inputs cannot be priced.'] };
  const own = price.value;
  const { currency } = sheet.content;
  const lines = [
    ...sheet.price.buildUp.map(({ label, amountMinor }, i) => ({
      label,
      carried: amountMinor,
      computed: own.buildUp[i]?.amountMinor ?? null,
    })),
    { label: 'Payable', carried: sheet.price.payableMinor, computed: own.payableMinor },
  ];
  const faults = lines
    .filter(({ carried, computed }) => carried !== computed)
    .map(
      ({ label, carried, computed }) =>
        `${label}: it carries ${formatMoney(minorOf(carried), currency)}, but its inputs give ${computed === null ? 'no such line' : formatMoney(minorOf(computed), currency)}.`,
    );
  if (faults.length > 0 && isOlder)
    return {
      faults: [],
      isOlder,
      findings: [
        `It was computed by engine ${sheet.engineVersion}; this one, ${ENGINE_VERSION}, comes to other amounts: ${faults.join(' ')}`,
      ],
    };
  return {
    faults,
    isOlder,
    findings: [
      `The premium was computed again from its inputs and agrees to the cent: ${formatMoney(own.quotedMinor, currency)}.`,
    ],
  };
}

function verifyBrokers(
  kind: Exclude<PaperKind, 'worksheet'>,
  value: unknown,
  { bytes, known, basis }: Surroundings,
): PaperVerdict {
  const head = headSchema.parse(value);
  const what = paperTitle(kind, 'quote').toLowerCase();
  if (known === null)
    return paperVerdict('unknown-here', [
      basis.db === null
        ? `No workbook was at hand to compare it with; a ${what} cannot be computed again without its worksheet.`
        : `This workbook has not issued ${nameOf(head)}. Open the workbook that has, and check the paper there.`,
    ]);
  if (!known.hashes.includes(fastSha256(bytes)))
    return paperVerdict('altered', [
      `The file is not the ${what} that this workbook issued as ${nameOf(head)}.`,
      ...differences(known, basis, (document) => {
        const issued = kind === 'quotation' ? withoutLogo(quotationOf(document)) : riskSummaryOf(document);
        return canonicalJson(issued) === canonicalJson(value);
      }),
    ]);
  return paperVerdict('intact', [
    `Byte for byte the ${what} that this workbook issued as ${nameOf(head)}.`,
    'It agrees with its record here. Its premium is computed again from the worksheet, which carries the inputs.',
  ]);
}

/** Where a paper that is not the issued one differs: in what it carries, or in its pages. */
function differences(
  known: IssuedPapers,
  { db }: VerifyBasis,
  isSame: (document: Parameters<typeof quotationOf>[0]) => boolean,
): readonly string[] {
  if (db === null) return [];
  const stored = getQuoteDocument(db, known.id);
  if (!stored.ok) return [stored.failure.message];
  if (!hasWords(stored.value)) return [];
  return isSame(stored.value)
    ? ['What it carries is as issued, so the pages or something around them were changed.']
    : ['What it carries is not what was issued.'];
}
