import { readFileSync, statSync } from 'node:fs';
import { DEAL_PAPER_KINDS, type DealPaperKind, dealPaperTitle } from '#shared/deal/papers/deal-paper.ts';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatNumber } from '#shared/domain/format-number.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import type { Failure } from '#shared/domain/result.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';
import type { PaperKind } from '#shared/quote/paper.ts';
import { paperTitle } from '#shared/quote/paper-words.ts';
import type { DocumentStatus } from '#shared/quote/quote-document.ts';
import type { Judgement } from '#shared/underwriting/judgement.ts';
import type { Workbook } from '../store/workbook/workbook.ts';
import { priceLines } from './price-summary.ts';
import { scoreLines, subjectLines } from './score-summary.ts';
import { bullets } from './text-table.ts';
import type { Papers, WrittenPaper } from './write-paper.ts';

/** What a run has made. */
export interface Quoted {
  readonly workbook: Workbook;
  readonly assessmentId: AssessmentId;
  readonly judgement: Judgement;
  readonly papers: Papers;
}

/** How a run ends: done, bad input, or trouble with workbook, disk or printing. */
export type Outcome =
  | { readonly exitCode: 0; readonly lines: readonly string[]; readonly message: null }
  | { readonly exitCode: 2 | 3; readonly lines: readonly []; readonly message: string };

/** 2 where the submission or an option is wrong, 3 where it is the workbook, the disk or the printing. */
export const exitCodeOf = ({ code }: Failure): 2 | 3 => (code === 'invalid-input' ? 2 : 3);

/** A run that ended with nothing done, and why. */
export const stopped = (exitCode: 2 | 3, { message }: { readonly message: string }): Outcome => ({
  exitCode,
  lines: [],
  message,
});

/**
 * What a run prints: subject, score, cover, premium, and where the files are. `count` is of the assessments of this subject
 * in the workbook, this one included.
 */
export function outcomeOf(quoted: Quoted, count: number): Outcome {
  const { document } = quoted.papers;
  const lines = [
    ...subjectLines(document),
    '',
    ...scoreLines(document),
    '',
    ...priceLines(document),
    '',
    ...resultLines(quoted, count),
    ...fileLines(quoted),
  ];
  return { exitCode: 0, lines: lines.map((line) => line.replaceAll('\u00a0', ' ')), message: null };
}

function resultLines({ papers }: Quoted, count: number): string[] {
  const { document } = papers;
  const name = `${document.reference} version ${document.version}`;
  if (!papers.isIssued) {
    return [
      'NOT ISSUED: no quote can be made of this, because',
      ...bullets(document.statusReasons),
      papers.isDeclined
        ? '  The case is declined in the workbook; what says so to the broker is kept with it.'
        : papers.files.some(({ kind }) => kind === 'worksheet')
          ? '  The assessment is stored as a draft. Its paper is marked as not quotable and not kept as a quote.'
          : '  The assessment is stored as a draft. No offer goes to the broker; a letter does, with --letters or --decline.',
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
      `  ${titleOf(kind, papers.document.status)}`,
      `            ${path}`,
      `            ${kilobytes(pdf.bytes.byteLength)}, SHA-256 ${pdf.sha256}`,
    ]),
    `  Workbook  ${workbook.path}`,
    `            ${kilobytes(statSync(workbook.path).size)}, SHA-256 ${sha256Hex(readFileSync(workbook.path))}`,
  ];
}

const titleOf = (kind: WrittenPaper['kind'], status: DocumentStatus): string =>
  (DEAL_PAPER_KINDS as readonly string[]).includes(kind)
    ? dealPaperTitle(kind as DealPaperKind)
    : paperTitle(kind as PaperKind, status);

const kilobytes = (bytes: number): string => `${formatNumber(Math.ceil(bytes / 1024))} kB`;
