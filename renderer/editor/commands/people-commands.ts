import { UserRound } from 'lucide-react';
import type { Party } from '../draft/to-do.ts';
import { presentQuery, queryClient } from '../queries.ts';
import { openDialog } from '../state/dialogs.ts';
import { goToPage } from '../state/navigation.ts';
import type { Command } from './command.ts';

const present = () => queryClient.getQueryData(presentQuery.queryKey);

/** Who one is, and the way to be somebody else. */
export const whoCommand: Command = {
  id: 'people.who',
  group: 'Workbook',
  title: () => {
    const people = present();
    if (people?.profile != null) return `You are ${people.profile.name}, ${people.profile.initials}…`;
    return people?.waiting == null ? 'Say who you are…' : `Sign in as ${people.waiting.name}…`;
  },
  menu: 'file.book',
  rail: { end: 'foot', order: 0, Icon: UserRound, mark: () => present()?.profile?.initials ?? null },
  run: () => sayWho(),
};

/** Asks for who is to stand on the paper: the insurer, or the person who prepares it. */
export function askForParty(party: Party): void {
  if (party === 'underwriter') sayWho();
  // Somebody who is known here but not signed in is not to be asked for a profile of their own.
  else if (present()?.profile === null && present()?.isAnybodyKnown === true) goToPage('settings');
  else openDialog('first-start');
}

/** Asks who one is: anew in a workbook where nobody is known, else among those who are. */
export function sayWho(): void {
  const people = present();
  openDialog(people?.isAnybodyKnown === true ? 'who' : 'first-start');
}
