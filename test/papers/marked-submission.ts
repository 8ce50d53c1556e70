import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { samplePath } from './print-papers.ts';

/** A sample with everything that its reader may not see marked, and with every term that a quotation can hold. */
export interface MarkedSubmission {
  readonly text: string;
  /** What stands in private fields, each once. */
  readonly marks: readonly string[];
}

const LOGO = resolve(import.meta.dirname, '../../resources/icons/png/64x64.png');

type Loose = { [key: string]: Loose } & Loose[];

/** Fields in which an underwriter writes to the file and to nobody else. */
const PRIVATE_TEXTS = new Set(['note', 'scheduleNote', 'reason', 'title']);

export function markedSubmission(sample: string): MarkedSubmission {
  const submission = JSON.parse(readFileSync(samplePath(sample), 'utf8')) as Loose;
  const marks: string[] = [];
  const mark = (key: string): string => {
    const text = `Kept in the file ${marks.length} ${key}`;
    marks.push(text);
    return text;
  };
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const held = value as Record<string, unknown>;
    for (const [key, item] of Object.entries(held)) {
      if (PRIVATE_TEXTS.has(key) && typeof item === 'string') held[key] = mark(key);
      else walk(item);
    }
  };
  walk(submission);
  const { terms } = submission as unknown as { readonly terms: Record<string, Record<string, unknown>> };
  Object.assign(submission, {
    insurer: {
      name: 'Meridian Digital Insurance Ltd',
      address: '1 Lime Street\nLondon EC3M 7HA',
      licence: 'FRN 000000',
      logo: { type: 'image/png', base64: readFileSync(LOGO).toString('base64') },
    },
    underwriter: { name: 'Class underwriter, exchanges' },
  });
  Object.assign(terms, {
    line: { orderPercent: 100, writtenPercent: 35, role: 'lead' },
    brokeragePercent: 16.3,
    taxes: [
      { jurisdiction: 'United Kingdom', label: 'Insurance premium tax', ratePercent: 12 },
      { jurisdiction: 'Jersey', label: 'Levy', ratePercent: 0.37 },
    ],
    subjectivityTerms: {
      'sj-inventory': {
        from: 'The insured',
        to: 'The insurer',
        when: 'before-binding',
        otherwise: 'No cover attaches',
      },
      'sj-proposal': {
        from: 'The insured',
        to: 'The insurer',
        when: 'before-binding',
        otherwise: 'No cover attaches',
      },
      'sj-pentest': {
        from: 'The insured',
        to: 'The insurer',
        when: 'after-binding',
        otherwise: 'Cover is suspended',
      },
      'own-1': {
        from: 'The insured',
        to: 'The insurer',
        when: 'after-binding',
        otherwise: 'Cover is suspended',
      },
    },
  });
  Object.assign(terms.contract ?? {}, {
    fees: [
      { label: 'Policy fee', amountMinor: 123_456 },
      { label: 'Survey fee', amountMinor: 777_777 },
    ],
  });
  return { text: JSON.stringify(submission, null, 2), marks };
}
