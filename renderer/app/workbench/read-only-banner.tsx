import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { Button } from '../../components/button.tsx';
import { momentText } from '../../components/format/dates.ts';
import { Notice } from '../../components/notice.tsx';
import { openAssessment } from '../../editor/actions.ts';
import { reviseCommand } from '../../editor/commands/assessment-commands.ts';
import { runCommand } from '../../editor/commands/command.ts';
import { useEditor } from '../../editor/draft/editor-context.tsx';

/** Why nothing can be changed here, which model it was rated with, and what can be done instead. */
export function ReadOnlyBanner(): ReactElement {
  const { stored, document, model, modelHash } = useEditor('stored', 'document', 'model', 'modelHash');
  const { id, isLatestRevision, updatedAt } = stored.summary;
  const quote = stored.quotes.find(({ assessmentId }) => assessmentId === id);
  const latest = stored.revisions.toSorted((a, b) => b.revision - a.revision)[0];
  const what =
    quote === undefined
      ? `Finalised ${momentText(updatedAt)} without a quote`
      : `Finalised: ${quote.status === 'indication' ? 'indication' : 'quote'} ${quote.reference} v${quote.version}, issued ${formatDate(quote.issuedAt.slice(0, 10))}`;
  return (
    <div className="editor-banner">
      <Notice
        tone="note"
        title={what}
        actions={
          isLatestRevision ? (
            <Button isSmall onPress={() => runCommand(reviseCommand)}>
              {reviseCommand.title}
            </Button>
          ) : (
            latest !== undefined && (
              <Button isSmall onPress={() => openAssessment(latest.id)}>
                Open the latest revision
              </Button>
            )
          )
        }
      >
        Read-only. {document === null ? 'Rated' : 'The figures are those of the issued document, rated'} with
        model {model.version} ({modelHash.slice(0, 8)}).
      </Notice>
    </div>
  );
}
