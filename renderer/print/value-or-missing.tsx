import type { ReactElement, ReactNode } from 'react';
import { isolated } from '#shared/domain/isolated.ts';

/** The name of what is missing, marked as such. */
export const missing = (what: string): ReactElement => <span className="missing">{what}</span>;

interface ValueOrMissingProps {
  readonly value: string | null | undefined;
  /** What is missing when it is: "Broker not stated". */
  readonly missing: string;
}

/** A value, or the name of what is missing: never a blank. */
export function ValueOrMissing({ value, missing: what }: ValueOrMissingProps): ReactNode {
  return value === null || value === undefined || value.trim() === '' ? missing(what) : isolated(value);
}
