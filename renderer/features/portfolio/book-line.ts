import type { BookEntry, BookLine, BookLineState } from '#shared/domain/book.ts';
import { minorWithout } from '#shared/domain/money.ts';
import { assertNever } from '#shared/domain/result.ts';
import type { EngineOutcome } from './reprice-jobs.ts';
import type { RunBasis } from './run.ts';

/** What became of one assessment, with what the workbook said of its content. */
export type LineOutcome =
  | (Extract<EngineOutcome, { kind: 'repriced' }> & { readonly isAsIssued: boolean | null })
  | Extract<EngineOutcome, { kind: 'faulty' }>
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly message: string };

type Priced = Extract<LineOutcome, { kind: 'repriced' }>;

/** A change of an issued amount in per cent of it; of nothing there is none. */
export const percentChange = (fromMinor: number, toMinor: number): number | null =>
  fromMinor === 0 ? null : ((toMinor - fromMinor) / fromMinor) * 100;

/** One assessment beside what was issued of it. Only like is compared: the re-price of the very content that was issued. */
export function bookLine(entry: BookEntry, outcome: LineOutcome, basis: RunBasis): BookLine {
  const bare = {
    ...entry,
    grade: null,
    isKnockedOut: false,
    quotedMinor: null,
    changeMinor: null,
    changePercent: null,
    isOtherBasis: isOtherBasis(entry, basis),
  };
  switch (outcome.kind) {
    case 'gone':
      return { ...bare, line: 'gone', remarks: ['It was moved to the bin or removed after the run began.'] };
    case 'unreadable':
      return { ...bare, line: 'cannot-be-priced', remarks: [outcome.message] };
    case 'faulty':
      return { ...bare, line: 'cannot-be-priced', remarks: [outcome.why] };
    case 'repriced':
      return pricedLine(bare, outcome, basis);
    default:
      return assertNever(outcome);
  }
}

function pricedLine(bare: Omit<BookLine, 'line' | 'remarks'>, outcome: Priced, basis: RunBasis): BookLine {
  const { result } = outcome;
  const line = stateOf(bare, outcome);
  const isCompared = line === 'reproduced' || line === 'changed';
  const { issued } = bare;
  const compared =
    isCompared && issued !== null && result.quotedMinor !== null
      ? {
          changeMinor: minorWithout(result.quotedMinor, issued.quotedMinor),
          changePercent: percentChange(issued.quotedMinor, result.quotedMinor),
        }
      : {};
  return {
    ...bare,
    ...compared,
    line,
    grade: result.grade,
    isKnockedOut: result.outcome === 'knocked-out',
    quotedMinor: result.quotedMinor,
    remarks: remarksOn({ ...bare, line }, outcome, basis),
  };
}

function stateOf({ issued }: BookEntry, { isAsIssued, result }: Priced): BookLineState {
  if (issued !== null && isAsIssued !== true) return 'inputs-altered';
  if (result.quotedMinor === null) return 'cannot-be-priced';
  if (issued === null) return 'not-issued';
  return issued.quotedMinor === result.quotedMinor ? 'reproduced' : 'changed';
}

/** The reason first, then what differs between then and now. */
function remarksOn(
  { issued, line, isOtherBasis: isOther }: Pick<BookLine, 'issued' | 'line' | 'isOtherBasis'>,
  { result }: Priced,
  basis: RunBasis,
): string[] {
  const remarks: string[] = [];
  if (line === 'inputs-altered')
    remarks.push(
      'The inputs are no longer those that were issued: the file was changed outside Ballast. Verify this quote.',
    );
  if (result.failure !== null) remarks.push(result.failure.message);
  if (issued !== null && isOther === true) remarks.push(...differences(issued, basis));
  if (line === 'changed' && isOther === false)
    remarks.push('Same model, engine and inputs: it should not have changed. Verify this quote.');
  if (issued !== null && result.grade !== null && result.grade !== issued.grade)
    remarks.push(`It was issued with grade ${issued.grade}.`);
  if (issued !== null && result.outcome !== 'graded')
    remarks.push(
      result.outcome === 'knocked-out'
        ? 'Knocked out now: priced for information only.'
        : 'It has no grade now.',
    );
  if (result.verdict === 'fail')
    remarks.push('The check of the calculation fails: this price could not be issued.');
  return remarks;
}

function differences(issued: NonNullable<BookEntry['issued']>, basis: RunBasis): string[] {
  const isOtherModel = issued.modelHash !== basis.modelHash;
  const isOtherEdition = isOtherModel && issued.modelId === basis.modelId;
  return [
    ...(isOtherEdition
      ? [`Issued with another edition of model ${issued.modelId} (${issued.modelHash.slice(0, 8)}).`]
      : []),
    ...(isOtherModel && !isOtherEdition ? [`Issued with model ${issued.modelId}.`] : []),
    ...(issued.engineVersion === basis.engineVersion ? [] : [`Issued with engine ${issued.engineVersion}.`]),
  ];
}

function isOtherBasis({ issued }: BookEntry, basis: RunBasis): boolean | null {
  if (issued === null) return null;
  return issued.modelHash !== basis.modelHash || issued.engineVersion !== basis.engineVersion;
}
