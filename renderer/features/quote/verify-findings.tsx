import type { ReactElement } from 'react';
import type { CheckReport } from '#shared/domain/records.ts';
import { Notice } from '../../components/notice.tsx';

export type Verdict =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'failed'; readonly text: string }
  | { readonly kind: 'done'; readonly isSound: boolean; readonly findings: CheckReport['findings'] };

/** Whether what is stored is still what was issued. */
export function VerifyFindings({ verdict }: { readonly verdict: Verdict }): ReactElement | null {
  if (verdict.kind === 'running') return <p className="small faint">Checking hashes and pricing again…</p>;
  if (verdict.kind !== 'done') return null;
  return (
    <Notice
      tone={verdict.isSound ? 'done' : 'stop'}
      role="status"
      title={verdict.isSound ? 'Verified: this is what was issued' : 'Not verified: something was altered'}
    >
      <ul>
        {verdict.findings.map(({ id, label, isSound, message }) => (
          <li key={id}>
            {isSound ? '✓' : '✗'} {label}: {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
