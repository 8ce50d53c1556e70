import { readJsonText, refusePrototypeKeys } from '#shared/domain/json-text.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { PaperKind } from '#shared/quote/paper.ts';
import { QUOTATION_DATA, SUMMARY_DATA, WORKSHEET_DATA } from './paper-data.ts';

const KINDS: Readonly<Record<string, PaperKind>> = {
  [WORKSHEET_DATA]: 'worksheet',
  [QUOTATION_DATA]: 'quotation',
  [SUMMARY_DATA]: 'risk-summary',
};

/** In bytes: a worksheet with sixty pages holds one or two million. */
const LARGEST_PAPER = 50 * 1024 * 1024;
const LARGEST_DATA = 20 * 1024 * 1024;

/** Refuses what is too large to be a paper, which need not be read to be told. */
export const fitsPaper = (byteLength: number): Result<null> =>
  byteLength > LARGEST_PAPER
    ? failed('too-large', 'The file is larger than 50 MB, which no paper of Ballast is.')
    : success(null);

/** What a paper carries of ours. */
export interface CarriedData {
  readonly kind: PaperKind;
  /** Whatever the file says: nothing of it is believed yet. */
  readonly value: unknown;
}

/** Takes what a PDF carries of ours out of it. Everything about the file is untrusted: each fault has its own sentence. */
export async function readPaper(bytes: Uint8Array): Promise<Result<CarriedData>> {
  const fits = fitsPaper(bytes.byteLength);
  if (!fits.ok) return fits;
  const opened = await attachmentsOf(bytes);
  if (!opened.ok) return opened;
  const ours = opened.value.filter(({ name }) => name in KINDS);
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
  if (data.bytes.byteLength > LARGEST_DATA)
    return failed('too-large', 'What the PDF carries is larger than any paper of Ballast has it.');
  const { value, failures } = readJsonText(new TextDecoder().decode(data.bytes), 'What the PDF carries');
  const [failure] = failures;
  if (failure !== undefined) return { ok: false, failure };
  const safe = refusePrototypeKeys(value, 'What the PDF carries');
  if (!safe.ok) return safe;
  return success({ kind: KINDS[data.name] ?? 'worksheet', value: safe.value });
}

interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function attachmentsOf(bytes: Uint8Array): Promise<Result<readonly Attachment[]>> {
  // A library of two megabytes, which no start should wait for.
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    return success(document.getAttachments().map(({ name, data }) => ({ name, bytes: data })));
  } catch (error) {
    const isEncrypted = error instanceof Error && /encrypt/i.test(error.message);
    return failed(
      'invalid-input',
      isEncrypted
        ? 'The PDF is encrypted, so what it carries cannot be read. A paper of Ballast is not.'
        : 'The file cannot be read as a PDF. It is damaged, or no PDF.',
    );
  }
}
