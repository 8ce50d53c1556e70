import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { QuoteSummary } from '#shared/domain/records.ts';
import type { PaperKind } from '#shared/quote/paper.ts';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { documentQuery, papersQuery } from '../../editor/queries.ts';
import { DocumentFrame } from './document-frame.tsx';
import { PaperChoice } from './paper-choice.tsx';
import { savePdf } from './save-pdf.ts';

interface IssuedDocumentDialogProps {
  readonly quote: QuoteSummary;
  readonly onClose: () => void;
}

/** An issued document, as stored. */
export function IssuedDocumentDialog({ quote, onClose }: IssuedDocumentDialogProps): ReactElement {
  const [kind, setKind] = useState<PaperKind>('quotation');
  const { data: stored = [] } = useQuery(papersQuery(quote.id));
  // A quote of before there were several papers keeps one, which is like the worksheet.
  const isOfSet = stored.length > 1;
  const { data, error } = useQuery(documentQuery(quote.id));
  return (
    <WindowDialog
      title={`${quote.reference} v${quote.version}`}
      width="wide"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button tone="primary" onPress={() => void savePdf(quote.id, isOfSet ? kind : 'quotation')}>
            Save PDF
          </Button>
        </>
      }
    >
      {error !== null && (
        <Notice tone="stop" role="alert" title="The stored document could not be read">
          {failureText(failureOf(error))}
        </Notice>
      )}
      {data !== undefined && (
        <div className="quote-preview">
          {isOfSet && <PaperChoice kind={kind} onChange={setKind} />}
          <DocumentFrame document={data} kind={isOfSet ? kind : 'worksheet'} />
        </div>
      )}
    </WindowDialog>
  );
}
