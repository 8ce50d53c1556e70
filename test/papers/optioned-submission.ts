import { readFileSync } from 'node:fs';
import { samplePath } from './print-papers.ts';

type Loose = { [key: string]: Loose } & Loose[];

/** A sample with three structures side by side, of which none has the same limits, shares and shared limit as another. */
export function optionedSubmission(sample: string): string {
  const submission = JSON.parse(readFileSync(samplePath(sample), 'utf8')) as Loose;
  const { terms } = submission as unknown as { readonly terms: Record<string, unknown> };
  const parts = terms.parts as readonly Readonly<Record<string, unknown>>[];
  const own = (changed: object, of: (part: Readonly<Record<string, unknown>>) => object) => ({
    parts: parts.map((part) => ({ ...part, ...of(part) })),
    policyAggregateLimitMinor: terms.policyAggregateLimitMinor ?? null,
    policyAggregateRetentionMinor: terms.policyAggregateRetentionMinor ?? 0,
    schedulePercent: terms.schedulePercent ?? 0,
    scheduleReason: terms.scheduleReason ?? null,
    scheduleNote: terms.scheduleNote ?? null,
    ...changed,
  });
  const half = (minor: unknown) => Number(minor) / 2;
  Object.assign(terms, {
    contract: {
      ...(terms.contract as object),
      fees: [{ label: 'Policy fee', amountMinor: 123_456 }],
    },
  });
  Object.assign(submission, {
    options: [
      { id: 'A', label: 'As asked', isOffered: true, terms: null },
      {
        id: 'B',
        label: 'Half the limits',
        isOffered: true,
        terms: own({}, ({ limitMinor }) => ({
          limitMinor: half(limitMinor),
          aggregateLimitMinor: half(limitMinor),
        })),
      },
      {
        id: 'C',
        label: 'A share of each loss',
        isOffered: true,
        terms: own({}, () => ({ coinsurancePercent: 12.5 })),
      },
    ],
  });
  return JSON.stringify(submission, null, 2);
}
