import { canonicalJson } from '#shared/domain/canonical-json.ts';
import type { Paper } from '#shared/quote/paper.ts';
import type { Quotation } from '#shared/quote/quotation.ts';
import type { EmbeddedData } from './stamp.ts';

/** The names of what a paper carries: by them it is found again. */
export const WORKSHEET_DATA = 'ballast-worksheet.json';
export const QUOTATION_DATA = 'ballast-quotation.json';
export const SUMMARY_DATA = 'ballast-risk-summary.json';

/** The picture stands on the page; what is checked are the words. */
export const withoutLogo = (quotation: Quotation): Quotation => ({
  ...quotation,
  insurer: quotation.insurer && { ...quotation.insurer, logo: null },
});

/**
 * What a paper carries: the worksheet all that it was made of, so that it can be computed again; the quotation its own
 * terms and figures and the hash of the rest, a summary what it says.
 */
export function paperData(paper: Paper): EmbeddedData {
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
  }
}
