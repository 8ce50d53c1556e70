import type { SeenWorkbooks } from '#electron/host/seen-workbooks.ts';
import { getAssessment, listAssessments } from '#electron/store/assessments/read-assessments.ts';
import { checkedInFull } from '#electron/store/check/check-workbook.ts';
import { anchorsOf } from '#electron/store/check/keep-heads.ts';
import { getQuoteDocument, getQuotePdf } from '#electron/store/quotes/read-quotes.ts';
import { closeWorkbook, openWorkbook } from '#electron/store/workbook/workbook.ts';
import { sha256Hex } from '#shared/domain/sha256.ts';

/** How a workbook stands after harm was done to it, as a person would find it. */
type Standing =
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'named'; readonly isReadOnly: boolean }
  | { readonly kind: 'sound'; readonly said: string };

const NOT_FOR_PEOPLE: readonly RegExp[] = [
  // Stacks, sources, values that were forgotten.
  /\bat .*:\d+:\d+|\.ts\b|(?<!must be )undefined|\[object/,
  // Codes of SQLite and of the system.
  /\bSQLITE_|\bE[A-Z]{3,}\b/,
  // Columns, keys of JSON, whole ids and hashes.
  /\b[a-z]+_[a-z_]+\b|\b[0-9a-f]{8}-[0-9a-f]{4}-|\b[0-9a-f]{64}\b/,
];

/** A sentence for people: not empty, and nothing in it that only a programmer reads. Names in “…” are others’ words. */
export function isSentence(text: string): boolean {
  // The mark of a workbook in its references is of any letters, and may look like the code of an error.
  const own = text.replace(/“[^”]*”/g, '“”').replace(/\bBAL-\d{4}-\d+-[A-Z\d]{5}\b/g, 'BAL');
  return own.length > 10 && NOT_FOR_PEOPLE.every((pattern) => !pattern.test(own));
}

/**
 * Opens, checks and reads everything that the window can show. What throws is a fault; a failure must be a sentence. Two
 * workbooks say the same when `said` is the same. `seen` is what an installation knows of it beforehand.
 */
export async function standingOf(
  path: string,
  now: Date,
  seen: SeenWorkbooks | null = null,
): Promise<Standing> {
  const opened = openWorkbook(path, { mode: 'open', appVersion: 'soak', now });
  if (!opened.ok) {
    if (!isSentence(opened.failure.message)) throw new Error(`no sentence: ${opened.failure.message}`);
    return { kind: 'refused', message: opened.failure.message };
  }
  const { db, isReadOnly } = opened.value;
  try {
    const anchors = seen === null ? [] : anchorsOf(opened.value, { seen, backupFolder: null });
    const report = await checkedInFull(db, { now, anchors });
    for (const { message } of report.findings)
      if (!isSentence(message.padEnd(11))) throw new Error(`no sentence: ${message}`);
    const said: unknown[] = [];
    const list = listAssessments(db);
    said.push(list);
    if (list.ok)
      for (const { id, latestQuote } of list.value) {
        said.push(getAssessment(db, id));
        if (latestQuote === null) continue;
        said.push(getQuoteDocument(db, latestQuote.id));
        const pdf = getQuotePdf(db, latestQuote.id);
        said.push(pdf.ok ? sha256Hex(pdf.value.pdf) : pdf);
      }
    for (const one of said) {
      const failure = isFailed(one) ? one.failure.message : '';
      if (failure !== '' && !isSentence(failure)) throw new Error(`no sentence: ${failure}`);
    }
    if (!report.isSound || isReadOnly) return { kind: 'named', isReadOnly };
    return { kind: 'sound', said: sha256Hex(JSON.stringify(said)) };
  } finally {
    closeWorkbook(opened.value);
  }
}

const isFailed = (one: unknown): one is { readonly failure: { readonly message: string } } =>
  typeof one === 'object' && one !== null && 'failure' in one;
