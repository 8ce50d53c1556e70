import { readJsonText, refusePrototypeKeys } from '#shared/domain/json-text.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { PaperKind } from '#shared/quote/paper.ts';
import { LARGEST_PAPER_BYTES, TOO_LARGE_PAPER } from '#shared/quote/paper-verdict.ts';
import { attachmentsOf, openPdf } from './open-pdf.ts';
import { LETTER_DATA, QUOTATION_DATA, SCHEDULE_DATA, SUMMARY_DATA, WORKSHEET_DATA } from './paper-data.ts';

/** A letter or a schedule of a case says itself which it is. */
const KINDS: ReadonlyMap<string, PaperKind | 'of-case'> = new Map<string, PaperKind | 'of-case'>([
  [LETTER_DATA, 'of-case'],
  [SCHEDULE_DATA, 'of-case'],
  [WORKSHEET_DATA, 'worksheet'],
  [QUOTATION_DATA, 'quotation'],
  [SUMMARY_DATA, 'risk-summary'],
]);

/** Refuses what is too large to be a paper, which need not be read to be told. */
export const fitsPaper = (byteLength: number): Result<null> =>
  byteLength > LARGEST_PAPER_BYTES ? failed('too-large', TOO_LARGE_PAPER) : success(null);

/** What a paper carries of ours. */
export interface CarriedData {
  readonly kind: PaperKind | 'of-case';
  /** Whatever the file says: nothing of it is believed yet. */
  readonly value: unknown;
}

/** Takes what a PDF carries of ours out of it. Everything about the file is untrusted: each fault has its own sentence. */
export async function readPaper(bytes: Uint8Array): Promise<Result<CarriedData>> {
  const fits = fitsPaper(bytes.byteLength);
  if (!fits.ok) return fits;
  const opened = await openPdf(bytes);
  if (!opened.ok) return opened;
  const ours = attachmentsOf(opened.value).flatMap(({ names, content }) => {
    const kind = names.flatMap((name) => KINDS.get(name) ?? []).at(0);
    return kind === undefined ? [] : [{ kind, content }];
  });
  const [data, ...more] = ours;
  if (data === undefined)
    return failed(
      'not-found',
      'The PDF carries nothing that Ballast put into it, so nothing can be checked.',
    );
  if (more.length > 0)
    return failed(
      'conflict',
      `The PDF carries ${ours.length} files of the names that Ballast uses; a paper carries one.`,
    );
  const content = data.content();
  if (!content.ok) return content;
  const { value, failures } = readJsonText(new TextDecoder().decode(content.value), 'What the PDF carries');
  const [failure] = failures;
  if (failure !== undefined) return { ok: false, failure };
  const safe = refusePrototypeKeys(value, 'What the PDF carries');
  if (!safe.ok) return safe;
  return success({ kind: data.kind, value: safe.value });
}
