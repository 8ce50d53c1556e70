import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { formatMoneyShort } from '#shared/domain/format-money.ts';
import { formatPercentValue } from '#shared/domain/format-number.ts';
import { type AuthorityLimits, type Profile, ROLE_WORDS } from '#shared/domain/people.ts';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { commandFacts, runCommand, titleOf } from '../../editor/commands/command.ts';
import { whoCommand } from '../../editor/commands/people-commands.ts';
import { retirePerson } from '../../editor/people/people-actions.ts';
import { presentQuery, profilesQuery } from '../../editor/queries.ts';
import { PassphraseDialog } from './passphrase-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import './people-block.css';

type Open =
  | { readonly kind: 'person'; readonly profile: Profile | null }
  | { readonly kind: 'passphrase'; readonly profile: Profile };

/** Who works in this workbook, and what each may do without another. */
export function PeopleBlock(): ReactElement {
  const { data: profiles, error } = useQuery(profilesQuery);
  const { data: present } = useQuery(presentQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const ownId = present?.profile?.id ?? null;
  return (
    <div className="section-block">
      <h2>People and authority</h2>
      <p className="small soft measure">
        A head of underwriting adds people and says what each may do; while there is none, the first person
        here does, and nobody’s authority goes further than that person’s. Nobody grants more than they may do
        themselves. The authority at the top is as that person declares it: Ballast cannot know it, nor
        whether two profiles are two people. The audit trail keeps every change, with who made it.
      </p>
      {error !== null && (
        <Notice tone="stop" role="alert" title="The people could not be read">
          {failureText(failureOf(error))}
        </Notice>
      )}
      <ul className="people">
        {(profiles ?? []).map((profile) => (
          <Person key={profile.id} profile={profile} isMe={profile.id === ownId} onOpen={setOpen} />
        ))}
      </ul>
      <div className="row">
        <Button onPress={() => runCommand(whoCommand)}>{titleOf(whoCommand, commandFacts())}</Button>
        {(profiles ?? []).length > 0 && (
          <Button onPress={() => setOpen({ kind: 'person', profile: null })}>Add a person…</Button>
        )}
      </div>
      {open?.kind === 'person' && <PersonDialog profile={open.profile} onClose={close} />}
      {open?.kind === 'passphrase' && (
        <PassphraseDialog profile={open.profile} isOwn={open.profile.id === ownId} onClose={close} />
      )}
    </div>
  );
}

interface PersonProps {
  readonly profile: Profile;
  readonly isMe: boolean;
  readonly onOpen: (open: Open) => void;
}

function Person({ profile, isMe, onOpen }: PersonProps): ReactElement {
  const { name, role, limits, hasPassphrase, retiredAt } = profile;
  return (
    <li className="person">
      <div className="person-words">
        <p className="person-name">
          {name}
          {isMe ? ' (you)' : ''}
        </p>
        <p className="small soft">
          {retiredAt === null
            ? `${ROLE_WORDS[role]}${hasPassphrase ? ', with a passphrase' : ''}. ${limitsWords(limits)}`
            : 'Retired'}
        </p>
      </div>
      {retiredAt === null && (
        <div className="row person-actions">
          <Button aria-label={`Change ${name}`} onPress={() => onOpen({ kind: 'person', profile })}>
            Change
          </Button>
          {(isMe || hasPassphrase) && (
            <Button
              aria-label={`Passphrase of ${name}`}
              onPress={() => onOpen({ kind: 'passphrase', profile })}
            >
              Passphrase
            </Button>
          )}
          <Button aria-label={`Retire ${name}`} onPress={() => void retirePerson(profile)}>
            Retire
          </Button>
        </div>
      )}
    </li>
  );
}

/** What a person may do, in a line. */
function limitsWords(limits: AuthorityLimits): string {
  const money = (words: string, minor: AuthorityLimits['premiumMinor']) =>
    minor === null ? [] : [`${words} ${formatMoneyShort(minor, limits.currency)}`];
  const { lowestGrade, schedulePercent, walkAwayPercent, mayClear } = limits;
  const parts = [
    ...money('limit', limits.limitEachEventMinor),
    ...money('in the period', limits.aggregateMinor),
    ...money('our line', limits.ourLineMinor),
    ...money('premium', limits.premiumMinor),
    ...(lowestGrade === null ? [] : [`grade ${lowestGrade} or better`]),
    ...(schedulePercent === null ? [] : [`schedule within ±${formatPercentValue(schedulePercent)}`]),
    ...(walkAwayPercent === null ? [] : [`at least ${formatPercentValue(walkAwayPercent)} of technical`]),
  ];
  const amounts = parts.length === 0 ? 'No limit of amount or grade' : `Up to: ${parts.join(', ')}`;
  const clears =
    mayClear === 'all'
      ? 'clears every referral'
      : mayClear.length === 0
        ? 'clears no referral'
        : `clears ${mayClear.length === 1 ? 'one kind of referral' : `${mayClear.length} kinds of referral`}`;
  return `${amounts}; ${clears}.`;
}
