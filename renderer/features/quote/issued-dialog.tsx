import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatMoney } from '#shared/domain/format-money.ts';
import type { QuoteSummary } from '#shared/domain/records.ts';
import { printedHead } from '#shared/domain/trail-head.ts';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { trailHeadQuery } from '../../editor/queries.ts';
import { savePdf } from './save-pdf.ts';

interface IssuedDialogProps {
  readonly quote: QuoteSummary;
  readonly onShow: () => void;
  readonly onClose: () => void;
}

/** What was issued, and what to do with it. */
export function IssuedDialog({ quote, onShow, onClose }: IssuedDialogProps): ReactElement {
  const { data: head } = useQuery(trailHeadQuery(quote.id));
  return (
    <WindowDialog
      title={quote.status === 'indication' ? 'Indication issued' : 'Quote issued'}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Close</Button>
          <Button onPress={onShow}>Show document</Button>
          <Button tone="primary" onPress={() => void savePdf(quote.id)}>
            Save PDF
          </Button>
        </>
      }
    >
      <div className="issue-form">
        <Notice tone="done" role="status" title={`${quote.reference} v${quote.version}`}>
          Stored in the workbook with its inputs, its model and its PDF. The assessment is read-only now.
        </Notice>
        <Facts
          facts={[
            { label: 'Premium', value: formatMoney(quote.quotedMinor, quote.currency) },
            { label: 'Valid until', value: formatDate(quote.validUntil) },
            { label: 'Hash of the inputs', value: quote.inputsHash.slice(0, 16) },
            { label: 'Hash of the PDF', value: quote.pdfSha256.slice(0, 16) },
            ...(head == null ? [] : [{ label: 'Trail on the paper', value: printedHead(head) }]),
          ]}
        />
      </div>
    </WindowDialog>
  );
}
