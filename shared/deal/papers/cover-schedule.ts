import type { IsoDate } from '../../domain/dates.ts';
import { ourShareMinor } from '../../domain/our-share.ts';
import { type Quotation, quotationOf } from '../../quote/quotation.ts';
import type { QuoteDocument } from '../../quote/quote-document.ts';
import type { StandingSubjectivity } from './missing-information.ts';

/** How a quote came to be bound. */
export interface Binding {
  /** When it was entered as bound: ISO date-time, UTC. */
  readonly boundAt: string;
  readonly boundBy: string;
  readonly acceptedBy: string;
  readonly acceptedOn: IsoDate;
  readonly how: string;
  /** The option that was accepted. */
  readonly option: string;
  /** Of the whole, per cent; null where no line was signed down and what was written stands. */
  readonly signedLinePercent: number | null;
  /** SHA-256 of the paper that was accepted. */
  readonly paperSha256: string;
}

/** What is in force: page 1 of the quotation as it was accepted, how it was bound, and what is still owed. */
export interface CoverSchedule {
  readonly format: 'ballast-cover-schedule/1';
  readonly kind: 'cover-schedule';
  readonly paper: QuoteDocument['paper'];
  readonly isDraft: boolean;
  /** ISO date-time, UTC. */
  readonly preparedAt: string;
  readonly preparedBy: string;
  /** Of the accepted option alone. */
  readonly quotation: Quotation;
  readonly binding: Binding;
  /** As they stand on the day of the schedule. */
  readonly subjectivities: readonly StandingSubjectivity[];
}

/** The schedule of a bound cover. `document` is of the accepted option; its page 1 names only what is still owed. Total and pure. */
export function coverSchedule({
  document,
  ...rest
}: Pick<CoverSchedule, 'isDraft' | 'preparedAt' | 'preparedBy' | 'binding' | 'subjectivities'> & {
  readonly document: QuoteDocument;
}): CoverSchedule {
  const quotation = quotationOf(document);
  const isOwed = (text: string) =>
    rest.subjectivities.some((one) => one.text === text && (one.state === 'open' || one.state === 'overdue'));
  return {
    format: 'ballast-cover-schedule/1',
    kind: 'cover-schedule',
    paper: document.paper,
    ...rest,
    quotation: {
      ...signed(quotation, rest.binding),
      subjectivities: quotation.subjectivities.filter(({ text }) => isOwed(text)),
    },
  };
}

/** With our line, and our share of the premium, as they were signed. */
function signed(quotation: Quotation, { signedLinePercent }: Binding): Quotation {
  const { line, premium } = quotation;
  if (signedLinePercent === null || line === null || line === undefined) return quotation;
  return {
    ...quotation,
    line: { ...line, writtenPercent: signedLinePercent },
    premium: premium && { ...premium, oursMinor: ourShareMinor(premium.wholeMinor, signedLinePercent) },
  };
}
