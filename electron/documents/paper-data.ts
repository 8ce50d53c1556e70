import { type AnyPaper, type DealPaper, dealPaperTitle } from '#shared/deal/papers/deal-paper.ts';
import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Quotation } from '#shared/quote/quotation.ts';
import type { EmbeddedData } from './stamp.ts';

/** The names of what a paper carries: by them it is found again. */
export const WORKSHEET_DATA = 'ballast-worksheet.json';
export const QUOTATION_DATA = 'ballast-quotation.json';
export const SUMMARY_DATA = 'ballast-risk-summary.json';

export const LETTER_DATA = 'ballast-letter.json';
export const SCHEDULE_DATA = 'ballast-cover-schedule.json';

/** The picture stands on the page; what is checked are the words. */
export const withoutLogo = (quotation: Quotation): Quotation => ({
  ...quotation,
  insurer: quotation.insurer && { ...quotation.insurer, logo: null },
});

/**
 * What a paper carries: the worksheet all that it was made of, so that it can be computed again; the quotation its own
 * terms and figures and the hash of the rest, a summary what it says.
 */
export function paperData(paper: AnyPaper): EmbeddedData {
  switch (paper.kind) {
    case 'worksheet':
      return {
        name: WORKSHEET_DATA,
        description: 'Inputs, rating model, results and certificate of this worksheet',
        json: canonicalJson(paper.document),
      };
    case 'quotation':
      return {
        name: QUOTATION_DATA,
        description: 'Terms and figures of this quotation',
        json: canonicalJson(withoutLogo(paper.quotation)),
      };
    case 'risk-summary':
      return {
        name: SUMMARY_DATA,
        description: 'What this summary says',
        json: canonicalJson(paper.summary),
      };
    case 'cover-schedule':
      return {
        name: SCHEDULE_DATA,
        description: 'What is in force, and how it was bound',
        json: canonicalJson(withoutPicture(paper)),
      };
    default:
      return {
        name: LETTER_DATA,
        description: `What this ${dealPaperTitle(paper.kind).toLowerCase()} says`,
        json: canonicalJson(withoutPicture(paper)),
      };
  }
}

/** A paper of a case as it is carried and kept: the logo is drawn and stands nowhere else. */
export const withoutPicture = (paper: DealPaper): DealPaper =>
  paper.kind === 'cover-schedule'
    ? { ...paper, quotation: withoutLogo(paper.quotation) }
    : { ...paper, insurer: paper.insurer && { ...paper.insurer, logo: null } };
