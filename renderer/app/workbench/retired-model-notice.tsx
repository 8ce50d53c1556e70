import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { moveModelCommand } from '../../editor/commands/assessment-commands.ts';
import { runCommand } from '../../editor/commands/command.ts';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import { currentModelQuery } from '../../editor/queries.ts';
import { modelNames, retiredSentence } from '../../features/moving/move-words.ts';

/** A draft that was begun under an earlier model stays under it until a person moves it. */
export function RetiredModelNotice(): ReactElement | null {
  const { model, modelHash } = useEditor('model', 'modelHash');
  const { data: current } = useQuery(currentModelQuery);
  if (current === undefined || current.hash === modelHash) return null;
  return (
    <div className="editor-banner">
      <Notice
        tone="note"
        title={retiredSentence(model, current.model)}
        actions={
          <Button isSmall onPress={() => runCommand(moveModelCommand)}>
            {`See what ${modelNames(model, current.model).to} changes…`}
          </Button>
        }
      >
        It stays under it until you move it. New assessments start under model {current.model.version}.
      </Notice>
    </div>
  );
}
