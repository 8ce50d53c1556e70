import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import { upperFirst } from '#shared/domain/upper-first.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { CauseTable } from './cause-table.tsx';
import { claimsSteps } from './claims-steps.ts';
import { InsuredEvents } from './insured-events.tsx';
import { quotedParts } from './part-numbers.ts';
import { PrintTable } from './print-table.tsx';
import { missing } from './value-or-missing.tsx';

interface WordingPagesProps {
  readonly document: QuoteDocument;
}

/** What the cover is, in plain words. */
export function WordingPages({ document }: WordingPagesProps): ReactElement {
  const { wording, words } = document;
  const isRecovery = ({ id }: { readonly id: string }) => words.recoveryConditions.includes(id);
  const recoveries = wording.conditions.filter(isRecovery);
  const others = wording.conditions.filter((condition) => !isRecovery(condition));
  return (
    <>
      <h2>Insured events</h2>
      <InsuredEvents document={document} />
      <h2>What is not covered</h2>
      <Exclusions document={document} />
      <h2>Cause by cause</h2>
      <CauseTable document={document} />
      <h2>{`${words.cyberClause.heading} and ${lowerFirst(words.signingWording.heading)}`}</h2>
      <Clauses document={document} />
      <h2>Conditions</h2>
      <ul className="wording-list">
        {others.map((condition) => (
          <li key={condition.id}>{condition.text}.</li>
        ))}
      </ul>
      {others.length === 0 ? <p className="missing">No conditions stated.</p> : null}
      <h3>Recoveries</h3>
      {recoveries.length === 0 ? <p className="missing">No recovery clause stated.</p> : null}
      <ul className="wording-list">
        {recoveries.map((condition) => (
          <li key={condition.id}>{condition.text}.</li>
        ))}
      </ul>
      <h2>Subjectivities</h2>
      <Subjectivities document={document} />
      <h2>Ready for a claim</h2>
      <ul className="wording-list">
        {claimsSteps(document).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
    </>
  );
}

function Exclusions({ document }: WordingPagesProps): ReactElement {
  const { reference } = quotedParts(document);
  return (
    <PrintTable
      label="Exclusions in plain words"
      className="dense"
      empty="No exclusion applies to the quoted parts."
      columns={[
        { label: 'Not covered', width: 24 },
        { label: 'In plain words' },
        { label: 'Applies to', width: 20 },
        { label: 'Bought back', width: 18 },
      ]}
      rows={document.wording.exclusions.map((exclusion) => ({
        key: exclusion.id,
        cells: [
          exclusion.label,
          `${exclusion.plain}.`,
          upperFirst(reference(exclusion.parts)),
          exclusion.boughtBack === null
            ? 'No'
            : `Yes: ${exclusion.boughtBack}; effect on the price not stated`,
        ],
      }))}
    />
  );
}

function Clauses({ document }: WordingPagesProps): ReactElement {
  const { cyberClause, signingWording } = document.words;
  return (
    <>
      {[cyberClause, signingWording].map(({ heading, text, isChosen }) => (
        <p key={heading}>
          <strong>{`${heading}. `}</strong>
          {isChosen ? text : <span className="missing">{text}</span>}
        </p>
      ))}
    </>
  );
}

function Subjectivities({ document }: WordingPagesProps): ReactElement {
  return (
    <PrintTable
      label="Subjectivities with due dates"
      empty="None: the quote is not subject to anything further."
      columns={[{ label: 'Subject to' }, { label: 'Due', width: 26 }]}
      rows={document.wording.subjectivities.map(({ text, dueOn }, index) => ({
        key: `${index} ${text}`,
        cells: [`${text}.`, dueOn === null ? missing('Due date not stated') : formatDate(dueOn)],
      }))}
    />
  );
}
