import type { ReactElement, ReactNode } from 'react';
import { formatMoney } from '#shared/domain/format-money.ts';
import { formatPercent, formatPercentValue } from '#shared/domain/format-number.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import type { QuoteWording } from '#shared/quote/quote-wording.ts';
import { type CoverLine, coverLines } from './cover-terms.ts';
import { type Fact, FactList } from './fact-list.tsx';
import { type QuotedParts, quotedParts } from './part-numbers.ts';
import { missing } from './value-or-missing.tsx';

interface InsuredEventsProps {
  readonly document: QuoteDocument;
}

type PartWording = QuoteWording['parts'][number];

function limitWords(line: CoverLine, currency: string): string {
  const share = line.ofExposed.endsWith('%')
    ? `; the limit is ${line.ofExposed} of the value exposed`
    : `; value exposed ${line.ofExposed.toLowerCase()}`;
  const standing = line.shared === 'Yes' ? 'shared with the other shared parts' : 'for this part alone';
  return `${currency} ${line.limit} each event, ${currency} ${line.aggregate} in the period, ${standing}${share}.`;
}

function retentionWords(line: CoverLine, currency: string): string {
  const retention = line.retention === 'Nil' ? 'Nil' : `${currency} ${line.retention} each event`;
  return `${retention}; coinsurance ${line.coinsurance.toLowerCase()}.`;
}

function rateWords({ price, content }: QuoteDocument, part: PartWording): ReactNode {
  const priced = [...(price?.parts ?? []), ...(price?.enteredParts ?? [])].find(
    (candidate) => candidate.part === part.part,
  );
  if (priced === undefined) return missing('Not priced');
  return `${formatPercent(priced.rateOnLine)} on line a year; ${formatMoney(priced.shareOfQuotedMinor, content.currency)} of the quoted premium.`;
}

/** Exclusions particular to a part in full; those of every part are named once, in the table that follows. */
function notCoveredWords({ wording }: QuoteDocument, part: PartWording, parts: QuotedParts): string {
  const standing = wording.exclusions.filter(
    (exclusion) => exclusion.boughtBack === null && exclusion.parts.includes(part.part),
  );
  const particular = standing.filter((exclusion) => exclusion.parts.length < parts.count);
  const common = standing.length - particular.length;
  if (standing.length === 0) return 'No exclusion stands on this part.';
  const commonWords =
    common === 0 ? '' : `the ${common} exclusions of ${parts.count === 1 ? 'this part' : 'every part'} below`;
  if (particular.length === 0) return `T${commonWords.slice(1)}.`;
  const own = particular.map((exclusion) => exclusion.label).join('; ');
  return common === 0 ? `${own}.` : `${own}; and ${commonWords}.`;
}

function facts(document: QuoteDocument, part: PartWording, parts: QuotedParts): readonly Fact[] {
  const { currency, terms } = document.content;
  const line = coverLines(document).find((candidate) => candidate.part === part.part);
  const entered = terms.parts.find((candidate) => candidate.part === part.part)?.enteredRate ?? null;
  return [
    { name: 'Insured event', value: `${part.insures}.` },
    { name: 'Limit', value: line === undefined ? missing('Limit not stated') : limitWords(line, currency) },
    {
      name: 'Retention',
      value: line === undefined ? missing('Retention not stated') : retentionWords(line, currency),
    },
    {
      name: 'Sub-limits',
      value: part.sublimits.length === 0 ? 'None stated.' : `${part.sublimits.join('; ')}.`,
    },
    { name: 'Waiting period', value: `${part.waiting}.` },
    { name: 'Rate', value: rateWords(document, part) },
    ...(entered === null
      ? []
      : [
          {
            name: 'Entered rate',
            value: `${formatPercentValue(entered.ratePercent)} of the limit a year: ${entered.reason}`,
          },
        ]),
    { name: 'Not covered', value: notCoveredWords(document, part, parts) },
    {
      name: 'Not stated',
      value: missing(
        'Schedule of covered assets; whether the limit is pooled or per client; window for claims after expiry.',
      ),
    },
  ];
}

/** Each part: what it insures, its limits, and the terms that claims fail on. */
export function InsuredEvents({ document }: InsuredEventsProps): ReactElement {
  const parts = quotedParts(document);
  if (document.wording.parts.length === 0)
    return <p className="missing">No coverage part has been entered.</p>;
  return (
    <>
      {document.wording.parts
        .toSorted((a, b) => parts.number(a.part) - parts.number(b.part))
        .map((part) => (
          <section key={part.part} className="part">
            <h3>{parts.title(part.part)}</h3>
            <FactList facts={facts(document, part, parts)} />
          </section>
        ))}
    </>
  );
}
