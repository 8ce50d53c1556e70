import type { Insurer, Logo, Profile, ProfileEntry, ProfileId } from '#shared/domain/people.ts';
import { ask } from '../../bridge.ts';
import { report } from '../actions.ts';
import { presentQuery, queryClient, refreshPeople } from '../queries.ts';
import { sayDone } from '../state/messages.ts';

// What a person does about people and the insurer. A failure is thrown to the dialog that asked, which shows it.

async function changed<T>(call: Promise<T>): Promise<T> {
  const value = await call;
  refreshPeople();
  return value;
}

export const addPerson = (
  entry: ProfileEntry,
  parts: { passphrase: string | null; isMe: boolean },
): Promise<Profile> => changed(ask((client) => client.people.addProfile({ entry, ...parts })));

export const changePerson = (id: ProfileId, entry: ProfileEntry): Promise<Profile> =>
  changed(ask((client) => client.people.changeProfile({ id, entry })));

export const changePassphrase = (
  id: ProfileId,
  given: { present: string | null; next: string | null },
): Promise<Profile> => changed(ask((client) => client.people.changePassphrase({ id, ...given })));

export async function retirePerson({ id, name }: Profile): Promise<void> {
  try {
    await changed(ask((client) => client.people.retireProfile({ id })));
    sayDone(`${name} is retired. What was entered in that name stays.`);
  } catch (error) {
    report(error);
  }
}

export async function signIn(id: ProfileId, passphrase: string | null): Promise<void> {
  const present = await ask((client) => client.people.signIn({ id, passphrase }));
  queryClient.setQueryData(presentQuery.queryKey, present);
  refreshPeople();
  if (present.profile !== null) sayDone(`You are ${present.profile.name}.`);
}

export async function signOut(): Promise<void> {
  const present = await ask((client) => client.people.signOut());
  queryClient.setQueryData(presentQuery.queryKey, present);
  refreshPeople();
  sayDone('Nobody is signed in. What you do now is entered as “(not named)”.');
}

export const keepInsurer = (insurer: Insurer): Promise<Insurer> =>
  changed(ask((client) => client.people.setInsurer(insurer)));

export const chooseLogo = (): Promise<Logo | null> => ask((client) => client.people.chooseLogo());
