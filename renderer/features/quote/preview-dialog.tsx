import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { AssessmentId } from '#shared/domain/records.ts';
import type { Failure } from '#shared/domain/result.ts';
import type { PaperKind } from '#shared/quote/paper.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { ask, BridgeError, failureOf, failureText } from '../../bridge.ts';
import { Notice } from '../../components/notice.tsx';
import { Segments } from '../../components/segments.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { PAPERS } from '../../editor/papers.ts';
import { DocumentFrame } from './document-frame.tsx';
import { PaperChoice } from './paper-choice.tsx';

interface PreviewDialogProps {
  readonly assessmentId: AssessmentId;
  readonly paper: QuoteDocument['paper'];
  /** The preview shows what is stored: what is pending is written first. Gives the failure when it cannot be. */
  readonly flush: () => Promise<Failure | null>;
  readonly onClose: () => void;
}

/** The document as it would be issued now, marked as a draft. */
export function PreviewDialog({
  assessmentId,
  paper: firstPaper,
  flush,
  onClose,
}: PreviewDialogProps): ReactElement {
  const [paper, setPaper] = useState(firstPaper);
  const [kind, setKind] = useState<PaperKind>('quotation');
  const { data, error, isPending } = useQuery({
    queryKey: ['preview', assessmentId, paper],
    queryFn: async () => {
      const failure = await flush();
      if (failure !== null) throw new BridgeError(failure);
      return ask((client) => client.quotes.preview({ assessmentId, paper }));
    },
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <WindowDialog title="Preview of the quote" width="wide" onClose={onClose}>
      <div className="quote-preview">
        <div className="quote-preview-choices">
          <PaperChoice kind={kind} onChange={setKind} />
          <Segments label="Paper" isLabelHidden value={paper} choices={PAPERS} onChange={setPaper} />
        </div>
        {isPending && <p className="soft">Preparing the document…</p>}
        {error !== null && (
          <Notice tone="stop" role="alert" title="There is nothing to preview yet">
            {failureText(failureOf(error))}
          </Notice>
        )}
        {data !== undefined && <DocumentFrame document={data} kind={kind} />}
      </div>
    </WindowDialog>
  );
}
