import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

// What a passphrase protects, and what it does not, is said where people choose one: it keeps others at this computer from
// acting in their name in Ballast, and seals their signing key. It does not encrypt the workbook.

/** What a passphrase is recognised by: scrypt over it and the salt. */
export interface PassphraseHash {
  /** 16 bytes, as hexadecimal digits. */
  readonly salt: string;
  /** 32 bytes, as hexadecimal digits. */
  readonly hash: string;
  /** scrypt's N. */
  readonly cost: number;
}

/** 2^15, with blocks of 8: 32 MB and some tenths of a second for each guess. */
export const SCRYPT_COST = 32_768;
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/** 32 bytes that only who knows the passphrase can compute; typed in any Unicode form, it is the same passphrase. */
export function derivedKey(passphrase: string, salt: Buffer, cost: number): Promise<Buffer> {
  const options: ScryptOptions = { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

export const newSalt = (): Buffer => randomBytes(SALT_BYTES);

export async function hashPassphrase(passphrase: string): Promise<PassphraseHash> {
  const salt = newSalt();
  const hash = await derivedKey(passphrase, salt, SCRYPT_COST);
  return { salt: salt.toString('hex'), hash: hash.toString('hex'), cost: SCRYPT_COST };
}

/** Whether it is the passphrase that was hashed; compared in a time that does not tell how near it was. */
export async function isPassphrase(passphrase: string, known: PassphraseHash): Promise<boolean> {
  const found = await derivedKey(passphrase, Buffer.from(known.salt, 'hex'), known.cost);
  const wanted = Buffer.from(known.hash, 'hex');
  return found.byteLength === wanted.byteLength && timingSafeEqual(found, wanted);
}
