import { X } from 'lucide-react';
import type { KeyboardEvent, ReactElement } from 'react';
import type { WorkbookInfo, Notice as WorkbookNotice } from '#shared/domain/records.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { type NamedCommand, runCommand } from '../../editor/commands/command.ts';
import {
  backUpCommand,
  checkWorkbookCommand,
  restoreCommand,
} from '../../editor/commands/workbook-commands.ts';
import { canDismiss, dismissNotices, shownNotices, useDismissed } from '../../editor/state/notices.ts';
import './workbook-notices.css';

interface Words {
  readonly title: string;
  readonly tone: 'refer' | 'note' | 'stop';
  readonly command?: NamedCommand;
}

const WORDS: Readonly<Record<WorkbookNotice['kind'], Words>> = {
  'read-only': { title: 'This workbook is open for viewing only', tone: 'refer' },
  backup: { title: 'This is a backup, open for viewing only', tone: 'refer', command: restoreCommand },
  altered: { title: 'Another program altered this workbook', tone: 'stop', command: restoreCommand },
  parted: {
    title: 'This workbook is not the one that was here before',
    tone: 'stop',
    command: restoreCommand,
  },
  migrated: { title: 'This workbook was brought up to date', tone: 'note' },
  'old-lock': { title: 'This workbook was not closed properly last time', tone: 'note' },
  clock: { title: 'The computer’s clock ran back', tone: 'refer' },
  'cloud-folder': { title: 'This workbook lies in a synchronised or network folder', tone: 'refer' },
  language: { title: 'Some file names cannot be passed on', tone: 'refer' },
  'backup-failed': { title: 'A backup could not be made', tone: 'stop', command: backUpCommand },
  'restore-failed': {
    title: 'The newest backup did not pass its trial',
    tone: 'stop',
    command: checkWorkbookCommand,
  },
};

/** What there is to know about the open workbook, at the head of the window until it is put away. */
export function WorkbookNotices({
  workbook,
}: {
  readonly workbook: Pick<WorkbookInfo, 'opening' | 'notices'>;
}): ReactElement {
  const dismissed = useDismissed((state) => state.keys);
  const notices = shownNotices(workbook, dismissed);
  const putAway = (which: readonly WorkbookNotice[]) => {
    dismissNotices(workbook.opening, which);
    // The button that had the focus goes; the heading of the page is where reading goes on.
    document.getElementById('page-heading')?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    putAway(notices);
  };
  return (
    <section
      className="workbook-notices"
      aria-label="Notices about the workbook"
      aria-live="polite"
      onKeyDown={onKeyDown}
    >
      {notices.map((notice) => (
        <OneNotice
          key={`${notice.kind} ${notice.message}`}
          notice={notice}
          onDismiss={() => putAway([notice])}
        />
      ))}
    </section>
  );
}

function OneNotice({
  notice,
  onDismiss,
}: {
  readonly notice: WorkbookNotice;
  readonly onDismiss: () => void;
}): ReactElement {
  const { title, tone, command } = WORDS[notice.kind];
  return (
    <Notice
      tone={tone}
      role="status"
      title={title}
      actions={
        <>
          {command !== undefined && (
            <Button isSmall onPress={() => runCommand(command)}>
              {command.title}
            </Button>
          )}
          {canDismiss(notice) && (
            <IconButton label="Dismiss" keys="escape" onPress={onDismiss}>
              <X aria-hidden />
            </IconButton>
          )}
        </>
      }
    >
      {notice.message}
    </Notice>
  );
}
