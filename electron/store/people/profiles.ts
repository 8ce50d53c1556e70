import { z } from 'zod';
import {
  areSameLimits,
  heldLimits,
  mayNotChangeProfile,
  type ProfileChange,
} from '#shared/domain/may-change-profile.ts';
import {
  authorityLimitsSchema,
  type Profile,
  type ProfileEntry,
  type ProfileId,
  profileEntrySchema,
  profileSchema,
  ROLE_WORDS,
} from '#shared/domain/people.ts';
import type { Result } from '#shared/domain/result.ts';
import { wellFormed } from '#shared/domain/well-formed.ts';
import type { PassphraseHash } from '../../host/passphrase.ts';
import { type AuditAction, type ChangeStamp, changeRecords } from '../audit/audit.ts';
import { mustBeAsEntered, toldOutsideCases } from '../audit/bound-records.ts';
import { type RecordOf, recordKey } from '../audit/record-hash.ts';
import { changing, prepared, reading, type WorkbookDatabase } from '../connection/database.ts';
import { fault } from '../connection/store-fault.ts';
import { parsedJson, parsedRow } from '../connection/stored-values.ts';
import { insertRow } from '../connection/table.ts';
import { profileKind, profilesTable } from './people-tables.ts';

const COLUMNS = `id, ${profilesTable.select()}`;
const ALL = `SELECT ${COLUMNS} FROM profiles ORDER BY added_at, id`;
const BY_ID = `SELECT ${COLUMNS} FROM profiles WHERE id = ?`;
const CHANGE = `UPDATE profiles SET ${profilesTable.set(['name', 'initials', 'role', 'email', 'limits', 'updatedAt'])} WHERE id = @id`;
const SECRET = `UPDATE profiles SET ${profilesTable.set(['passphraseSalt', 'passphraseHash', 'passphraseCost', 'updatedAt'])} WHERE id = @id`;
const KEY = `UPDATE profiles SET ${profilesTable.set(['publicKey', 'updatedAt'])} WHERE id = @id`;
const RETIRE = `UPDATE profiles SET ${profilesTable.set(['retiredAt', 'updatedAt'])} WHERE id = @id`;

const MOST_PROFILES = 500;

const storedSchema = z
  .object({
    ...profileSchema.omit({ hasPassphrase: true, limits: true }).shape,
    limits: z.string().transform(parsedJson).pipe(authorityLimitsSchema),
    passphraseSalt: z.string().nullable(),
    passphraseHash: z.string().nullable(),
    passphraseCost: z.number().int().nullable(),
  })
  .transform(({ passphraseSalt: salt, passphraseHash: hash, passphraseCost: cost, ...profile }) => {
    const passphrase: PassphraseHash | null =
      salt === null || hash === null || cost === null ? null : { salt, hash, cost };
    return { profile: { ...profile, hasPassphrase: passphrase !== null }, passphrase };
  });
interface Kept {
  readonly profile: Profile;
  readonly passphrase: PassphraseHash | null;
}

const recordOf = (id: string): RecordOf => ({ kind: profileKind, id });

const WHAT = 'a profile';

/** A profile that another program has altered gives nobody authority. */
function asEntered(db: WorkbookDatabase, row: unknown): Kept {
  const kept = parsedRow(db, { schema: storedSchema, row, what: WHAT });
  mustBeAsEntered(db, recordOf(kept.profile.id), `The profile “${kept.profile.name}”`);
  return kept;
}

/** Who was first says the trail, which keeps its order whatever the computer's clock said, and not the time of adding. */
function profilesNow(db: WorkbookDatabase): readonly Profile[] {
  const all = prepared(db, ALL)
    .all()
    .map((row) => asEntered(db, row).profile);
  const place = new Map(toldOutsideCases(db).map((key, index) => [key, index]));
  const placeOf = ({ id }: Profile): number => place.get(recordKey(recordOf(id))) ?? place.size;
  return all.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function keptNow(db: WorkbookDatabase, id: ProfileId): Kept {
  const found = prepared(db, BY_ID).get(id);
  if (found === undefined)
    throw fault('not-found', 'This profile is not in the workbook. Look at the list of people again.');
  return asEntered(db, found);
}

/** Everybody of this workbook, in the order in which they were added; who is retired among them. */
export const listProfiles = (db: WorkbookDatabase): Result<readonly Profile[]> =>
  reading(db, () => profilesNow(db));

/** One profile; inside the caller's transaction. Throws a fault where there is none of that id. */
const profileNow = (db: WorkbookDatabase, id: ProfileId): Profile => keptNow(db, id).profile;

/** The person of a stamp with the authority that counts here; null where nobody is named. */
export const authorityOf = (db: WorkbookDatabase, { profileId }: ChangeStamp): Result<Profile | null> =>
  reading(db, () => {
    if (profileId === undefined) return null;
    const profile = profileNow(db, profileId);
    return { ...profile, limits: heldLimits(profile, profilesNow(db)) };
  });

/** A profile with what its passphrase is recognised by; only for who asks for the passphrase. */
export const getProfileToSignIn = (db: WorkbookDatabase, id: ProfileId): Result<Kept> =>
  reading(db, () => keptNow(db, id));

/** Fails where the rule of who may change a profile says no. `by` is the profile of the stamp. */
function mustBeAllowed(db: WorkbookDatabase, { profileId }: ChangeStamp, change: ProfileChange): void {
  const profiles = profilesNow(db);
  const by = profiles.find(({ id, retiredAt }) => id === profileId && retiredAt === null) ?? null;
  const why = mayNotChangeProfile(change, { by, profiles });
  if (why !== null) throw fault('conflict', why);
}

interface NewProfile {
  readonly id: ProfileId;
  readonly entry: ProfileEntry;
  readonly passphrase: PassphraseHash | null;
  readonly publicKey: string | null;
}

/** Adds somebody. */
export function addProfile(db: WorkbookDatabase, stamp: ChangeStamp & NewProfile): Result<Profile> {
  return changing(db, () => {
    const { id, passphrase, publicKey } = stamp;
    const entry = wellFormed(profileEntrySchema.strip().parse(stamp.entry));
    mustBeAllowed(db, stamp, { kind: 'add', after: entry });
    if (profilesNow(db).length >= MOST_PROFILES)
      throw fault('too-large', `A workbook keeps at most ${MOST_PROFILES} profiles.`);
    const at = stamp.now.toISOString();
    const row = {
      id,
      ...entry,
      limits: JSON.stringify(entry.limits),
      ...secretColumns(passphrase),
      publicKey,
      addedAt: at,
      updatedAt: at,
      retiredAt: null,
    };
    const detail = `Added as ${ROLE_WORDS[entry.role].toLowerCase()}${passphrase === null ? '' : ', with a passphrase'}.`;
    const change = () => insertRow(db, profilesTable, row);
    return entered(db, stamp, { action: 'profile-added', id, detail, change });
  });
}

const secretColumns = (passphrase: PassphraseHash | null) => ({
  passphraseSalt: passphrase?.salt ?? null,
  passphraseHash: passphrase?.hash ?? null,
  passphraseCost: passphrase?.cost ?? null,
});

/** Writes anew what a person may write of a profile. */
export function changeProfile(
  db: WorkbookDatabase,
  stamp: ChangeStamp & { readonly id: ProfileId; readonly entry: ProfileEntry },
): Result<Profile> {
  return changing(db, () => {
    const before = profileNow(db, stamp.id);
    const after = wellFormed(profileEntrySchema.strip().parse(stamp.entry));
    mustBeAllowed(db, stamp, { kind: 'change', before, after });
    const row = {
      ...after,
      id: stamp.id,
      limits: JSON.stringify(after.limits),
      updatedAt: stamp.now.toISOString(),
    };
    return entered(db, stamp, {
      action: 'profile-changed',
      id: stamp.id,
      detail: changeWords(before, after),
      change: () => prepared(db, CHANGE).run(row),
    });
  });
}

function changeWords(before: Profile, after: ProfileEntry): string {
  const changed = [
    ...(before.name === after.name ? [] : [`name from “${before.name}”`]),
    ...(before.initials === after.initials ? [] : ['initials']),
    ...(before.email === after.email ? [] : ['e-mail']),
    ...(before.role === after.role
      ? []
      : [`role from ${ROLE_WORDS[before.role].toLowerCase()} to ${ROLE_WORDS[after.role].toLowerCase()}`]),
    ...(areSameLimits(before.limits, after.limits) ? [] : ['authority']),
  ];
  return changed.length === 0 ? 'Written anew as it was.' : `Changed: ${changed.join(', ')}.`;
}

/** Gives a profile another passphrase, or none. */
export function changePassphrase(
  db: WorkbookDatabase,
  stamp: ChangeStamp & { readonly id: ProfileId; readonly passphrase: PassphraseHash | null },
): Result<Profile> {
  return changing(db, () => {
    const before = profileNow(db, stamp.id);
    mustBeAllowed(db, stamp, { kind: 'passphrase', before, isTakenAway: stamp.passphrase === null });
    const updatedAt = stamp.now.toISOString();
    const row = { id: stamp.id, ...secretColumns(stamp.passphrase), updatedAt };
    const change = () => prepared(db, SECRET).run(row);
    const detail = stamp.passphrase === null ? 'The passphrase was taken away.' : 'Given another passphrase.';
    return entered(db, stamp, { action: 'profile-changed', id: stamp.id, detail, change });
  });
}

/** Writes down the key that a person signs with from now on: on another computer it is another one. */
export function keepPublicKey(
  db: WorkbookDatabase,
  stamp: ChangeStamp & { readonly id: ProfileId; readonly publicKey: string },
): Result<Profile> {
  return changing(db, () => {
    const before = profileNow(db, stamp.id);
    if (before.publicKey === stamp.publicKey) return before;
    if (before.retiredAt !== null) throw fault('conflict', `${before.name} is retired and signs nothing.`);
    const row = {
      id: stamp.id,
      publicKey: stamp.publicKey,
      updatedAt: stamp.now.toISOString(),
    };
    return entered(db, stamp, {
      action: 'profile-changed',
      id: stamp.id,
      detail: 'Signs with another key from now on.',
      change: () => prepared(db, KEY).run(row),
    });
  });
}

/** Takes somebody off the list of those who may act; the profile stays, since entries name it. */
export function retireProfile(
  db: WorkbookDatabase,
  stamp: ChangeStamp & { readonly id: ProfileId },
): Result<Profile> {
  return changing(db, () => {
    const before = profileNow(db, stamp.id);
    mustBeAllowed(db, stamp, { kind: 'retire', before });
    const at = stamp.now.toISOString();
    const change = () => prepared(db, RETIRE).run({ id: stamp.id, retiredAt: at, updatedAt: at });
    return entered(db, stamp, { action: 'profile-retired', id: stamp.id, detail: 'Retired.', change });
  });
}

/** Makes a change and enters it, with the authority as it is afterwards, and gives the profile. */
function entered(
  db: WorkbookDatabase,
  stamp: ChangeStamp,
  {
    action,
    id,
    detail,
    change,
  }: {
    readonly action: AuditAction;
    readonly id: ProfileId;
    readonly detail: string;
    readonly change: () => unknown;
  },
): Profile {
  const now = (): Profile =>
    parsedRow(db, { schema: storedSchema, row: prepared(db, BY_ID).get(id), what: WHAT }).profile;
  changeRecords(db, stamp, {
    records: [recordOf(id)],
    change: () => {
      change();
      const profile = now();
      return {
        action,
        subjectOf: profile.name,
        detail,
        facts: { role: profile.role, limits: profile.limits, publicKey: profile.publicKey },
      };
    },
  });
  return now();
}
