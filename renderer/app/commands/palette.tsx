import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import type { KeyboardEvent } from 'react-aria-components';
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { KeyCaps } from '../../components/key-caps.tsx';
import { openAssessment } from '../../editor/actions.ts';
import { canRun, commandFacts, titleOf } from '../../editor/commands/command.ts';
import { paletteCommand } from '../../editor/commands/view-commands.ts';
import { listQuery } from '../../editor/queries.ts';
import { closeDialog } from '../../editor/state/dialogs.ts';
import { hasWords, listRows, offerName } from '../../features/intake/list/list-row.ts';
import { COMMANDS } from './commands.ts';
import './palette.css';

interface Entry {
  readonly id: string;
  readonly title: string;
  /** Beside the title. */
  readonly detail?: string;
  /** What it is found by. */
  readonly searched: string;
  readonly keys: string | undefined;
  readonly run: () => void;
}

interface EntryGroup {
  readonly id: string;
  readonly entries: readonly Entry[];
}

/** Every command that can run now, and every assessment, by a few letters of what it is called in any revision. */
export function Palette(): ReactElement {
  const groups = useEntries();
  const run = (key: unknown) => {
    closeDialog();
    const entry = groups.flatMap(({ entries }) => entries).find(({ id }) => id === key);
    // After the dialog is gone, so that the focus is back where it was.
    if (entry) setTimeout(entry.run, 0);
  };
  return (
    <ModalOverlay
      className="scrim palette-scrim"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && closeDialog()}
    >
      <Modal className="dialog-frame palette">
        <Dialog aria-label={paletteCommand.title} className="palette-dialog">
          <Autocomplete filter={(entry, search) => hasWords([entry], search)}>
            <SearchField
              aria-label="Search commands and assessments"
              autoFocus
              className="palette-search"
              onKeyDown={closeOnEscape}
            >
              <Input placeholder="A command, a subject, an insured, a broker or a quote" />
            </SearchField>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard */}
            <section className="palette-room" aria-label="Matches" tabIndex={0}>
              <Menu
                aria-label="Commands"
                className="palette-list"
                items={groups}
                onAction={run}
                renderEmptyState={() => <p className="palette-none">No command or assessment matches.</p>}
              >
                {(group) => (
                  <MenuSection id={group.id}>
                    <Header className="palette-group">{group.id}</Header>
                    <Collection items={group.entries}>
                      {(entry) => (
                        <MenuItem id={entry.id} textValue={entry.searched} className="action-item">
                          <span className="palette-title">{entry.title}</span>
                          {entry.detail !== undefined && (
                            <span className="palette-detail">{entry.detail}</span>
                          )}
                          {entry.keys !== undefined && <KeyCaps keys={entry.keys} />}
                        </MenuItem>
                      )}
                    </Collection>
                  </MenuSection>
                )}
              </Menu>
            </section>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** One Escape closes, whether or not something is typed. */
function closeOnEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') closeDialog();
}

function useEntries(): readonly EntryGroup[] {
  const { data: list } = useQuery(listQuery);
  return useMemo(() => {
    const facts = commandFacts();
    const runnable = COMMANDS.filter((command) => command !== paletteCommand && canRun(command, facts));
    const groups = [...new Set(runnable.map(({ group }) => group))];
    const commands = groups.map((group) => ({
      id: group,
      entries: runnable
        .filter((command) => command.group === group)
        .map((command) => ({
          id: command.id,
          title: titleOf(command, facts),
          searched: titleOf(command, facts),
          keys: command.keys?.[0],
          run: () => command.run(facts),
        })),
    }));
    const assessments = listRows(list ?? [])
      .filter(({ isInBin, isLatestRevision }) => !isInBin && isLatestRevision)
      .map(({ id, subjectName, offer, namesOfCase }) => ({
        id,
        title: subjectName,
        ...(offer === null ? {} : { detail: offerName(offer) }),
        searched: namesOfCase.join('\n'),
        keys: undefined,
        run: () => openAssessment(id),
      }));
    return assessments.length === 0 ? commands : [...commands, { id: 'Assessments', entries: assessments }];
  }, [list]);
}
