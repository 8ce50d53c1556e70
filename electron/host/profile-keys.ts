import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { storedJson } from '#shared/domain/json-text.ts';
import { type InstallationKey, signingWith } from './installation-key.ts';
import { log } from './log.ts';
import { makeFolder } from './make-folder.ts';
import { derivedKey, newSalt, SCRYPT_COST } from './passphrase.ts';
import { writeFileDurably } from './write-file.ts';

const hex = z.string().regex(/^([0-9a-f]{2})+$/);

/** A private key as it lies on the disk: in the clear, or sealed by a passphrase (scrypt, AES-256-GCM). */
const fileSchema = z.strictObject({
  format: z.literal('ballast-profile-key/1'),
  /** Ed25519, as DER in base64. */
  publicKey: z.string(),
  /** PKCS 8 as DER in base64; null where it is sealed. */
  plain: z.string().nullable(),
  sealed: z
    .strictObject({ salt: hex, cost: z.number().int().min(SCRYPT_COST), iv: hex, tag: hex, data: hex })
    .nullable(),
  /** Public halves of keys that this one took the place of. */
  earlier: z.array(z.string()),
});
type KeyFile = z.infer<typeof fileSchema>;

/** The key of one person on this computer, opened; it signs in place of the installation's. */
export interface ProfileKey extends InstallationKey {
  /** Seals it with another passphrase from now on, or leaves it in the clear. */
  readonly seal: (passphrase: string | null) => Promise<void>;
}

export interface ProfileKeys {
  /** The public halves of all keys that people have signed with on this computer. */
  readonly publicKeys: () => readonly string[];
  /**
   * The key of a profile, made the first time. One that cannot be opened, since it was sealed by a passphrase that was
   * changed elsewhere, gets a successor. Null where none can be kept.
   */
  readonly open: (profileId: string, passphrase: string | null) => Promise<ProfileKey | null>;
  /** The same of a key that is there and can be opened; null where it is not. None is made. */
  readonly openKnown: (profileId: string, passphrase: string | null) => Promise<ProfileKey | null>;
  /** The same of a key in the clear, at once; null where there is none, or it is sealed. */
  readonly openPlain: (profileId: string) => ProfileKey | null;
}

/** The signing keys of people, each in a file that only the user of this computer can read, outside every workbook. */
export function openProfileKeys(userData: string): ProfileKeys {
  const folder = join(userData, 'profile-keys');
  const pathOf = (id: string): string => join(folder, `${id}.json`);
  const opened = (id: string, privateKey: KeyObject, earlier: readonly string[]): ProfileKey => {
    const signing = signingWith(privateKey);
    const { publicKey } = signing;
    return {
      ...signing,
      seal: async (passphrase) =>
        write(pathOf(id), {
          format: 'ballast-profile-key/1',
          publicKey,
          ...(await closed(privateKey, passphrase)),
          earlier: [...earlier],
        }),
    };
  };
  return {
    publicKeys: () =>
      namesIn(folder).flatMap((name) => {
        const file = read(join(folder, name));
        return file === null ? [] : [file.publicKey, ...file.earlier];
      }),
    openPlain: (id) => {
      const file = read(pathOf(id));
      const key = file === null || file.plain === null ? null : keyOf(Buffer.from(file.plain, 'base64'));
      return file === null || key === null ? null : opened(id, key, file.earlier);
    },
    openKnown: async (id, passphrase) => {
      const file = read(pathOf(id));
      const key = file === null ? null : await unsealed(file, passphrase);
      return file === null || key === null ? null : opened(id, key, file.earlier);
    },
    open: async (id, passphrase) => {
      try {
        makeFolder(folder, { isPrivate: true });
        const file = read(pathOf(id));
        const known = file === null ? null : await unsealed(file, passphrase);
        if (file !== null && known !== null) {
          const key = opened(id, known, file.earlier);
          // Where the passphrase is new, the key in the clear is sealed now, and the other way round.
          if ((file.sealed === null) !== (passphrase === null)) await key.seal(passphrase);
          return key;
        }
        const earlier = file === null ? [] : [...file.earlier, file.publicKey];
        const key = opened(id, generateKeyPairSync('ed25519').privateKey, earlier);
        await key.seal(passphrase);
        return key;
      } catch (error) {
        log.warn('There is no key of this profile, so that the installation signs:', error);
        return null;
      }
    },
  };
}

function write(path: string, file: KeyFile): void {
  const written = writeFileDurably(path, `${JSON.stringify(file, null, 2)}\n`, { isPrivate: true });
  if (!written.ok) throw new Error(written.failure.message);
}

function read(path: string): KeyFile | null {
  if (!existsSync(path)) return null;
  try {
    return fileSchema.parse(storedJson(readFileSync(path, 'utf8')));
  } catch (error) {
    log.warn(`The key in ${path} cannot be read:`, error);
    return null;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

const bytesOf = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'pkcs8' });

function keyOf(bytes: Buffer): KeyObject | null {
  try {
    const key = createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' });
    return key.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}

async function closed(key: KeyObject, passphrase: string | null): Promise<Pick<KeyFile, 'plain' | 'sealed'>> {
  const bytes = bytesOf(key);
  if (passphrase === null) return { plain: bytes.toString('base64'), sealed: null };
  const [salt, iv] = [newSalt(), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await derivedKey(passphrase, salt, SCRYPT_COST), iv);
  const data = Buffer.concat([cipher.update(bytes), cipher.final()]);
  const digits = (part: Buffer): string => part.toString('hex');
  return {
    plain: null,
    sealed: {
      salt: digits(salt),
      cost: SCRYPT_COST,
      iv: digits(iv),
      tag: digits(cipher.getAuthTag()),
      data: digits(data),
    },
  };
}

/** The key, or null where it cannot be opened so. */
async function unsealed({ plain, sealed }: KeyFile, passphrase: string | null): Promise<KeyObject | null> {
  if (plain !== null) return keyOf(Buffer.from(plain, 'base64'));
  if (sealed === null || passphrase === null) return null;
  const bytes = (digits: string): Buffer => Buffer.from(digits, 'hex');
  const derived = await derivedKey(passphrase, bytes(sealed.salt), sealed.cost);
  try {
    const cipher = createDecipheriv('aes-256-gcm', derived, bytes(sealed.iv));
    cipher.setAuthTag(bytes(sealed.tag));
    return keyOf(Buffer.concat([cipher.update(bytes(sealed.data)), cipher.final()]));
  } catch {
    return null;
  }
}
