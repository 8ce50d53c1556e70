import { Ellipsis, Redo2, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { ActionMenu } from '../../components/action-menu.tsx';
import { IconButton } from '../../components/button.tsx';
import { CaseState } from '../../components/deal-states.tsx';
import {
  duplicateCommand,
  exportCommand,
  finaliseCommand,
  moveToBinCommand,
  previewQuoteCommand,
  reviseCommand,
} from '../../editor/commands/assessment-commands.ts';
import { type Command, canRun, commandFacts, runCommand, titleOf } from '../../editor/commands/command.ts';
import { commandActions } from '../../editor/commands/command-actions.ts';
import {
  cancelCaseCommand,
  declineCommand,
  notTakenUpCommand,
  referCommand,
  reopenCommand,
  reviewCommand,
} from '../../editor/commands/deal-commands.ts';
import { redoCommand, undoCommand } from '../../editor/commands/edit-commands.ts';
import { useDraftStore } from '../../editor/draft/draft-store.ts';
import { useEditor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import { OptionBar } from './option-bar.tsx';
import { SaveIndicator, SaveTrouble } from './save-indicator.tsx';
import './editor-head.css';

const MORE: readonly Command[] = [
  previewQuoteCommand,
  duplicateCommand,
  exportCommand,
  reviseCommand,
  finaliseCommand,
  referCommand,
  reviewCommand,
  notTakenUpCommand,
  declineCommand,
  reopenCommand,
  moveToBinCommand,
  cancelCaseCommand,
];

/** Whose assessment it is, as of when, and whether the last change is in the workbook. */
export function EditorHead(): ReactElement {
  const { model, isReadOnly } = useEditor('model', 'isReadOnly');
  const { name, type } = useEditorPart(({ content }) => content.subject);
  const asOf = useEditorPart(({ content }) => content.asOf);
  const revision = useEditorPart(({ stored }) => stored.summary.revision);
  const facts = useEditorPart(({ stored }) => stored.summary.deal);
  const typeLabel = model.subjectTypes.find(({ id }) => id === type)?.label;
  return (
    <header className="editor-head">
      <div className="editor-head-line">
        <div className="editor-title">
          <h1 id="page-heading" tabIndex={-1} title={name}>
            {name}
          </h1>
          <p className="soft dense">
            {typeLabel} · as of {formatDate(asOf)} · {isReadOnly ? 'finalised' : 'draft'}, revision {revision}{' '}
            <CaseState facts={facts} />
          </p>
        </div>
        <div className="editor-tools">
          {!isReadOnly && (
            <>
              <Saved />
              <HistoryButton command={undoCommand} icon={<Undo2 aria-hidden />} />
              <HistoryButton command={redoCommand} icon={<Redo2 aria-hidden />} />
            </>
          )}
          <MoreActions />
        </div>
      </div>
      <OptionBar />
      <NotSaved />
    </header>
  );
}

function Saved(): ReactElement | null {
  const save = useDraftStore(({ draft }) => draft?.save);
  return save === undefined ? null : <SaveIndicator save={save} />;
}

function NotSaved(): ReactElement | null {
  const save = useDraftStore(({ draft }) => draft?.save);
  return save === undefined ? null : <SaveTrouble save={save} />;
}

interface HistoryButtonProps {
  readonly command: Command;
  readonly icon: ReactElement;
}

function HistoryButton({ command, icon }: HistoryButtonProps): ReactElement {
  // What can be undone, and what it is called, changes with the history.
  useDraftStore(({ draft }) => draft?.history);
  const facts = commandFacts();
  const [keys] = command.keys ?? [];
  return (
    <IconButton
      label={titleOf(command, facts)}
      {...(keys === undefined ? {} : { keys })}
      isDisabled={!canRun(command, facts)}
      onPress={() => runCommand(command)}
    >
      {icon}
    </IconButton>
  );
}

function MoreActions(): ReactElement {
  // Which of them can run depends on the record, and on nothing that one types.
  useEditorPart(({ stored }) => stored.summary.isLatestRevision);
  useEditorPart(({ stored }) => stored.summary.deal.state);
  useEditor('isReadOnly');
  return (
    <ActionMenu
      label="More actions"
      icon={<Ellipsis aria-hidden />}
      actions={commandActions(MORE, commandFacts)}
    />
  );
}
