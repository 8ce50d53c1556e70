import type { ReactElement } from 'react';
import type { AuditEntry } from '#shared/domain/records.ts';
import { upperFirst } from '#shared/domain/upper-first.ts';
import { momentText } from '../../components/format/dates.ts';
import './review.css';

/** What was done to this case, newest first, as the append-only audit trail has it. */
export const History = ({ entries }: { readonly entries: readonly AuditEntry[] }): ReactElement => (
  <ol className="history">
    {entries
      .toSorted((a, b) => b.sequence - a.sequence)
      .map(({ sequence, at, actor, action, detail, hash }) => (
        <li key={sequence} title={`Entry ${sequence}, hash ${hash.slice(0, 12)}`}>
          <time className="faint figures" dateTime={at}>
            {momentText(at)}
          </time>
          <span>
            {sentence(action)}
            {detail !== '' && <span className="soft"> {detail}</span>}
          </span>
          <span className="history-who">{actor}</span>
        </li>
      ))}
  </ol>
);

/** `quote.issued` or `assessment-saved` read as words. */
function sentence(action: string): string {
  const text = action.replaceAll(/[._-]+/g, ' ');
  return `${upperFirst(text)}.`;
}
