import { randomUUID } from 'node:crypto';
import { type PresentPeople, type Profile, type ProfileId, profileIdSchema } from '#shared/domain/people.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';
import { checkLogo, readLogoFile } from '../../exchange/logo-file.ts';
import { hashPassphrase, isPassphrase } from '../../host/passphrase.ts';
import { readInsurer, setInsurer } from '../../store/people/insurer.ts';
import {
  addProfile,
  changePassphrase,
  changeProfile,
  getProfileToSignIn,
  listProfiles,
  retireProfile,
} from '../../store/people/profiles.ts';
import type { Workbook } from '../../store/workbook/workbook.ts';
import { changeStamp } from '../change-stamp.ts';
import type { Context, GroupHandlers } from '../context.ts';

function presentNow({ session, people, settings }: Context): Result<PresentPeople> {
  const suggestedName = settings.read().underwriter.trim();
  return session.using((db) => {
    const all = listProfiles(db);
    // Whoever cannot be read is not signed in either; the list of people says why.
    const isAnybodyKnown = !all.ok || all.value.some(({ retiredAt }) => retiredAt === null);
    return success({ ...people.presentIn(db), isAnybodyKnown, suggestedName });
  });
}

async function signedIn(
  context: Context,
  who: { readonly id: ProfileId; readonly passphrase: string | null },
): Promise<Result<Profile>> {
  const workbook = context.session.current();
  return workbook === null ? NO_WORKBOOK : context.people.signIn(workbook, who);
}

const NO_WORKBOOK = failed('not-ready', 'No workbook is open.');

/** The open workbook, if it is still the one that a call began with: hashing a passphrase takes its time. */
const isStill = ({ session }: Context, workbook: Workbook | null): workbook is Workbook =>
  workbook !== null && session.current() === workbook;

export const peopleHandlers: GroupHandlers<'people'> = {
  insurer: ({ session }) => session.using(readInsurer),

  setInsurer: (context, insurer) => {
    const logo = insurer.logo === null ? success(null) : checkLogo(insurer.logo);
    if (!logo.ok) return logo;
    return context.session.using((db) => setInsurer(db, { ...changeStamp(context), insurer }));
  },

  chooseLogo: async ({ dialogs }) => {
    const path = await dialogs.chooseLogo();
    return path === null ? success(null) : readLogoFile(path);
  },

  profiles: ({ session }) =>
    session.using((db) => {
      const all = listProfiles(db);
      return all.ok ? success([...all.value]) : all;
    }),

  addProfile: async (context, { entry, passphrase, isMe }) => {
    const workbook = context.session.current();
    const hashed = passphrase === null ? null : await hashPassphrase(passphrase);
    if (!isStill(context, workbook)) return NO_WORKBOOK;
    const id = profileIdSchema.parse(randomUUID());
    const stamp = changeStamp(context);
    // Who says who they are is entered under that name.
    const by = isMe && stamp.profileId === undefined ? { ...stamp, actor: entry.name, profileId: id } : stamp;
    const added = addProfile(workbook.db, { ...by, id, entry, passphrase: hashed, publicKey: null });
    return added.ok && isMe ? signedIn(context, { id, passphrase }) : added;
  },

  changeProfile: (context, { id, entry }) =>
    context.session.using((db) => changeProfile(db, { ...changeStamp(context), id, entry })),

  changePassphrase: async (context, { id, present, next }) => {
    const workbook = context.session.current();
    if (workbook === null) return NO_WORKBOOK;
    const found = getProfileToSignIn(workbook.db, id);
    if (!found.ok) return found;
    const { profile, passphrase: known } = found.value;
    const isOwn = changeStamp(context).profileId === id;
    if (isOwn && known !== null && (present === null || !(await isPassphrase(present, known))))
      return failed('invalid-input', `This is not the passphrase of ${profile.name}.`, 'present');
    const passphrase = next === null ? null : await hashPassphrase(next);
    if (!isStill(context, workbook)) return NO_WORKBOOK;
    const changed = changePassphrase(workbook.db, { ...changeStamp(context), id, passphrase });
    if (changed.ok) await context.people.sealKey(workbook.db, id, next);
    return changed;
  },

  retireProfile: (context, { id }) =>
    context.session.using((db) => retireProfile(db, { ...changeStamp(context), id })),

  signIn: async (context, who) => {
    const done = await signedIn(context, who);
    return done.ok ? presentNow(context) : done;
  },

  signOut: (context) => {
    const out = context.session.using((db) => success(context.people.signOut(db)));
    return out.ok ? presentNow(context) : out;
  },

  current: (context) => presentNow(context),
};
