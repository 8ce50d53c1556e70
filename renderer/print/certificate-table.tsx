import type { ReactElement, ReactNode } from 'react';
import { formatNumber, formatSignificant } from '#shared/domain/format-number.ts';
import type { LossCertificate } from '#shared/pricing/price-result.ts';
import { PrintTable } from './print-table.tsx';

interface CertificateTableProps {
  readonly certificate: LossCertificate;
}

const VERDICT_WORDS = { pass: 'Pass', warn: 'Warning', fail: 'Fail' } as const;

/** Tiny errors read better as powers of ten. */
function errorText(value: number): ReactNode {
  if (!Number.isFinite(value) || value === 0 || Math.abs(value) >= 0.001) return formatSignificant(value, 3);
  const [mantissa = '', exponent = ''] = value.toExponential(1).split('e');
  return (
    <>
      {`${mantissa.replace('-', '\u2212')} × 10`}
      <sup>{exponent.replace('-', '\u2212').replace('+', '')}</sup>
    </>
  );
}

/** What the engine says of its own error. */
export function CertificateTable({ certificate }: CertificateTableProps): ReactElement {
  const open = certificate.checks.filter(({ verdict }) => verdict !== 'pass');
  const passed = certificate.checks.length - open.length;
  return (
    <>
      <p>
        {`${certificate.method}; ${certificate.grid} grid of ${formatNumber(certificate.partPoints)} points a part or more and ${formatNumber(certificate.policyPoints)} for the policy, step ${formatSignificant(certificate.policyStep, 6)}, range ${formatNumber(certificate.range)}; engine ${certificate.engineVersion}. Verdict: ${VERDICT_WORDS[certificate.verdict].toLowerCase()}.`}
      </p>
      <p>{`${passed} of ${certificate.checks.length} checks pass.`}</p>
      {passed === certificate.checks.length ? null : (
        <PrintTable
          label="Checks of the loss calculation that do not pass"
          columns={[
            { label: 'Check', width: 36 },
            { label: 'Held against', kind: 'figure' },
            { label: 'Lattice', kind: 'figure' },
            { label: 'Error', kind: 'figure' },
            { label: 'Tolerance', kind: 'figure' },
            { label: 'Verdict', width: 10 },
          ]}
          rows={open.map((check) => ({
            key: check.id,
            cells: [
              check.label,
              check.analytic === null ? '\u2013' : formatSignificant(check.analytic, 9),
              check.lattice === null ? '\u2013' : formatSignificant(check.lattice, 9),
              errorText(check.error),
              errorText(check.tolerance),
              VERDICT_WORDS[check.verdict],
            ],
          }))}
        />
      )}
    </>
  );
}
