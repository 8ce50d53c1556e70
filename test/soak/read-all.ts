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

/** A sentence for people: no stack, no empty text, no path of the sources. */
export const isSentence = (text: string): boolean =>
  text.length > 10 && !/\bat .*:\d+:\d+|\.ts\b|(?<!must be )undefined|\[object/.test(text);

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
    if (!report.isSound || isReadOnly) return { kind: 'named', isReadOnly };
    return { kind: 'sound', said: sha256Hex(JSON.stringify(said)) };
  } finally {
    closeWorkbook(opened.value);
  }
}
