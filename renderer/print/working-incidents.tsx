import type { ReactElement } from 'react';
import type { Incident } from '#shared/domain/assessment-content.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import {
  formatCredibility,
  formatLoad,
  formatLossShare,
  formatSeverity,
  formatYears,
} from '#shared/domain/format-figures.ts';
import { formatMoneyPlain } from '#shared/domain/format-money.ts';
import {
  exactNumber,
  formatNumber,
  formatPercentValue,
  formatScore,
  formatSignificant,
} from '#shared/domain/format-number.ts';
import { lowerFirst } from '#shared/domain/lower-first.ts';
import type { MinorUnits } from '#shared/domain/money.ts';
import { spanText } from '#shared/domain/span-text.ts';
import { dayText } from '#shared/domain/unknown-day.ts';
import { upperFirst } from '#shared/domain/upper-first.ts';
import type { DocumentWords } from '#shared/quote/document-words.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import type { IncidentWorking } from '#shared/scoring/score-result.ts';
import { incidentFormulas } from './incident-formulas.ts';
import { origin, seenOn } from './origin.tsx';
import { PrintTable } from './print-table.tsx';
import { incidentCapWords } from './score-words.ts';
import { ValueOrMissing } from './value-or-missing.tsx';

interface WorkingIncidentsProps {
  readonly document: QuoteDocument;
}

/** The incident register and how each incident weighs. */
export function WorkingIncidents({ document }: WorkingIncidentsProps): ReactElement {
  const { content, score } = document;
  const working = score.incidentWorking;
  const byId = new Map(content.incidents.map((incident) => [incident.id, incident]));
  const rows = working.incidents.flatMap((line) => {
    const incident = byId.get(line.incidentId);
    return incident === undefined ? [] : [{ line, incident }];
  });
  return (
    <section>
      <h2 id="incidents">Incidents</h2>
      <p>
        {`Evidence of the register: ${lowerFirst(document.words.evidence[working.registerEvidence].label)}; seen: `}
        {seenOn(content.incidentRegister.seenOn)}
        {'. '}
        {origin(content.incidentRegister)}
        {'. '}
        {content.subject.liveSince === null ? (
          <span className="missing">Live since not stated: counted as not yet live.</span>
        ) : (
          `Live since ${formatDate(content.subject.liveSince)}, ${spanText(content.subject.liveSince, content.asOf)} (${formatYears(working.yearsLive)} years).`
        )}
      </p>
      <h3>Register</h3>
      <Register document={document} rows={rows} />
      {rows.length === 0 ? null : (
        <>
          <h3>How each incident weighs</h3>
          <Weights rows={rows} />
        </>
      )}
      <p>{pillarWords(document)}</p>
      <ul className="notes small">
        {incidentFormulas(document).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {working.caps.map((cap) => (
        <p key={cap.kind}>{incidentCapWords(cap)}</p>
      ))}
    </section>
  );
}

interface RegisterRow {
  readonly line: IncidentWorking;
  readonly incident: Incident;
}

function Register({ document, rows }: WorkingIncidentsProps & { readonly rows: readonly RegisterRow[] }) {
  const { content, wording } = document;
  const causes = new Map(wording.causes.map((cause) => [cause.code, cause.label]));
  const isSilent = document.score.incidentWorking.registerEvidence === 'not-provided';
  return (
    <PrintTable
      label={`${document.words.register}, amounts in ${content.currency}`}
      empty={
        isSilent
          ? 'The incident register was not provided: no record is not a clean record.'
          : 'The register lists no incident.'
      }
      columns={[
        { label: 'Date', width: 11 },
        { label: 'Incident' },
        { label: 'Loss', kind: 'figure', width: 10.5 },
        { label: 'Recovered', kind: 'figure', width: 10.5 },
        { label: 'Of assets', kind: 'figure', width: 9 },
        { label: 'Users whole', kind: 'figure', width: 8 },
        { label: 'Disclosed', width: 10 },
      ]}
      rows={rows.map(({ line, incident }) => ({
        key: incident.id,
        cells: [
          dayText(incident),
          <>
            <ValueOrMissing value={incident.title} missing={`Title not stated (${incident.id})`} />
            {`: ${causes.get(incident.cause) ?? incident.cause}${line.isMaterial ? '' : '; not material'}`}
          </>,
          amountWords(incident.lossMinor, content.currency),
          amountWords(incident.recoveredMinor, content.currency),
          formatLossShare(line.lossShare),
          incident.usersMadeWholePercent === null
            ? 'Not known'
            : formatPercentValue(incident.usersMadeWholePercent),
          incident.isNeverDisclosed
            ? 'Never'
            : incident.disclosureHours === null
              ? 'Not known'
              : `After ${exactNumber(incident.disclosureHours)} h`,
        ],
        under: remarks(incident, document.words),
      }))}
    />
  );
}

const remarks = (incident: Incident, words: DocumentWords): string =>
  [
    `${upperFirst(incidentWords(incident, words))}.`,
    incident.note,
    incident.source === null ? 'Source not stated.' : `Source: ${incident.source}`,
  ]
    .filter((text) => text !== null)
    .join(' ');

/** An amount of the register; one that is not known is said to be so. */
const amountWords = (minor: MinorUnits | null, currency: string): string =>
  minor === null ? 'Not known' : formatMoneyPlain(minor, currency);

/** Fix, control and post-mortem of an incident, in the words of the form. */
const incidentWords = (incident: Incident, words: DocumentWords): string =>
  [
    `fix: ${lowerFirst(words.fixStatuses[incident.fixStatus])}`,
    `control that failed: ${lowerFirst(words.boundaries[incident.boundary])}`,
    `post-mortem: ${lowerFirst(words.postmortems[incident.postmortem])}`,
  ].join('; ');

function Weights({ rows }: { readonly rows: readonly RegisterRow[] }): ReactElement {
  const figure = { kind: 'figure' } as const;
  return (
    <PrintTable
      label="Working of each incident"
      columns={[
        { label: 'Incident', width: 14 },
        { label: 'Age, years', ...figure },
        { label: 'Severity S', ...figure },
        { label: 'Cause', ...figure },
        { label: 'Fix', ...figure },
        { label: 'Decay', ...figure },
        { label: 'Recency', ...figure },
        { label: 'Repeat', ...figure },
        { label: 'Boundary', ...figure },
        { label: 'Load', ...figure },
      ]}
      rows={rows
        .filter(({ line }) => line.isMaterial)
        .map(({ line }) => ({
          key: line.incidentId,
          cells: [
            formatDate(line.date),
            formatYears(line.ageYears),
            formatSeverity(line.severity),
            formatSignificant(line.causeWeight),
            formatSignificant(line.fixMultiplier),
            formatSignificant(line.decay),
            formatSignificant(line.recency),
            formatSignificant(line.repeat),
            formatSignificant(line.boundary),
            formatLoad(line.load),
          ],
        }))}
      empty="No incident is material."
    />
  );
}

function pillarWords({ score }: QuoteDocument): string {
  const working = score.incidentWorking;
  const blend = working.isBlended
    ? `blended with the prior ${formatNumber(working.prior)} at credibility ${formatCredibility(working.credibility)}: ${formatScore(working.blended)}`
    : `below the prior ${formatNumber(working.prior)}, so used as it is: ${formatScore(working.blended)}`;
  const subset =
    working.governingSubset === null
      ? ''
      : ' An incident may never raise the pillar: the least over the subsets of the register governs.';
  return `Load ${formatLoad(working.load)} in all, rate ${formatLoad(working.rate)} events a year. Experience score ${formatScore(working.experience)}, ${blend}.${subset} Pillar: ${formatScore(score.pillars.incidents.score)}.`;
}
