import { Ellipsis, Redo2, Undo2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { type Action, ActionMenu } from '../../components/action-menu.tsx';
import { IconButton } from '../../components/button.tsx';
import { titleOf } from '../commands/command.ts';
import type { CommandId } from '../commands/command-ids.ts';
import { COMMANDS, canRun, commandFacts, keysOf, runCommand } from '../commands/registry.ts';
import type { Draft } from '../draft/draft-store.ts';
import type { Editor } from '../draft/editor-context.tsx';
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
export function EditorHead({
  editor,
  draft,
}: {
  readonly editor: Editor;
  readonly draft: Draft;
}): ReactElement {
  const { content, model, stored, isReadOnly } = editor;
  const type = model.subjectTypes.find(({ id }) => id === content.subject.type)?.label;
  return (
    <header className="editor-head">
      <div className="editor-head-line">
        <div className="editor-title">
          <h1 id="page-heading" tabIndex={-1}>
            {content.subject.name}
          </h1>
          <p className="soft dense">
            {type} · as of {formatDate(content.asOf)} · {isReadOnly ? 'finalised' : 'draft'}, revision{' '}
            {stored.summary.revision}
          </p>
        </div>
        <div className="editor-tools">
          {!isReadOnly && (
            <>
              <SaveIndicator save={draft.save} />
              <HistoryButton id="edit.undo" icon={<Undo2 aria-hidden />} />
              <HistoryButton id="edit.redo" icon={<Redo2 aria-hidden />} />
            </>
          )}
          <ActionMenu
            label={workbenchWords.moreActions}
            icon={<Ellipsis aria-hidden />}
            actions={menuActions()}
          />
        </div>
      </div>
      <SaveTrouble save={draft.save} />
    </header>
  );
}

function HistoryButton({
  id,
  icon,
}: {
  readonly id: 'edit.undo' | 'edit.redo';
  readonly icon: ReactElement;
}): ReactElement {
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
