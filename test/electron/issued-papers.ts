import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import type { ModelsAtHand } from '#electron/documents/examine-paper.ts';
import type { VerifyBasis } from '#electron/documents/paper-signers.ts';
import { createQuotePrinter } from '#electron/documents/quote-pdf.ts';
import { stampHere } from '#electron/documents/stamp-in-thread.ts';
import type { BundledModel } from '#electron/host/bundled-model.ts';
import { handlers } from '#electron/ipc/handlers/index.ts';
import { modelByHash } from '#electron/store/models/model-by-hash.ts';
import { getQuotePaper } from '#electron/store/quotes/read-quotes.ts';
import type { AssessmentId } from '#shared/domain/records.ts';
import { success } from '#shared/domain/result.ts';
import type { PaperKind } from '#shared/quote/paper.ts';
import { entryOf } from '../store/support/people.ts';
import { host, record, resources, sampleText, value } from './handlers-host.ts';

/** A PDF of two pages that Ballast did not make. */
export async function twoPages(text: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText(text);
  document.addPage([595, 842]).drawText('second');
  return document.save();
}

/** A printer that stamps as the application does, on pages that Electron did not draw. */
const printer = createQuotePrinter(
  async (paper) =>
    success({
      pdf: await twoPages(paper.kind),
      words: { headings: [], sections: [], tables: [], links: {} },
    }),
  stampHere(resources),
  'Ballast test',
);

export type Papers = Readonly<Record<PaperKind, Uint8Array<ArrayBuffer>>>;

/** The sample, issued from a workbook in a folder, with all that its papers are verified with. */
export async function issuedPapers(folder: string, model: BundledModel, { isSigned = false } = {}) {
  const at = host(folder, model);
  at.printWith(printer.print);
  if (isSigned) await signInAs(at, 'Ada Marlow');
  const made = record(
    await handlers.assessments.importText(at.context, { fileName: 'well-run.json', text: sampleText }),
  );
  const issued = record(
    await handlers.quotes.issue(at.context, {
      assessmentId: made.summary.id,
      version: made.version,
      paper: 'a4',
      ...(isSigned ? { signing: { by: 'profile' as const } } : {}),
    }),
  );
  const { db } = at.session.current()!;
  const [quote] = issued.quotes;
  const paper = (kind: PaperKind) => new Uint8Array(value(getQuotePaper(db, quote!.id, kind)).pdf);
  const papers: Papers = {
    quotation: paper('quotation'),
    'risk-summary': paper('risk-summary'),
    worksheet: paper('worksheet'),
  };
  const basis: VerifyBasis & ModelsAtHand = {
    db,
    ownKeys: at.context.people.ownKeys,
    presentHash: model.hash,
    modelOf: (hash) => modelByHash(db, hash, success(model)),
  };
  const assessmentId: AssessmentId = made.summary.id;
  return { at, papers, basis, quote: quote!, assessmentId };
}

export async function signInAs(at: ReturnType<typeof host>, name: string): Promise<void> {
  const entry = entryOf(name, { role: 'head' });
  value(await handlers.people.addProfile(at.context, { entry, passphrase: null, isMe: true }));
}

/** A PDF of somebody with every tool, which carries whatever is wanted under a name of ours. */
export async function carrying(
  json: string,
  { count = 1, name = 'ballast-worksheet.json' } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  document.addPage();
  for (let i = 0; i < count; i += 1)
    await document.attach(new TextEncoder().encode(json), name, {
      mimeType: 'application/json',
      afRelationship: AFRelationship.Data,
    });
  return Uint8Array.from(await document.save());
}

/** What a paper carries, as text. */
export async function carriedText(bytes: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(bytes);
  const [data] = document.getAttachments();
  return new TextDecoder().decode(data!.data);
}
