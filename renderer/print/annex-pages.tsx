import type { ReactElement, ReactNode } from 'react';
import type { IsoDate } from '#shared/domain/dates.ts';
import { formatCount, formatDate, formatDateTime } from '#shared/domain/format-date.ts';
import { formatAmountPlain } from '#shared/domain/format-money.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import { type DeclarationState, PILLARS } from '#shared/domain/vocabulary.ts';
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
      <h2>Answers and their evidence</h2>
      <Answers document={document} />
      <EvidenceFiles document={document} />
      <h2>Exposures</h2>
      <ExposureTable document={document} />
      <h2>Declarations</h2>
      <Declarations document={document} />
      <h2>Exclusions bought back</h2>
      <BuyBacks document={document} />
      <h2>Model and engine</h2>
      <ModelCard document={document} />
      {document.price === null ? null : (
        <>
          <h2>Certificate of the loss calculation</h2>
          <CertificateTable certificate={document.price.certificate} />
        </>
      )}
    </>
  );
}

function Answers({ document }: AnnexPagesProps): ReactElement {
  const { score, content, words } = document;
  const factors = PILLARS.flatMap((pillar) => score.pillars[pillar].factors);
  return (
    <PrintTable
      label="Answers with evidence, note, source and date seen"
      className="dense"
      columns={[
        { label: 'Factor', width: 34 },
        { label: 'Answer' },
        { label: 'Evidence', width: 18 },
        { label: 'Seen', width: 13 },
      ]}
      rows={[
        ...factors.map((factor) => {
          const answer = content.answers[factor.factorId];
          const isFromRegister = factor.kind === 'computed' && answer === undefined;
          return {
            key: factor.factorId,
            cells: [
              factor.label,
              factor.answerText,
              words.evidence[factor.evidence].label,
              isFromRegister ? 'As the register' : seen(answer?.seenOn),
            ],
            under: isFromRegister ? 'Computed from the incident register, last row.' : origin(answer),
          };
        }),
        {
          key: 'incident-register',
          cells: [
            words.register,
            content.incidents.length === 0
              ? 'No incident listed'
              : formatCount(content.incidents.length, 'incident'),
            words.evidence[content.incidentRegister.evidence].label,
            seen(content.incidentRegister.seenOn),
          ],
          under: origin(content.incidentRegister),
        },
      ]}
    />
  );
}

interface Origin {
  readonly reason?: string | null;
  readonly note: string | null;
  readonly source: string | null;
}

/** Reason and note as given, then the source or that there is none. */
function origin(given: Origin | undefined): ReactElement {
  const remarks = [given?.reason, given?.note].filter((text) => text !== null && text !== undefined);
  return (
    <>
      {remarks.map((remark) => `${remark} `)}
      <ValueOrMissing value={given?.source} missing="Source not stated" />
    </>
  );
}

const seen = (date: IsoDate | null | undefined): ReactNode =>
  date === null || date === undefined ? missing('Date not stated') : formatDate(date);

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
function BuyBacks({ document }: AnnexPagesProps): ReactElement {
  return (
    <PrintTable
      label="Exclusions bought back, with reasons"
      empty="None."
      columns={[{ label: 'Exclusion', width: 34 }, { label: 'Reason' }]}
      rows={document.wording.exclusions.flatMap(({ id, label, boughtBack }) =>
        boughtBack === null ? [] : [{ key: id, cells: [label, boughtBack] }],
      )}
    />
  );
}

function ModelCard({ document }: AnnexPagesProps): ReactElement {
  const { model, content } = document;
  return (
    <>
      <FactList
        facts={[
          { name: 'Rating model', value: `${model.title} (${model.id}, version ${model.version})` },
          { name: 'Model hash, SHA-256', value: <span className="hash">{model.hash}</span> },
          ...(model.wordingHash === null
            ? []
            : [
                {
                  name: `Wording ${model.wordingId ?? ''}, SHA-256`,
                  value: <span className="hash">{model.wordingHash}</span>,
                },
              ]),
          { name: 'Inputs hash, SHA-256', value: <span className="hash">{document.inputsHash}</span> },
          { name: 'Engine', value: document.engineVersion },
          { name: 'Judged as of', value: formatDate(content.asOf) },
          { name: 'Prepared', value: formatDateTime(document.preparedAt) },
        ]}
      />
      <p>{model.statement}</p>
      <p>
        <strong>{`Status of the grades: ${model.gradeStatus}.`}</strong>
      </p>
    </>
  );
}
