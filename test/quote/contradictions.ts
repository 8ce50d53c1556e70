import type { Quotation } from '#shared/quote/quotation.ts';

/** Causes of loss that are the very thing that an exclusion takes out, by code of the exclusion's label. */
const SAME_PERIL: readonly { readonly cause: RegExp; readonly exclusion: RegExp; readonly unless: RegExp }[] =
  [
    { cause: /front end/i, exclusion: /^Front-end/, unless: /costs only/ },
    { cause: /proxy or upgrade/i, exclusion: /^Unscheduled or changed code/, unless: /scheduled code only/ },
    { cause: /^Deployment/i, exclusion: /^Deployment error/, unless: /$^/ },
    { cause: /^Oracle/i, exclusion: /^Oracle/, unless: /$^/ },
    { cause: /^Governance/i, exclusion: /^Governance/, unless: /$^/ },
    { cause: /phishing or account takeover/i, exclusion: /^Customer account takeover/, unless: /$^/ },
    { cause: /^Failure of a chain/i, exclusion: /^Blockchain failure/, unless: /$^/ },
  ];

/**
 * What one place of a quotation says against another, a sentence each; none where its words hold together. Beside the rules
 * of single clauses it holds every cause to the exclusions of the parts that answer for it.
 */
export function contradictionsOf(quotation: Quotation): readonly string[] {
  const { causes, exclusions, parts, clauses, schedule, sentences } = quotation;
  const said: string[] = [];
  const standing = exclusions.filter(({ isBoughtBack }) => !isBoughtBack);
  for (const { label } of exclusions.filter(({ isBoughtBack }) => isBoughtBack))
    if (standing.some((other) => other.label === label)) said.push(`${label} is bought back and excluded.`);
  for (const cause of causes) {
    if ((cause.answer === 'no') !== (cause.upToMinor === null && cause.answer !== 'on-the-facts'))
      said.push(`${cause.label} is answered with ${cause.answer}, up to ${cause.upToMinor}.`);
    for (const part of cause.parts)
      if (!parts.some((quoted) => quoted.part === part))
        said.push(`${cause.label} is answered by a part that is not quoted.`);
    for (const { cause: peril, exclusion, unless } of SAME_PERIL) {
      if (!peril.test(cause.label) || unless.test(cause.note ?? '')) continue;
      const out = standing.filter(({ label }) => exclusion.test(label));
      const answering = cause.parts.filter((part) => out.some(({ parts: under }) => under.includes(part)));
      if (answering.length > 0 && answering.length === cause.parts.length)
        said.push(`${cause.label} is covered by ${answering.join(', ')}, which exclude it.`);
    }
  }
  for (const { heading, text, isChosen } of clauses) {
    if (/does not say/.test(text)) continue;
    if (!isChosen && /\bis covered\b|are covered/.test(text))
      said.push(`${heading} is not chosen, and covers.`);
    if (/\bare covered\b/.test(text) && standing.some(({ label }) => /cyber operation/i.test(label)))
      said.push(`${heading}: what an exclusion takes out is said to be covered.`);
  }
  const signing = causes.find(({ label }) => /spoofing/i.test(label));
  const tricked = clauses.find(({ heading }) => /signers/i.test(heading));
  if (tricked !== undefined && signing !== undefined) {
    if (!tricked.isChosen && signing.answer !== 'on-the-facts' && signing.answer !== 'no')
      said.push('Tricked signers are not stated, and answered.');
    if (/is not covered/.test(tricked.text) && signing.answer !== 'no')
      said.push('Tricked signers are excluded, and answered.');
  }
  for (const part of parts) {
    if (/not the coin\b/.test(part.insures) && part.exposedMinor !== null)
      said.push(`${part.label} is worded without the assets that it is priced on.`);
    if (
      part.hasAverageClause &&
      part.exposedMinor !== null &&
      part.gapMinor !== 0 &&
      part.mostPaidMinor >= part.limitMinor
    )
      said.push(`${part.label}: average is printed and not in the most that is paid.`);
  }
  if (standing.some(({ plain }) => /unless bought back|unless social-engineering/i.test(plain)))
    said.push('An exclusion names a buy-back that is not there.');
  if (schedule.length > 0 && sentences === undefined) said.push('Nothing says what is scheduled.');
  return said;
}
