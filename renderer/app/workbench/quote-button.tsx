import type { ReactElement } from 'react';
import { Button } from '../../components/button.tsx';
import { reviseAssessment } from '../../editor/actions.ts';
import { useEditor, useEditorPart } from '../../editor/draft/editor-context.tsx';
import { openDialog } from '../../editor/state/dialogs.ts';
import { decisionWords, workbenchWords } from './workbench.strings.ts';

/** The one primary action of the editor, with what it would make. */
export function QuoteButton(): ReactElement {
  const { isReadOnly, decision } = useEditor('isReadOnly', 'decision');
  const id = useEditorPart(({ stored }) => stored.summary.id);
  const isCurrent = useEditorPart(({ price }) => price.isCurrent);
  const isLatestRevision = useEditorPart(({ stored }) => stored.summary.isLatestRevision);
  if (isReadOnly) {
    return (
      <div className="quote-button">
        <Button isDisabled={!isLatestRevision} onPress={() => void reviseAssessment(id)}>
          {workbenchWords.makeCorrection}
        </Button>
      </div>
    );
  }
  return (
    <div className="quote-button">
      <Button tone="primary" onPress={() => openDialog('issue-quote')}>
        {workbenchWords.issueQuote}
      </Button>
      <p className={isCurrent ? 'small soft' : 'small soft is-stale'}>{decisionWords(decision)}</p>
    </div>
  );
}
