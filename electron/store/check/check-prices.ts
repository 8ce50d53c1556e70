import { ENGINE_VERSION } from '#shared/actuarial/engine-version.ts';
import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { inputsHash } from '#shared/domain/content-hash.ts';
import type { IsoDate } from '#shared/domain/dates.ts';
import { formatMoney } from '#shared/domain/format-money.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { QuoteId } from '#shared/domain/records.ts';
import type { Result } from '#shared/domain/result.ts';
import type { ActiveModel } from '#shared/underwriting/activate-model.ts';
import { reprice } from '#shared/underwriting/reprice.ts';
import type { WorkbookDatabase } from '../connection/database.ts';
import { StoreFault } from '../connection/store-fault.ts';
import { parsedJson } from '../connection/stored-values.ts';
import { modelByHash, type Shipped } from '../models/model-by-hash.ts';
import { quoteName, quoteRecord } from '../quotes/quote-record.ts';
import type { QuoteRecord } from '../quotes/quote-tables.ts';
import { quoteNames, quoteText } from '../quotes/read-quotes.ts';
import { type Finding, finding, namesOf, withVerb } from './finding.ts';

/**
 * Premiums that this installation has reproduced before, by inputs and engine: a price is a function of both, so that none
 * is computed twice. Kept outside the workbook.
 */
export interface KnownPrices {
  readonly premiumOf: (inputs: string) => number | null | undefined;
  readonly remember: (inputs: string, premiumMinor: number | null) => void;
}

interface Priced {
  readonly name: string;
  readonly outcome: 'reproduced' | 'other-engine' | 'differs' | 'not-compared';
  readonly words: string;
}

/** Prices every issued quote again from its stored inputs, under its own model; a quote at a step. */
export function* pricesFinding(
  db: WorkbookDatabase,
  present: Result<Shipped>,
  known: KnownPrices,
): Generator<undefined, Finding> {
  const models = new Map<string, Result<ActiveModel>>();
  const modelOf = (hash: string): Result<ActiveModel> => {
    const model = models.get(hash) ?? modelByHash(db, hash, present);
    models.set(hash, model);
    return model;
  };
  const priced: Priced[] = [];
  for (const quote of quoteNames(db)) {
    priced.push(priceAgain(db, { id: quote.id, name: quoteName(quote) }, { modelOf, known }));
    yield undefined;
  }
  const of = (outcome: Priced['outcome']) => priced.filter((one) => one.outcome === outcome);
  const faults = of('differs').map(({ name, words }) => `${name} (${words})`);
  const others = of('other-engine');
  const reproduced = of('reproduced').length;
  const notCompared = of('not-compared').map(({ name, words }) => `${name} (${words})`);
  const ofRest = notCompared.length === 0 ? '' : ` Not compared: ${namesOf(notCompared)}.`;
  const ofOthers =
    others.length === 0
      ? ''
      : ` ${withVerb(others.length, 'does not reproduce with this release, and was', 'do not reproduce with this release, and were')} made by another engine: ${namesOf(others.map(({ name, words }) => `${name} (${words})`))}.`;
  if (faults.length > 0) {
    return finding({
      id: 'prices',
      label: 'Premiums',
      isSound: false,
      message: `${formatNumber(faults.length)} of ${formatNumber(priced.length)} ${faults.length === 1 ? 'is not what its inputs give under its' : 'are not what their inputs give under their'} model: ${namesOf(faults)}.${ofOthers}${ofRest}`,
    });
  }
  return finding({
    id: 'prices',
    label: 'Premiums',
    isSound: true,
    message:
      priced.length === 0 ? 'None yet.' : `${reproducedWords(reproduced, priced.length)}${ofOthers}${ofRest}`,
  });
}

const reproducedWords = (count: number, all: number): string =>
  all === 1 && count === 1
    ? 'The only issued premium was priced again under its own model: it comes out to the cent.'
    : `${formatNumber(count)} of ${formatNumber(all)} issued premiums, priced again under their own model, come out to the cent.`;

interface PricedWith {
  readonly modelOf: (hash: string) => Result<ActiveModel>;
  readonly known: KnownPrices;
}

function priceAgain(
  db: WorkbookDatabase,
  { id, name }: { readonly id: string; readonly name: string },
  { modelOf, known }: PricedWith,
): Priced {
  try {
    const record = quoteRecord(db, id as QuoteId);
    const premium = premiumOf(db, record, { modelOf, known });
    if (typeof premium === 'string') return { name, outcome: 'not-compared', words: premium };
    if (premium === record.quotedMinor) return { name, outcome: 'reproduced', words: '' };
    const issued = formatMoney(record.quotedMinor as MinorUnits, record.currency);
    const words =
      premium === null
        ? `issued at ${issued}, today without a price`
        : `issued at ${issued}, its inputs give ${formatMoney(premium as MinorUnits, record.currency)}`;
    return record.engineVersion === ENGINE_VERSION
      ? { name, outcome: 'differs', words }
      : { name, outcome: 'other-engine', words: `made by engine ${record.engineVersion}: ${words}` };
  } catch (error) {
    if (error instanceof StoreFault)
      return { name, outcome: 'not-compared', words: 'its record cannot be read' };
    throw error;
  }
}

/** The premium of the stored inputs, or why there is none to compare. */
function premiumOf(
  db: WorkbookDatabase,
  record: QuoteRecord,
  { modelOf, known }: PricedWith,
): number | null | string {
  const remembered = known.premiumOf(record.inputsHash);
  if (remembered !== undefined) return remembered;
  const content = assessmentContentSchema.safeParse(parsedJson(quoteText(db, 'content', record.id))).data;
  if (content === undefined) return 'its inputs cannot be read';
  // What is remembered of inputs is remembered for every workbook: it must be of those very inputs.
  if (inputsHash(content, record.modelHash) !== record.inputsHash)
    return 'its inputs are not those of its hash';
  const model = modelOf(record.modelHash);
  if (!model.ok) return 'its model or the wording of it is not kept here';
  const premium = priceOf(content, model.value.model, record.issuedAt.slice(0, 10));
  known.remember(record.inputsHash, premium);
  return premium;
}

const priceOf = (content: AssessmentContent, model: RatingModel, day: string): number | null =>
  reprice(content, model, day as IsoDate).quotedMinor;
