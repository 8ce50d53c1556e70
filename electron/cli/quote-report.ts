import { readFileSync, statSync } from 'node:fs';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import { paperTitle } from '#shared/quote/paper-words.ts';
import type { Workbook } from '../store/workbook/workbook.ts';
import { priceLines } from './price-summary.ts';
import { scoreLines, subjectLines } from './score-summary.ts';
import { bullets } from './text-table.ts';
import type { Papers } from './write-paper.ts';

/** What a run has made. */
export interface Quoted {
  /** Assessments of this subject in the workbook, this one included. */
  readonly count: number;
  readonly workbook: Workbook;
  readonly papers: Papers;
}

/** How a run ends: done, bad input, or trouble with workbook, disk or printing. */
export type Outcome =
  | { readonly exitCode: 0; readonly lines: readonly string[]; readonly message: null }
  | { readonly exitCode: 2 | 3; readonly lines: readonly []; readonly message: string };

/** What a run prints: subject, score, cover, premium, and where the files are. */
export function outcomeOf(quoted: Quoted): Outcome {
  const { document } = quoted.papers;
  const lines = [
    ...subjectLines(document),
    '',
    ...scoreLines(document),
    '',
    ...priceLines(document),
    '',
    ...resultLines(quoted),
    ...fileLines(quoted),
  ];
  return { exitCode: 0, lines: lines.map((line) => line.replaceAll('\u00a0', ' ')), message: null };
}

function resultLines({ papers, count }: Quoted): string[] {
  const { document } = papers;
  const name = `${document.reference} version ${document.version}`;
  if (!papers.isIssued) {
    return [
      'NOT ISSUED: no quote can be made of this, because',
      ...bullets(document.statusReasons),
      '  The assessment is stored as a draft. Its paper is marked as not quotable and not kept as a quote.',
      ...countLines(count),
    ];
  }
  if (document.status === 'indication') {
    return [
      `INDICATION ${name}: it binds nobody until what is open is settled`,
      ...bullets(document.statusReasons),
      ...countLines(count),
    ];
  }
  const until = document.validUntil === null ? '' : `, valid until ${formatDate(document.validUntil)}`;
  return [`QUOTE ${name}${until}`, ...countLines(count)];
}

/** Each run makes a new case, even for a subject that was assessed before. */
const countLines = (count: number): string[] =>
  count === 1
    ? []
    : [`  The workbook now holds ${count} assessments of this subject; this one is a new case.`];

function fileLines({ papers, workbook }: Quoted): string[] {
  return [
    ...papers.files.flatMap(({ kind, path, pdf }) => [
      `  ${paperTitle(kind, papers.document.status)}`,
      `            ${path}`,
      `            ${kilobytes(pdf.bytes.byteLength)}, SHA-256 ${pdf.sha256}`,
    ]),
    `  Workbook  ${workbook.path}`,
    `            ${kilobytes(statSync(workbook.path).size)}, SHA-256 ${sha256Hex(readFileSync(workbook.path))}`,
  ];
}

const kilobytes = (bytes: number): string => `${formatNumber(Math.ceil(bytes / 1024))} kB`;
