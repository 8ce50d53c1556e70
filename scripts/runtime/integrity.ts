import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { SetupFailure } from './setup-failure.ts';

/** The sha512 of a file as a Subresource Integrity string, the form a lock file uses. */
export async function integrityOf(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/** Refuses a file that is not byte for byte the expected one. */
export async function assertIntegrity(file: string, expected: string, name: string): Promise<void> {
  const found = await integrityOf(file);
  if (found !== expected) {
    throw new SetupFailure(
      `${name} arrived damaged or altered and was not used.\n  expected ${expected}\n  received ${found}`,
    );
  }
}
