import { Fragment, type ReactElement, type ReactNode } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatAmountPlain, formatMoneyPlain } from '#shared/domain/format-money.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import { orderSentence } from '#shared/domain/order-of-application.ts';
import { SUB_LIMITS_NOT_PRICED } from '#shared/domain/sub-limits.ts';
import { upperFirst } from '#shared/domain/upper-first.ts';
import type { Quotation, QuotationCause } from '#shared/quote/quotation.ts';
import { exclusionGroups } from '../exclusion-groups.ts';
import { PrintTable } from '../print-table.tsx';
import { missing } from '../value-or-missing.tsx';
import { partsOf } from './parts-of.ts';

interface QuotationProps {
  readonly quotation: Quotation;
}

/** What each part insures and how its terms work together. */
export function CoverWords({ quotation }: QuotationProps): ReactElement {
  const { currency } = quotation;
  const { title } = partsOf(quotation);
  return (
    <>
      <p>{orderSentence('deductible')}</p>
      {quotation.parts.map((part) => (
        <section key={part.part} className="part">
          <p>
            <strong>{`${title(part.part)}. `}</strong>
            {`${part.insures}.${ownTerms(part, currency)}`}
            {part.subLimits.length === 0 ? '' : ` ${SUB_LIMITS_NOT_PRICED}`}
          </p>
          {part.subLimits.length === 0 ? null : (
            <PrintTable
              label={`Sub-limits of ${title(part.part)}`}
              columns={[{ label: 'Sub-limit' }, { label: currency, kind: 'figure', width: 26 }]}
              rows={part.subLimits.map(({ label, limitMinor }) => ({
                key: label,
                cells: [label, formatAmountPlain(limitMinor)],
              }))}
            />
          )}
        </section>
      ))}
    </>
  );
}

/** What page 1 does not say of a part: how its own terms are taken. */
function ownTerms(part: Quotation['parts'][number], currency: string): string {
  const said = [
    ...(part.coinsurancePercent > 0
      ? [
          `Of each loss after the deductible and within the limit the insured bears ${formatPercentValue(part.coinsurancePercent)}.`,
        ]
      : []),
    ...(part.aggregateRetentionMinor > 0
      ? [
          `Of what the losses of the period come to then, the first ${formatMoneyPlain(part.aggregateRetentionMinor, currency)} stays with the insured.`,
        ]
      : []),
    ...(part.hasAverageClause
      ? ['Average applies: a loss is paid in the proportion of the limit to the value exposed.']
      : []),
  ];
  return said.map((sentence) => ` ${sentence}`).join('');
}

/** Which part answers for each cause of loss, and up to which amount; then the causes for which none does. */
export function Causes({ quotation }: QuotationProps): ReactElement {
  const { currency, causes } = quotation;
  const { reference } = partsOf(quotation);
  const answered = causes.filter(({ answer }) => answer !== 'no');
  const others = causes.filter(({ answer }) => answer === 'no');
  return (
    <>
      <PrintTable
        label="Causes of loss and what is paid"
        className="may-break"
        empty="No part answers for any cause of loss."
        columns={[
          { label: 'Cause of loss', width: 54 },
          { label: 'Answered' },
          { label: `Up to, each event (${currency})`, kind: 'figure', width: 16 },
        ]}
        rows={answeredAlike(answered).map(({ labels, ...cause }) => ({
          key: labels[0] ?? '',
          cells: [
            causesInWords(labels),
            <AnswerMark key="mark" cause={cause} under={reference(cause.parts)} />,
            cause.upToMinor === null ? '' : formatAmountPlain(cause.upToMinor),
          ],
        }))}
      />
      {others.length === 0 ? null : (
        <p>
          <span className="answer" data-answer="no">
            <Disc answer="no" />
            <strong>No part answers for</strong>
          </span>
          {` ${lowerFirst(causesInWords(others.map(({ label }) => label)))}.`}
        </p>
      )}
    </>
  );
}

type Answer = Omit<QuotationCause, 'label'>;

/** Causes with the same answer stand in one row, where the first of them does. */
function answeredAlike(
  causes: readonly QuotationCause[],
): readonly (Answer & { readonly labels: readonly string[] })[] {
  const rows = new Map<string, Answer & { readonly labels: string[] }>();
  for (const { label, ...answer } of causes) {
    const key = JSON.stringify([answer.answer, answer.parts, answer.note, answer.upToMinor]);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, { ...answer, labels: [label] });
    else row.labels.push(label);
  }
  return [...rows.values()];
}

/** `Contract bug: access control; business logic; slashing`: what two have before a colon is said once. */
function causesInWords(labels: readonly string[]): string {
  let before = '';
  const words = labels.map((label, index) => {
    const [head = '', ...rest] = label.split(': ');
    const isSame = rest.length > 0 && head === before;
    before = rest.length > 0 ? head : '';
    return isSame ? rest.join(': ') : index === 0 ? label : lowerFirst(label);
  });
  return words.join('; ');
}

const ANSWERS: Readonly<Record<QuotationCause['answer'], string>> = {
  full: 'Full',
  limited: 'Limited',
  no: 'No',
  'on-the-facts': 'Only under the part that the facts show',
};

function AnswerMark({ cause, under }: { readonly cause: Answer; readonly under: string }): ReactElement {
  return (
    <span className="answer" data-answer={cause.answer}>
      <Disc answer={cause.answer} />
      {ANSWERS[cause.answer]}
      {cause.parts.length === 0 ? '' : `, ${under}`}
      {cause.note === undefined ? '' : `: ${cause.note}`}
    </span>
  );
}

/** A filled, a half and an empty disc, drawn: a letter of them is not in every face. */
function Disc({ answer }: { readonly answer: QuotationCause['answer'] }): ReactElement {
  return (
    <svg viewBox="0 0 10 10" width="7" height="7" aria-hidden="true">
      <circle cx="5" cy="5" r="4.2" fill="none" stroke="currentColor" strokeWidth="1" />
      {answer === 'full' ? <circle cx="5" cy="5" r="4.2" /> : null}
      {answer === 'limited' ? <path d="M5 0.8a4.2 4.2 0 0 0 0 8.4z" /> : null}
    </svg>
  );
}

/** What is not covered in full, and after it what is covered all the same because it was bought back. */
export function Exclusions({ quotation }: QuotationProps): ReactElement {
  const { exclusions } = quotation;
  const standing = exclusions.filter(({ isBoughtBack }) => !isBoughtBack);
  const back = exclusions.filter(({ isBoughtBack }) => isBoughtBack);
  return (
    <>
      {standing.length === 0 ? (
        <p className="missing">No exclusion applies to the quoted parts.</p>
      ) : (
        <ExclusionList quotation={quotation} exclusions={standing} />
      )}
      {back.length === 0 ? null : (
        <>
          <h3>Bought back: covered all the same</h3>
          <ExclusionList quotation={quotation} exclusions={back} />
        </>
      )}
    </>
  );
}

function ExclusionList({
  quotation,
  exclusions,
}: QuotationProps & { readonly exclusions: Quotation['exclusions'] }): ReactElement {
  const groups = exclusionGroups(exclusions, partsOf(quotation));
  return (
    <>
      {groups.map(({ under, isWhole, exclusions: own }) => (
        <Fragment key={under}>
          {groups.length === 1 && isWhole ? null : (
            <p className="list-lead">
              <strong>{`Under ${under}`}</strong>
            </p>
          )}
          <ul className="wording-list set-in-two">
            {own.map(({ label, plain }) => (
              <li key={label}>
                <strong>{label}: </strong>
                {`${lowerFirst(plain)}.`}
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </>
  );
}

type Subjectivity = Quotation['subjectivities'][number];

const UNSTATED: readonly { readonly of: (item: Subjectivity) => string | null; readonly words: string }[] = [
  { of: ({ from }) => from, words: 'from whom each is due' },
  { of: ({ to }) => to, words: 'to whom' },
  { of: ({ otherwise }) => otherwise, words: 'what follows where one is not met' },
];

/** Each with who owes it to whom; a column that would say nothing is a sentence. */
export function Subjectivities({ quotation }: QuotationProps): ReactElement {
  const { subjectivities } = quotation;
  const says = (of: (item: Subjectivity) => string | null) =>
    subjectivities.some((item) => of(item) !== null);
  const silent = UNSTATED.filter(({ of }) => !says(of)).map(({ words }) => words);
  const columns: readonly {
    readonly label: string;
    readonly width?: number;
    readonly of: (item: Subjectivity) => ReactNode;
  }[] = [
    { label: 'Subject to', of: ({ text }) => `${text}.` },
    ...(says(({ from }) => from)
      ? [{ label: 'From', width: 15, of: ({ from }: Subjectivity) => from ?? missing('Not stated') }]
      : []),
    ...(says(({ to }) => to)
      ? [{ label: 'To', width: 15, of: ({ to }: Subjectivity) => to ?? missing('Not stated') }]
      : []),
    { label: 'Due', width: 20, of: dueInWords },
    ...(says(({ otherwise }) => otherwise)
      ? [
          {
            label: 'If not met',
            width: 20,
            of: ({ otherwise }: Subjectivity) => otherwise ?? missing('Not stated'),
          },
        ]
      : []),
  ];
  return (
    <>
      <PrintTable
        label="Subjectivities"
        className="may-break"
        empty="Nothing further: the terms are not subject to anything else."
        columns={columns.map(({ label, width }) => ({ label, ...(width !== undefined && { width }) }))}
        rows={subjectivities.map((item, index) => ({
          key: `${index} ${item.text}`,
          cells: columns.map(({ of }) => of(item)),
        }))}
      />
      {subjectivities.length === 0 || silent.length === 0 ? null : (
        <p className="missing">{`Not stated: ${silent.join(', ')}.`}</p>
      )}
      {quotation.sentences?.changesNothing === undefined ? null : <p>{quotation.sentences.changesNothing}</p>}
    </>
  );
}

const WHEN = { 'before-binding': ', before cover binds', 'after-binding': ', after cover binds' } as const;

const dueInWords = ({ dueOn, when }: Subjectivity): string =>
  `${dueOn === null ? 'No date' : formatDate(dueOn)}${when === null ? '' : WHEN[when]}`;

export function Schedule({ quotation }: QuotationProps): ReactElement {
  const { schedule } = quotation;
  const { reference } = partsOf(quotation);
  return (
    <PrintTable
      label="Schedule of covered assets"
      className="may-break"
      empty={quotation.sentences?.notScheduled ?? 'To be agreed.'}
      columns={[
        { label: 'Address', width: 46 },
        { label: 'Chain', width: 14 },
        { label: 'Used for' },
        { label: 'Part', width: 14 },
      ]}
      rows={schedule.map(({ kind, address, chain, label, part }, index) => ({
        key: `${index} ${address}`,
        cells: [
          address,
          chain ?? '',
          `${upperFirst(kind)}${label === undefined ? '' : `, ${label}`}`,
          part === undefined ? 'Every part' : upperFirst(reference([part])),
        ],
      }))}
    />
  );
}
