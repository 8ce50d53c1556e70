import type { AssessmentContent } from '../domain/assessment-content.ts';
import { companyKey } from '../domain/company-key.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { listOfSome } from '../domain/list-text.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import type { Finding } from './terms-findings.ts';

/** Where the subject, its address, the risk or a tax is in a place that is under broad sanctions. Total and pure. */
export function underSanctions(
  { subject, terms }: AssessmentContent,
  { exclusions }: NonNullable<RatingModel['wording']['decision']>,
): Finding | null {
  const rule = exclusions?.placesUnderSanctions ?? null;
  if (rule === null) return null;
  const { insuredAddress, situs } = terms.contract ?? {};
  const places = [
    { field: 'subject.jurisdiction', text: subject.jurisdiction ?? '' },
    { field: 'terms.contract.insuredAddress', text: insuredAddress ?? '' },
    { field: 'terms.contract.situs', text: situs ?? '' },
    ...terms.taxes.map(({ jurisdiction }, i) => ({
      field: `terms.taxes.${i}.jurisdiction`,
      text: jurisdiction,
    })),
  ];
  const found = places.filter(({ text }) =>
    rule.places.some((place) => ` ${companyKey(text)} `.includes(` ${place} `)),
  );
  if (found.length === 0) return null;
  const named = listOfSome([...new Set(found.map(({ text }) => `“${text}”`))]);
  return { reason: fillTemplate(rule.reason, { places: named }), fields: found.map(({ field }) => field) };
}
