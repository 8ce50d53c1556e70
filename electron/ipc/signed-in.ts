import { nameKey } from '#shared/domain/name-key.ts';
import type { Profile, ProfileId } from '#shared/domain/people.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import type { InstallationKey } from '../host/installation-key.ts';
import { isPassphrase } from '../host/passphrase.ts';
import { openProfileKeys, type ProfileKey } from '../host/profile-keys.ts';
import { openProfilesInUse } from '../host/profiles-in-use.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';
import type { WorkbookDatabase } from '../store/connection/database.ts';
import { workbookId } from '../store/connection/workbook-id.ts';
import { getProfileToSignIn, keepPublicKey, listProfiles } from '../store/people/profiles.ts';
import type { Workbook } from '../store/workbook/workbook.ts';

/** Who works in a workbook on this computer now. */
export interface Present {
  /** Who is signed in; null for nobody. */
  readonly profile: Profile | null;
  /** Who was here last and has a passphrase to give before anything is entered in that name. */
  readonly waiting: Profile | null;
}

const NOBODY: Present = { profile: null, waiting: null };

/** Somebody who is named beside the window. */
export interface Named {
  readonly name: string;
  /** Asked only where the profile has one; null where none was given. */
  readonly passphrase: () => string | null;
}

/** The people who are signed in on this computer, one for each workbook, and the keys that they sign with. */
export interface SignedIn {
  readonly presentIn: (db: WorkbookDatabase) => Present;
  /** The stamp of a change in a workbook; of nobody where there is none, or nobody has said who they are. */
  readonly stampIn: (db: WorkbookDatabase | null, now: Date) => ChangeStamp;
  /**
   * The stamp of a change by somebody who is named beside the window; who works in the window stays who it is. Fails where the
   * passphrase is not that of the profile, where the profile is retired, and in a workbook of people where there is none of
   * that name: somebody unknown has no authority there. In one without people a name is entered as it is.
   */
  readonly stampAs: (db: WorkbookDatabase, who: Named, now: Date) => Promise<Result<ChangeStamp>>;
  /** Fails with a sentence where the passphrase is not that of the profile. */
  readonly signIn: (
    workbook: Workbook,
    who: { readonly id: ProfileId; readonly passphrase: string | null },
  ) => Promise<Result<Profile>>;
  readonly signOut: (db: WorkbookDatabase) => void;
  /** Seals the key of whoever is signed in with another passphrase, or leaves it in the clear. */
  readonly sealKey: (db: WorkbookDatabase, id: ProfileId, passphrase: string | null) => Promise<void>;
  /** The key of a person on this computer, to sign papers with; a failure where it is not here or not opened. */
  readonly paperKeyOf: (db: WorkbookDatabase, profile: Profile) => Result<InstallationKey>;
  /** The public halves of every key that is of this computer. */
  readonly ownKeys: () => readonly string[];
}

interface Parts {
  /** Where the application keeps what is its own. */
  readonly folder: string;
  /** Signs for whoever has no key. */
  readonly key: InstallationKey | null;
  readonly now: () => Date;
}

interface Seat {
  readonly id: ProfileId;
  readonly key: ProfileKey | null;
}

export function openSignedIn({ folder, key: ofInstallation, now }: Parts): SignedIn {
  const keys = openProfileKeys(folder);
  const inUse = openProfilesInUse(folder);
  /** By workbook. */
  const seats = new Map<string, Seat>();

  const seatIn = (db: WorkbookDatabase): { readonly seat: Seat | null; readonly present: Present } => {
    const workbook = workbookId(db);
    const id = workbook === null ? null : (seats.get(workbook)?.id ?? inUse.of(workbook));
    if (workbook === null || id === null) return { seat: null, present: NOBODY };
    const found = getProfileToSignIn(db, id);
    // Retired, gone with another copy of the workbook, or altered by another program: nobody acts in that name.
    if (!found.ok || found.value.profile.retiredAt !== null) return { seat: null, present: NOBODY };
    const { profile } = found.value;
    const seat = seats.get(workbook);
    if (seat !== undefined) return { seat, present: { profile, waiting: null } };
    if (profile.hasPassphrase) return { seat: null, present: { profile: null, waiting: profile } };
    const taken: Seat = { id, key: keys.openPlain(id) };
    seats.set(workbook, taken);
    return { seat: taken, present: { profile, waiting: null } };
  };

  return {
    presentIn: (db) => seatIn(db).present,
    stampIn: (db, at) => {
      const { seat, present } = db === null ? { seat: null, present: NOBODY } : seatIn(db);
      return {
        actor: present.profile?.name ?? '',
        profileId: present.profile?.id,
        now: at,
        key: seat?.key ?? ofInstallation ?? undefined,
      };
    },
    stampAs: async (db, { name, passphrase: given }, at) => {
      const all = listProfiles(db);
      if (!all.ok) return all;
      const profile = all.value.find((other) => nameKey(other.name) === nameKey(name));
      const known = all.value.filter(({ retiredAt }) => retiredAt === null).map((other) => other.name);
      if (profile === undefined)
        return known.length === 0
          ? success({ actor: name, now: at, key: ofInstallation ?? undefined })
          : failed(
              'conflict',
              `“${name}” has no profile in this workbook, so that nothing is entered in that name. Its people are ${known.join(', ')}.`,
            );
      if (profile.retiredAt !== null)
        return failed(
          'conflict',
          `${profile.name} is retired in this workbook, so that nothing is entered in that name.`,
        );
      const found = getProfileToSignIn(db, profile.id);
      if (!found.ok) return found;
      const { passphrase: wanted } = found.value;
      const passphrase = wanted === null ? null : given();
      if (wanted !== null && passphrase === null)
        return failed(
          'conflict',
          `${profile.name} signs in with a passphrase. Give it in the environment variable BALLAST_PASSPHRASE or on standard input.`,
          'passphrase',
        );
      if (wanted !== null && passphrase !== null && !(await isPassphrase(passphrase, wanted)))
        return failed('invalid-input', `This is not the passphrase of ${profile.name}.`, 'passphrase');
      const own = wanted === null ? keys.openPlain(profile.id) : await keys.openKnown(profile.id, passphrase);
      return success({
        actor: profile.name,
        profileId: profile.id,
        now: at,
        key: own ?? ofInstallation ?? undefined,
      });
    },
    signIn: async (workbook, { id, passphrase }) => {
      const { db } = workbook;
      const found = getProfileToSignIn(db, id);
      if (!found.ok) return found;
      const { profile, passphrase: wanted } = found.value;
      if (profile.retiredAt !== null)
        return failed('conflict', `${profile.name} is retired. Choose another profile.`);
      if (wanted !== null && (passphrase === null || !(await isPassphrase(passphrase, wanted))))
        return failed('invalid-input', `This is not the passphrase of ${profile.name}.`, 'passphrase');
      const key = await keys.open(id, wanted === null ? null : passphrase);
      const name = db.open ? workbookId(db) : null;
      if (name === null) return failed('not-ready', 'The workbook was closed. Open it and try again.');
      const seat: Seat = { id, key };
      const stamp: ChangeStamp = {
        actor: profile.name,
        profileId: id,
        now: now(),
        key: key ?? ofInstallation ?? undefined,
      };
      const kept =
        key === null || workbook.isReadOnly
          ? success(profile)
          : keepPublicKey(db, { ...stamp, id, publicKey: key.publicKey });
      if (!kept.ok) return kept;
      seats.set(name, seat);
      inUse.choose(name, id);
      return kept;
    },
    signOut: (db) => {
      const workbook = workbookId(db);
      if (workbook === null) return;
      seats.delete(workbook);
      inUse.choose(workbook, null);
    },
    sealKey: async (db, id, passphrase) => {
      const { seat } = seatIn(db);
      if (seat?.id === id) await seat.key?.seal(passphrase);
    },
    paperKeyOf: (db, { id, name, hasPassphrase }) => {
      const { seat } = seatIn(db);
      const key = seat?.id === id ? seat.key : hasPassphrase ? null : keys.openPlain(id);
      return key === null
        ? failed(
            'not-ready',
            `There is no signing key of ${name} that is open on this computer. Say who you are once more in the window, then sign.`,
          )
        : success(key);
    },
    ownKeys: () => [...(ofInstallation === null ? [] : [ofInstallation.publicKey]), ...keys.publicKeys()],
  };
}
