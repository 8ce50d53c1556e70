import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Signing } from '#shared/contract/contract.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { signerOfFile, signingPrinter } from '../documents/paper-signer.ts';
import type { DealPrinter, QuotePrinter } from '../documents/quote-pdf.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import type { Context } from './context.ts';
import { paperHolder } from './paper-holder.ts';

/** The file that a person last chose to sign with, by the name that the window knows it by; its path stays here. */
let keyFile: { readonly id: string; readonly path: string } | null = null;

/** Lets a person choose the file of a key; null when none was chosen. */
export async function chooseKeyFile({
  dialogs,
}: Pick<Context, 'dialogs'>): Promise<{ readonly id: string; readonly name: string } | null> {
  const path = await dialogs.chooseKeyFile();
  if (path === null) return null;
  keyFile = { id: randomUUID(), path };
  return { id: keyFile.id, name: basename(path) };
}

/** The printer whose papers are signed as whoever makes them chose; the one that signs nothing where they chose nothing. */
export async function printerThatSigns(
  { people, printer, signerFor }: Pick<Context, 'people' | 'printer' | 'signerFor'>,
  { db, signing }: { readonly db: WorkbookDatabase; readonly signing: Signing | null },
): Promise<Result<QuotePrinter & DealPrinter>> {
  if (signing === null) return success(printer);
  if (signing.by === 'file') {
    if (keyFile === null || keyFile.id !== signing.file)
      return failed('not-found', 'The file with the signing key is not at hand any more. Choose it again.');
    const signer = await signerOfFile(keyFile.path, signing.passphrase);
    return signer.ok ? success(signingPrinter(printer, signer.value)) : signer;
  }
  const held = paperHolder(people, db, people.presentIn(db).profile);
  if (!held.ok) return held;
  return success(signingPrinter(printer, await signerFor(held.value.key, held.value.facts)));
}
