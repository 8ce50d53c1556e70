import { storedJson } from '#shared/domain/json-text.ts';
import { prepared, reading, type WorkbookDatabase } from '../connection/database.ts';
import { listProfiles } from './profiles.ts';

/** Whose key it is in a workbook. */
export interface KeyHolder {
  readonly name: string;
  readonly isRetired: boolean;
}

/** Every entry that tells of a profile: among its facts is the key that the person signed with from then on. */
const OF_PROFILES = `SELECT subject_of AS name, facts FROM audit WHERE action IN ('profile-added', 'profile-changed')
ORDER BY sequence DESC`;

/**
 * Who signs, or has signed, with a key: by the profiles, else by the trail, since on another computer, or after a lost
 * passphrase, the same person has another one. Null where nobody has, or where the people cannot be read.
 */
export function holderOfKey(db: WorkbookDatabase, publicKey: string): KeyHolder | null {
  const profiles = listProfiles(db);
  if (!profiles.ok) return null;
  const own = profiles.value.find((profile) => profile.publicKey === publicKey);
  if (own !== undefined) return { name: own.name, isRetired: own.retiredAt !== null };
  const entries = reading(db, () => prepared(db, OF_PROFILES).all() as { name: string; facts: string }[]);
  if (!entries.ok) return null;
  const earlier = entries.value.find(({ facts }) => keyIn(facts) === publicKey);
  if (earlier === undefined) return null;
  const profile = profiles.value.find(({ name }) => name === earlier.name);
  return { name: earlier.name, isRetired: profile !== undefined && profile.retiredAt !== null };
}

function keyIn(facts: string): unknown {
  try {
    return (storedJson(facts) as { readonly publicKey?: unknown }).publicKey;
  } catch {
    return null;
  }
}
