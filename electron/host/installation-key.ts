import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { log } from './log.ts';

/** The key of this installation, by which it countersigns what it closes and issues. */
export interface InstallationKey {
  /** Ed25519, as DER in base64. */
  readonly publicKey: string;
  readonly sign: (text: string) => string;
}

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
    const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
    return { publicKey, sign: (text) => sign(null, Buffer.from(text), key).toString('base64') };
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
