import { Ellipsis, Redo2, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { type Action, ActionMenu } from '../../components/action-menu.tsx';
import { IconButton } from '../../components/button.tsx';
import { titleOf } from '../../editor/commands/command.ts';
import type { CommandId } from '../../editor/commands/command-ids.ts';
import { COMMANDS, canRun, commandFacts, keysOf, runCommand } from '../../editor/commands/registry.ts';
import { useDraftStore } from '../../editor/draft/draft-store.ts';
import { useEditor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import { SaveIndicator, SaveTrouble } from './save-indicator.tsx';
import { workbenchWords } from './workbench.strings.ts';
import './editor-head.css';

const MENU: readonly CommandId[] = [
  'assessment.preview-quote',
  'assessment.duplicate',
  'assessment.export',
  'assessment.revise',
  'assessment.finalise',
  'assessment.move-to-bin',
];

/** Whose assessment it is, as of when, and whether the last change is in the workbook. */
export function EditorHead(): ReactElement {
  const { model, isReadOnly } = useEditor('model', 'isReadOnly');
  const { name, type } = useEditorPart(({ content }) => content.subject);
  const asOf = useEditorPart(({ content }) => content.asOf);
  const revision = useEditorPart(({ stored }) => stored.summary.revision);
  const typeLabel = model.subjectTypes.find(({ id }) => id === type)?.label;
  return (
    <header className="editor-head">
      <div className="editor-head-line">
        <div className="editor-title">
          <h1 id="page-heading" tabIndex={-1}>
            {name}
          </h1>
          <p className="soft dense">
            {typeLabel} · as of {formatDate(asOf)} · {isReadOnly ? 'finalised' : 'draft'}, revision {revision}
          </p>
        </div>
        <div className="editor-tools">
          {!isReadOnly && (
            <>
              <Saved />
              <HistoryButton id="edit.undo" icon={<Undo2 aria-hidden />} />
              <HistoryButton id="edit.redo" icon={<Redo2 aria-hidden />} />
            </>
          )}
          <MoreActions />
        </div>
      </div>
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

function HistoryButton({
  id,
  icon,
}: {
  readonly id: 'edit.undo' | 'edit.redo';
  readonly icon: ReactElement;
}): ReactElement {
  // What can be undone, and how it is called, goes with the history.
  useDraftStore(({ draft }) => draft?.history);
  const facts = commandFacts();
  const command = COMMANDS.find((candidate) => candidate.id === id);
  const keys = keysOf(id);
  return (
    <IconButton
      label={command === undefined ? '' : titleOf(command, facts)}
      {...(keys === undefined ? {} : { keys })}
      isDisabled={command === undefined || !canRun(command, facts)}
      onPress={() => runCommand(id)}
    >
      {icon}
    </IconButton>
  );
}

function MoreActions(): ReactElement {
  // Which of them can be run goes with the record, and with nothing that one types.
  useEditorPart(({ stored }) => stored.summary.isLatestRevision);
  useEditor('isReadOnly');
  return (
    <ActionMenu label={workbenchWords.moreActions} icon={<Ellipsis aria-hidden />} actions={menuActions()} />
  );
}

function menuActions(): Action[] {
  const facts = commandFacts();
  return MENU.flatMap((id) => {
    const command = COMMANDS.find((candidate) => candidate.id === id);
    if (!command) return [];
    return [
      {
        id,
        label: titleOf(command, facts),
        keys: command.keys?.[0],
        isDisabled: !canRun(command, facts),
        isApart: id === 'assessment.move-to-bin',
        run: () => runCommand(id),
      },
    ];
  });
}
