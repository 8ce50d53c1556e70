import type { ReactElement } from 'react';
import { corridorPosition, corridorSpan } from '#shared/domain/corridor-words.ts';
import { formatRateOnLine } from '#shared/domain/format-figures.ts';
import { formatNumber, formatSignificant } from '#shared/domain/format-number.ts';
import type { Corridor, PriceResult } from '#shared/pricing/price-result.ts';
import type { DocumentNote } from '#shared/quote/document-notes.ts';

import { Disclosure } from '../../components/disclosure.tsx';
import { Notice } from '../../components/notice.tsx';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import './price-notes.css';

interface PriceNotesProps {
  readonly price: PriceResult;
  readonly notes: readonly DocumentNote[];
}

/** Warnings and notes of the price, and where each part falls in its market corridor. */
export function PriceNotes({ price, notes }: PriceNotesProps): ReactElement {
  const { model } = useEditor('model');
  const parts = [...price.parts, ...price.enteredParts].filter(({ corridor }) => corridor !== null);
  return (
    <section className="price-notes" aria-label="Notes on the price">
      {notes.map((note) => (
        <Notice
          key={`${note.id}${note.field}`}
          tone={note.kind === 'cannot-quote' ? 'stop' : note.kind === 'warning' ? 'refer' : 'note'}
        >
          {note.message}
        </Notice>
      ))}
      {parts.length > 0 && (
        <ul className="corridors" aria-label="Market corridors">
          {parts.map(
            ({ part, label, corridor }) =>
              corridor !== null && (
                <CorridorLine
                  key={part}
                  label={label}
                  corridor={corridor}
                  measure={corridor.measure === 'rate-on-line' ? 'rate on line' : model.wording.corridor.of}
                />
              ),
          )}
        </ul>
      )}
      <Certificate price={price} />
    </section>
  );
}

function CorridorLine({
  label,
  corridor,
  measure,
}: {
  readonly label: string;
  readonly corridor: Corridor;
  readonly measure: string;
}): ReactElement {
  const { low, high, value } = corridor;
  const position = corridorPosition(corridor);
  // The corridor takes the middle half of the ruler; what lies outside is drawn at its edge.
  const place = Math.min(98, Math.max(2, 25 + ((value - low) / (high - low)) * 50));
  return (
    <li className={`corridor corridor-${position}`}>
      <span className="corridor-label">{label}</span>
      <span className="figures">{formatRateOnLine(value)}</span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden>
        <line className="corridor-ground" x1={0} x2={100} y1={4} y2={4} />
        <rect className="corridor-band" x={25} width={50} y={1.5} height={5} />
        <rect className="corridor-mark" x={place - 0.7} width={1.4} y={0} height={8} />
      </svg>
      <span className="corridor-words small faint">
        {corridorSpan(corridor)} {measure}: {position} the corridor
      </span>
    </li>
  );
}

function Certificate({ price }: { readonly price: PriceResult }): ReactElement {
  const { certificate } = price;
  const over = certificate.checks.filter((check) => check.verdict !== 'pass').length;
  const verdict =
    over === 0
      ? `all ${certificate.checks.length} checks pass`
      : `${over} of ${certificate.checks.length} checks over tolerance`;
  return (
    <Disclosure title="Accuracy of the calculation" summary={`${certificate.grid} grid, ${verdict}`}>
      <dl className="certificate">
        {certificate.checks.map(({ id, label, error, tolerance, verdict: outcome }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd className="figures">
              {Math.abs(error).toExponential(1)} of {tolerance.toExponential(0)} · {outcome}
            </dd>
          </div>
        ))}
      </dl>
      <p className="small faint">
        {certificate.method}. At least {formatNumber(certificate.partPoints)} points for each part,{' '}
        {formatNumber(certificate.policyPoints)} for the policy; step{' '}
        {formatSignificant(certificate.policyStep, 6)}, range {formatNumber(certificate.range)}. Engine{' '}
        {certificate.engineVersion}.
      </p>
    </Disclosure>
  );
}
