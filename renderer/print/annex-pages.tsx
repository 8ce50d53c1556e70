import type { ReactElement } from 'react';
import { formatDate, formatDateTime } from '#shared/domain/format-date.ts';
import { formatAmountPlain } from '#shared/domain/format-money.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import type { DeclarationState } from '#shared/domain/vocabulary.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { CertificateTable } from './certificate-table.tsx';
import { EvidenceFiles } from './evidence-files.tsx';
import { FactList } from './fact-list.tsx';
import { PrintTable } from './print-table.tsx';
import { missing, ValueOrMissing } from './value-or-missing.tsx';

interface AnnexPagesProps {
  readonly document: QuoteDocument;
}

/** What the score and the price stand on: answers, exposures, declarations, model and engine. */
export function AnnexPages({ document }: AnnexPagesProps): ReactElement {
  return (
    <>
      <EvidenceFiles document={document} />
      <div className="columns narrow-and-wide">
        <section>
          <h2 id="exposures">Exposures</h2>
          <ExposureTable document={document} />
        </section>
        <section>
          <h2>Declarations</h2>
          <Declarations document={document} />
        </section>
      </div>
      <BuyBacks document={document} />
      <h2>Model and engine</h2>
      <ModelCard document={document} />
      {document.price === null ? null : (
        <>
          <h2 id="certificate">Certificate of the loss calculation</h2>
          <CertificateTable certificate={document.price.certificate} />
        </>
      )}
    </>
  );
}

function ExposureTable({ document }: AnnexPagesProps): ReactElement {
  const { words } = document;
  const { exposures, currency } = document.content;
  const line = (key: string, label: string, minor: MinorUnits | null) => ({
    key,
    cells: [label, minor === null ? missing('Not stated') : formatAmountPlain(minor)],
  });
  return (
    <>
      <PrintTable
        label={`Exposures, ${currency}`}
        columns={[{ label: 'Exposure' }, { label: currency, kind: 'figure', width: 26 }]}
        rows={words.exposures.map(({ id, label }) => line(id, label, exposures[id]))}
      />
      <p>
        {`${words.exposuresNote} `}
        {exposures.note === null ? '' : `${exposures.note} `}
        <ValueOrMissing value={exposures.source} missing="Source of the exposures not stated" />
        {'; '}
        {exposures.seenOn === null ? (
          <span className="missing">date seen not stated</span>
        ) : (
          `seen ${formatDate(exposures.seenOn)}`
        )}
        .
      </p>
    </>
  );
}

const DECLARATION_WORDS: Readonly<Record<DeclarationState, string>> = {
  yes: 'Yes',
  no: 'No',
  'not-stated': 'Not stated',
};

function Declarations({ document }: AnnexPagesProps): ReactElement {
  return (
    <PrintTable
      label="Declarations of the underwriter"
      columns={[{ label: 'Question' }, { label: 'Declared', width: 18 }]}
      rows={document.declarations.map(({ id, question, state }) => ({
        key: id,
        cells: [
          question,
          state === 'not-stated' ? missing(DECLARATION_WORDS[state]) : DECLARATION_WORDS[state],
        ],
      }))}
    />
  );
}

/** With the reasons, which stay in the insurer's file. */
function BuyBacks({ document }: AnnexPagesProps): ReactElement | null {
  const rows = document.wording.exclusions.flatMap(({ id, label, boughtBack }) =>
    boughtBack === null ? [] : [{ key: id, cells: [label, boughtBack] }],
  );
  if (rows.length === 0) return null;
  return (
    <>
      <h2>Exclusions bought back</h2>
      <PrintTable
        label="Exclusions bought back, with reasons"
        columns={[{ label: 'Exclusion', width: 34 }, { label: 'Reason' }]}
        rows={rows}
      />
    </>
  );
}

function ModelCard({ document }: AnnexPagesProps): ReactElement {
  const { model, content } = document;
  return (
    <>
      <FactList
        facts={[
          {
            name: 'Rating model',
            value: `${model.title} (${model.id}, version ${model.version})${model.wordingId === null ? '' : `; wording ${model.wordingId}`}`,
          },
          { name: 'Model, SHA-256', value: <span className="hash">{model.hash}</span> },
          ...(model.wordingHash === null
            ? []
            : [
                {
                  name: 'Wording, SHA-256',
                  value: <span className="hash">{model.wordingHash}</span>,
                },
              ]),
          { name: 'Inputs, SHA-256', value: <span className="hash">{document.inputsHash}</span> },
          {
            name: 'Engine',
            value: `${document.engineVersion}; judged as of ${formatDate(content.asOf)}; prepared ${formatDateTime(document.preparedAt)}`,
          },
        ]}
      />
      <p>{model.statement}</p>
      <p>
        <strong>{`Status of the grades: ${model.gradeStatus}.`}</strong>
      </p>
    </>
  );
}
