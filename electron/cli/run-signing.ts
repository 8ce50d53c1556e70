import { type Result, success } from '#shared/domain/result.ts';
import { signerFor, signerOfFile, signingPrinter } from '../documents/paper-signer.ts';
import type { DealPrinter, QuotePrinter } from '../documents/quote-pdf.ts';
import type { Launch } from '../host/launch-arguments.ts';
import { paperHolder } from '../ipc/paper-holder.ts';
import type { SignedIn } from '../ipc/signed-in.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { authorityOf } from '../store/people/profiles.ts';

/** With what a run signs its papers. */
export interface RunSigning {
  readonly by: NonNullable<Extract<Launch, { kind: 'quote' }>['signing']>;
  /** Where the application keeps what is its own. */
  readonly folder: string;
}

/** Not an option of the command: what stands there can be read by everybody on the machine. */
const PASSPHRASE = 'BALLAST_PKCS12_PASSPHRASE';

interface SigningRun {
  readonly printer: QuotePrinter & DealPrinter;
  readonly people: Pick<SignedIn, 'paperKeyOf'>;
  readonly now: Date;
  readonly db: WorkbookDatabase;
  readonly stamp: ChangeStamp;
}

/** The printer of a run, which signs where its papers are to be signed. */
export async function printerFor(
  signing: RunSigning | null,
  { printer, people, now, db, stamp }: SigningRun,
): Promise<Result<QuotePrinter & DealPrinter>> {
  if (signing === null) return success(printer);
  const { by, folder } = signing;
  if (by === 'profile') {
    const profile = authorityOf(db, stamp);
    if (!profile.ok) return profile;
    const held = paperHolder(people, db, profile.value);
    if (!held.ok) return held;
    const { key, facts } = held.value;
    return success(signingPrinter(printer, await signerFor(key, facts, { folder, now })));
  }
  const signer = await signerOfFile(by.pkcs12, process.env[PASSPHRASE] ?? '');
  return signer.ok ? success(signingPrinter(printer, signer.value)) : signer;
}
