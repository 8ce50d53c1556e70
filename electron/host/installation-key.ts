import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { log } from './log.ts';
import { paperKeyOf } from './paper-key.ts';

/** The key of this installation, by which it countersigns what it closes and issues. */
export interface InstallationKey {
  /** Ed25519, as DER in base64. */
  readonly publicKey: string;
  readonly sign: (text: string) => string;
  /** The private key that papers are signed with in the same name. */
  readonly paperKey: () => KeyObject;
}

/** What the holder of an Ed25519 key can do. */
export const signingWith = (key: KeyObject): InstallationKey => ({
  publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64'),
  sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  paperKey: () => paperKeyOf(key),
});

/**
 * Reads the key of this installation, or makes it the first time. It lies in a file that only its user can read, outside
 * every workbook. (Not the system's key store: on Linux there may be none, and a headless run could not answer when it
 * asks.) Null where none can be kept; what is closed then is entered as unsigned.
 */
export function openInstallationKey(folder: string): InstallationKey | null {
  const path = join(folder, 'installation-key.pem');
  try {
    const key = existsSync(path) ? createPrivateKey(readFileSync(path)) : newKey(path);
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('it is of another kind');
    return signingWith(key);
  } catch (error) {
    log.warn('There is no installation key, so that nothing is countersigned:', error);
    return null;
  }
}

function newKey(path: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(path, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
  chmodSync(path, 0o600);
  return privateKey;
}
