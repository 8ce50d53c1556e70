import { corridorPosition, corridorSpan } from '../../domain/corridor-words.ts';
import { formatDate } from '../../domain/format-date.ts';
import { formatAdequacy, formatRateOnLine } from '../../domain/format-figures.ts';
import { formatMoney, formatMoneyPlain } from '../../domain/format-money.ts';
import { formatPercentValue, formatScore } from '../../domain/format-number.ts';
import { isolated } from '../../domain/isolated.ts';
import { lowerFirst } from '../../domain/lower-first.ts';
import { largestMinor, type MinorUnits, minorOf, NO_MONEY } from '../../domain/money.ts';
import { ourPercent, ourShareMinor } from '../../domain/our-share.ts';
import { contentOfDocument } from '../../quote/content-of-document.ts';
import type { QuoteDocument } from '../../quote/quote-document.ts';
import { riskSummaryOf, type SummaryControl } from '../../quote/risk-summary.ts';
import { type Block, type Cell, heading, list, paragraph, table } from '../../report/report-document.ts';
import { walkAwayMinor } from '../../underwriting/walk-away.ts';
import type { ReferralMemo } from '../referral-memo.ts';
import { type Letter, type LetterBasis, letterOf } from './letter.ts';
import { MEMO } from './letter-words.ts';

/** What a memo says beside its document. */
export interface MemoFacts {
  /** As it was written when the case was referred, or as it would be written now. */
  readonly memo: ReferralMemo;
  /** Of whoever refers; null without any. */
  readonly words: string | null;
  /** Everybody who works in the workbook, and why they could not approve; nothing where they could. */
  readonly people: readonly {
    readonly name: string;
    readonly role: string;
    readonly refusals: readonly string[];
  }[];
  /** The floor of the authority of whoever refers, in per cent of the technical premium; null without one. */
  readonly walkAwayPercent: number | null;
}

/** The memo of a referral, for whoever decides on it. It never leaves the insurer. */
export function referralMemoLetter(basis: LetterBasis, facts: MemoFacts): Letter {
  const document = { ...basis.document, content: contentOfDocument(basis.document) };
  const { memo, words } = facts;
  const { strongest, weakest } = riskSummaryOf(document);
  const blocks: Block[] = [
    paragraph(ask(document, basis)),
    ...(words === null ? [] : [paragraph(words)]),
    heading(MEMO.rules),
    table(
      ['Rule', 'Found, and the threshold'],
      memo.rules.map(({ label, found, threshold }): Cell[] => [
        label,
        threshold === null ? found : `${found} Threshold: ${threshold}.`,
      ]),
    ),
    heading(MEMO.price),
    ...price(document, facts),
    heading(MEMO.line),
    ...lineAndAggregate(document),
    heading(MEMO.speaksFor),
    listOr(strongest.map(control), 'No control has been shown yet.'),
    heading(MEMO.speaksAgainst),
    listOr(weakest.map(control), 'No control falls short.'),
    heading(MEMO.conditions),
    listOr(conditions(document), MEMO.noConditions),
    heading(MEMO.approvers),
    approvers(facts),
  ];
  return letterOf('referral-memo', basis, blocks);
}

const listOr = (items: readonly string[], otherwise: string): Block =>
  items.length === 0 ? paragraph(otherwise) : list(items);

const control = ({ label, answer, evidence }: SummaryControl): string =>
  `${label}: ${isolated(answer)} (${evidence.toLowerCase()})`;

/** What is asked, in one sentence. */
function ask({ content, price: priced }: QuoteDocument, { head }: LetterBasis): string {
  const { terms, currency } = content;
  const largest = largestMinor([NO_MONEY, ...terms.parts.map(({ limitMinor }) => limitMinor)]);
  const premium =
    priced === null ? 'at no premium yet' : `for ${formatMoney(priced.quotedMinor, currency)} at 100%`;
  const line =
    terms.line === undefined ? '' : `, of which we write ${formatPercentValue(terms.line.writtenPercent)}`;
  const from = terms.periodStart === null ? '' : ` from ${formatDate(terms.periodStart)}`;
  return `You are asked to approve cover for ${isolated(head.insured)} of up to ${formatMoneyPlain(largest, currency)} for one event ${premium}${line}${from}.`;
}

function price(
  { content, price: priced }: QuoteDocument,
  { memo, walkAwayPercent }: MemoFacts,
): readonly Block[] {
  const { currency } = content;
  const money = (minor: number | null) => (minor === null ? null : formatMoney(minorOf(minor), currency));
  const { technicalMinor, quotedMinor } = memo;
  const floor = technicalMinor === null ? null : walkAwayMinor(minorOf(technicalMinor), walkAwayPercent);
  const rows: Cell[][] = [
    ['Quoted premium at 100%', money(quotedMinor)],
    ['Technical premium', money(technicalMinor)],
    [
      'Quoted of technical',
      technicalMinor === null || quotedMinor === null || technicalMinor <= 0
        ? null
        : formatAdequacy(quotedMinor / technicalMinor),
    ],
    ['Walk-away premium of whoever refers', floor === null ? 'No floor is set' : money(floor)],
    ['Grade and score', `${memo.grade ?? 'No grade'}, ${formatScore(memo.score)}`],
  ];
  const parts = priced === null ? [] : [...priced.parts, ...priced.enteredParts];
  return [
    table(['Of the whole', 'Amount'], rows),
    ...(parts.length === 0
      ? []
      : [
          table(
            ['Part', 'Rate on line a year', 'Market corridor'],
            parts.map(({ label, rateOnLine, corridor }): Cell[] => [
              label,
              formatRateOnLine(rateOnLine),
              corridor === null ? 'None known' : `${corridorSpan(corridor)}: ${corridorPosition(corridor)}`,
            ]),
          ),
        ]),
  ];
}

/** Our line, what it comes to, and what the price notes of accumulation and the market. */
function lineAndAggregate({ content, price: priced }: QuoteDocument): readonly Block[] {
  const { terms, currency } = content;
  const percent = ourPercent(terms);
  const ours = (minor: MinorUnits) => formatMoneyPlain(ourShareMinor(minor, percent), currency);
  // What forbids a quote stands among the rules.
  const notes = (priced?.notes ?? []).flatMap(({ kind, message }) =>
    kind === 'cannot-quote' ? [] : [message],
  );
  return [
    paragraph(
      [
        terms.line === undefined
          ? 'No line has been entered, so the whole is taken as ours.'
          : `Our line is ${formatPercentValue(percent)}, ${terms.line.role === 'lead' ? 'as leader' : `following ${isolated(terms.line.leader ?? 'the leader')}`}.`,
        priced === null
          ? 'The most that can be paid is not worked out.'
          : `The most that can be paid in the period is ${formatMoneyPlain(priced.maximumPayableMinor, currency)}, our share ${ours(priced.maximumPayableMinor)}.`,
      ].join(' '),
    ),
    ...(notes.length === 0 ? [] : [list(notes)]),
  ];
}

const conditions = ({ content, wording }: QuoteDocument): readonly string[] => [
  ...(content.terms.contract?.conditions ?? []).map(
    ({ kind, text }) => `${kind === 'warranty' ? 'Warranty: ' : ''}${isolated(text)}`,
  ),
  ...wording.subjectivities.map(
    ({ text, dueOn }) =>
      `Subject to ${isolated(lowerFirst(text))}${dueOn === null ? '' : `, by ${formatDate(dueOn)}`}`,
  ),
];

function approvers({ people }: MemoFacts): Block {
  const rows = people.map(({ name, role, refusals }): Cell[] => [
    `${isolated(name)}, ${role}`,
    refusals.length === 0 ? 'May approve' : refusals.join(' '),
  ]);
  return rows.length === 0 ? paragraph(MEMO.nobody) : table(['Who', 'Authority'], rows);
}
