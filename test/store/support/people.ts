import type { ChangeStamp } from '#electron/store/audit/audit.ts';
import type { WorkbookDatabase } from '#electron/store/connection/database.ts';
import { addProfile } from '#electron/store/people/profiles.ts';
import { firstLimitsOf, type Insurer, type Profile, type ProfileEntry } from '#shared/domain/people.ts';
import { profileId } from '../../support/branded.ts';
import { NOW, valueIn } from './results.ts';

/** What a person may write of a profile, an underwriter without limits of money unless it is said otherwise. */
export function entryOf(name: string, parts: Partial<ProfileEntry> = {}): ProfileEntry {
  const role = parts.role ?? 'underwriter';
  return { name, initials: 'XX', role, email: null, limits: firstLimitsOf(role), ...parts };
}

/** The stamp of a change that somebody makes. */
export const stampOf = (by: Profile | null): ChangeStamp => ({
  actor: by?.name ?? '',
  profileId: by?.id,
  now: NOW,
});

let added = 0;

/** Adds somebody to a workbook; ids are in the order of adding, since all of it happens at one moment. */
export function person(db: WorkbookDatabase, entry: ProfileEntry, by: Profile | null = null): Profile {
  added += 1;
  const id = profileId(`00000000-0000-4000-8000-${String(added).padStart(12, '0')}`);
  return valueIn(addProfile(db, { ...stampOf(by), id, entry, passphrase: null, publicKey: null }));
}

/** An insurer with all that can be said of one. */
export const HARBOUR: Insurer = {
  name: 'Harbour Mutual Insurance plc',
  shortName: 'Harbour',
  address: '1 Lime Street\nLondon EC3M 7HA',
  licence: 'FRN 123456',
  logo: { type: 'image/png', base64: Buffer.from('a picture').toString('base64') },
};
