import '../print.css';
import '../first-page.css';
import '../quotation/quotation.css';
import './letters.css';
import type { ReactElement } from 'react';
import type { Binding, CoverSchedule } from '#shared/deal/papers/cover-schedule.ts';
import type { StandingSubjectivity } from '#shared/deal/papers/missing-information.ts';
import { SUBJECTIVITY_STATE_WORDS } from '#shared/deal/state-words.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import { isolated } from '#shared/domain/isolated.ts';
import { FactList } from '../fact-list.tsx';
import { PrintTable } from '../print-table.tsx';
import { RiskDetails } from '../quotation/risk-details.tsx';
import { RunningHead } from '../running-head.tsx';
import { Sheet } from '../sheet.tsx';
import { Watermark } from '../watermark.tsx';

/** What is in force, as it was bound. */
export function CoverSchedulePage({ schedule }: { readonly schedule: CoverSchedule }): ReactElement {
  const { quotation, binding, subjectivities, paper } = schedule;
  const mark = { status: schedule.isDraft ? 'draft' : 'quote' } as const;
  return (
    <main className="document quotation" data-paper={paper} data-status={mark.status}>
      <Watermark document={mark} className="page-mark" />
      <RunningHead insured={quotation.insured.name} />
      <Sheet id="cover-schedule" section="Risk details" document={mark}>
        <RiskDetails quotation={quotation} paper={paper} bound={boundInWords(binding)} />
      </Sheet>
      <Sheet id="binding" title="How it was bound" document={mark}>
        <FactList facts={bindingFacts(binding)} />
        <h2>Subjectivities still open</h2>
        <Owed items={subjectivities.filter(({ state }) => state === 'open' || state === 'overdue')} />
        <h2>Settled</h2>
        <Owed items={subjectivities.filter(({ state }) => state === 'met' || state === 'waived')} />
      </Sheet>
    </main>
  );
}

/** `14:05 UTC on 3 Jan 2027`. */
const momentInWords = (iso: string): string => `${iso.slice(11, 16)} UTC on ${formatDate(iso.slice(0, 10))}`;

const boundInWords = ({ boundAt, option }: Binding): string =>
  `Bound at ${momentInWords(boundAt)}, option ${option}.`;

const bindingFacts = (binding: Binding) => [
  { name: 'Bound', value: `${momentInWords(binding.boundAt)}, by ${isolated(binding.boundBy)}` },
  {
    name: 'Accepted',
    value: `${formatDate(binding.acceptedOn)}, by ${isolated(binding.acceptedBy)}, ${isolated(binding.how)}`,
  },
  { name: 'Option accepted', value: binding.option },
  {
    name: 'Signed line',
    value:
      binding.signedLinePercent === null
        ? 'None was signed down: what was written stands'
        : `${formatPercentValue(binding.signedLinePercent)} of 100%`,
  },
  { name: 'Accepted paper', value: <span className="hash">{`SHA-256 ${binding.paperSha256}`}</span> },
];

function Owed({ items }: { readonly items: readonly StandingSubjectivity[] }): ReactElement {
  return (
    <PrintTable
      label="Subjectivities"
      empty="None."
      columns={[{ label: 'Subject to' }, { label: 'Due', width: 20 }, { label: 'Standing', width: 16 }]}
      rows={items.map(({ text, dueOn, state }) => ({
        key: text,
        cells: [
          `${isolated(text)}.`,
          dueOn === null ? 'No date' : formatDate(dueOn),
          SUBJECTIVITY_STATE_WORDS[state],
        ],
      }))}
    />
  );
}
