import { fieldsOf, isRecord } from './argument-checks.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { assertArgument } from './result.ts';

export type Verdict = 'pass' | 'warn' | 'fail';

const VERDICTS: readonly unknown[] = ['pass', 'warn', 'fail'] satisfies Verdict[];

/** One line of a certificate: what was compared, the difference, and what is allowed. */
export interface CertificateCheck {
  readonly id: string;
  readonly label: string;
  /** What the lattice's value is compared with: known without a lattice, or read from a finer or separate one. */
  readonly analytic: number | null;
  /** The value on the lattice. */
  readonly lattice: number | null;
  /** Relative for moments and changes, absolute for probabilities. */
  readonly error: number;
  readonly tolerance: number;
  readonly verdict: Verdict;
}

/** The engine's estimate of its own error. A number that fails must not be shown as if it were good. */
export interface Certificate {
  readonly engineVersion: string;
  readonly method: string;
  readonly points: number;
  readonly step: number;
  /** Where P(S > range) is at most 1e-11, or the end of the lattice for a law that no lattice can hold. */
  readonly range: number;
  readonly checks: readonly CertificateCheck[];
  readonly verdict: Verdict;
}

/** Errors up to the tolerance pass; up to this many times it warn; beyond they fail. */
const WARNING_FACTOR = 10;

/**
 * A line of a certificate, with its verdict: pass up to the tolerance, warn up to ten times it, fail beyond or for NaN.
 */
export function certificateCheck({
  id,
  label,
  values,
  error,
  tolerance,
}: {
  readonly id: string;
  readonly label: string;
  readonly values: { readonly analytic?: number | null; readonly lattice?: number | null };
  readonly error: number;
  readonly tolerance: number;
}): CertificateCheck {
  const size = Math.abs(error);
  const verdict = size <= tolerance ? 'pass' : size <= WARNING_FACTOR * tolerance ? 'warn' : 'fail';
  return {
    id,
    label,
    analytic: values.analytic ?? null,
    lattice: values.lattice ?? null,
    error,
    tolerance,
    verdict: Number.isNaN(size) ? 'fail' : verdict,
  };
}

/** Relative difference of a lattice value from an analytic one, on the scale of the analytic one (or of `scale`). */
export function relativeCheck({
  id,
  label,
  analytic,
  lattice,
  tolerance,
  scale = Math.abs(analytic),
}: {
  readonly id: string;
  readonly label: string;
  readonly analytic: number;
  readonly lattice: number;
  readonly tolerance: number;
  readonly scale?: number;
}): CertificateCheck {
  if (analytic === Number.POSITIVE_INFINITY) {
    // No lattice can show an infinite moment: there is nothing to compare with, so the reader is warned.
    return {
      ...certificateCheck({ id, label, values: { analytic, lattice }, error: 0, tolerance }),
      verdict: 'warn',
    };
  }
  const error = scale > 0 ? (lattice - analytic) / scale : lattice === analytic ? 0 : 1;
  return certificateCheck({ id, label, values: { analytic, lattice }, error, tolerance });
}

export const TOLERANCES = {
  mean: 1e-9,
  sd: 1e-5,
  skewness: 1e-4,
  massBeyond: 1e-9,
  aliasing: 1e-9,
  /** Transforms of many losses round this far below 0. */
  leastMass: 1e-12,
  change: 1e-4,
} as const;

/**
 * The worst verdict of the checks, with the grid they were made on. Throws an ActuarialError on anything but checks.
 */
export function makeCertificate<G extends Omit<Certificate, 'engineVersion' | 'checks' | 'verdict'>>(
  grid: G,
  checks: readonly CertificateCheck[],
): Certificate & G {
  assertArgument({
    holds: isRecord(grid),
    parameter: 'grid',
    domain: 'what the checks were made on',
    given: grid,
  });
  const areChecks =
    Array.isArray(checks) && checks.every((check) => VERDICTS.includes(fieldsOf(check).verdict));
  assertArgument({
    holds: areChecks,
    parameter: 'checks',
    domain: 'a list of checks with verdicts',
    given: checks,
  });
  const verdict = checks.some((check) => check.verdict === 'fail')
    ? 'fail'
    : checks.some((check) => check.verdict === 'warn')
      ? 'warn'
      : 'pass';
  return { engineVersion: ENGINE_VERSION, ...grid, checks, verdict };
}
