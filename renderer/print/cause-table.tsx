import type { ReactElement } from 'react';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import type { QuoteWording } from '#shared/quote/quote-wording.ts';
import { quotedParts } from './part-numbers.ts';
import { PrintTable } from './print-table.tsx';

type Response = QuoteWording['causes'][number]['response'];

interface CauseTableProps {
  readonly document: QuoteDocument;
}

/** Which quoted part answers for each cause of loss, in the order of the model's taxonomy. */
export function CauseTable({ document }: CauseTableProps): ReactElement {
  const { title } = quotedParts(document);
  return (
    <PrintTable
      label="Response of the cover to each cause of loss"
      className="dense"
      empty="No causes of loss are listed."
      columns={[
        { label: 'Cause of loss', width: 38 },
        { label: 'Response', width: 26 },
        { label: 'Part that answers' },
      ]}
      rows={document.wording.causes.map((cause) => ({
        key: cause.code,
        cells: [
          cause.label,
          responseCell(cause.response, document.words.responses[cause.response]),
          cause.parts.length === 0 ? 'None' : cause.parts.map(title).join('; '),
        ],
      }))}
    />
  );
}

/** Full, half and empty discs tell the responses apart at a glance; the words say which. */
const responseCell = (response: Response, words: string): ReactElement => (
  <span className="response" data-response={response}>
    <svg width={9} height={9} viewBox="0 0 9 9" aria-hidden="true">
      <circle cx={4.5} cy={4.5} r={3.6} fill={response === 'covered' ? 'currentColor' : 'none'} />
      {response === 'contingent' ? <path d="M4.5 0.9A3.6 3.6 0 0 0 4.5 8.1Z" fill="currentColor" /> : null}
      {response === 'refer' ? <path d="M2.6 4.5H6.4" /> : null}
    </svg>
    {words}
  </span>
);
