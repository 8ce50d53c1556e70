import type { ReactElement } from 'react';
import { Button } from '../../components/button.tsx';
import { issueQuoteCommand, reviseCommand } from '../../editor/commands/assessment-commands.ts';
import { runCommand } from '../../editor/commands/command.ts';
import { useEditor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import { decisionWords } from './decision-words.ts';

/** The one primary action of the editor, with what it would make. */
export function QuoteButton(): ReactElement {
  const { isReadOnly, decision } = useEditor('isReadOnly', 'decision');
  const isCurrent = useEditorPart(({ price }) => price.isCurrent);
  const isLatestRevision = useEditorPart(({ stored }) => stored.summary.isLatestRevision);
  if (isReadOnly) {
    return (
      <div className="quote-button">
        <Button isDisabled={!isLatestRevision} onPress={() => runCommand(reviseCommand)}>
          {reviseCommand.title}
        </Button>
      </div>
    );
  }
  return (
    <div className="quote-button">
      <Button tone="primary" onPress={() => runCommand(issueQuoteCommand)}>
        {issueQuoteCommand.title}
      </Button>
      <p className={isCurrent ? 'small soft' : 'small soft is-stale'}>{decisionWords(decision)}</p>
    </div>
  );
}
