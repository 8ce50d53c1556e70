import type { ReactElement } from 'react';
import { formatDate } from '#shared/domain/format-date.ts';
import { formatMoney } from '#shared/domain/format-money.ts';
import type { QuoteSummary } from '#shared/domain/records.ts';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { quoteWords } from './quote.strings.ts';
import { savePdf } from './save-pdf.ts';

interface IssuedDialogProps {
  readonly quote: QuoteSummary;
  readonly onShow: () => void;
  readonly onClose: () => void;
}

/** What was issued, and what to do with it. */
export const IssuedDialog = ({ quote, onShow, onClose }: IssuedDialogProps): ReactElement => (
  <WindowDialog
    title={quote.status === 'indication' ? 'Indication issued' : 'Quote issued'}
    onClose={onClose}
    footer={
      <>
        <Button onPress={onClose}>{quoteWords.close}</Button>
        <Button onPress={onShow}>{quoteWords.showDocument}</Button>
        <Button tone="primary" onPress={() => void savePdf(quote.id)}>
          {quoteWords.savePdf}
        </Button>
      </>
    }
  >
    <div className="issue-form">
      <Notice tone="done" role="status" title={`${quote.reference} v${quote.version}`}>
        {quoteWords.issuedMeaning}
      </Notice>
      <Facts
        facts={[
          { label: quoteWords.premium, value: formatMoney(quote.quotedMinor, quote.currency) },
          { label: quoteWords.standsUntil, value: formatDate(quote.validUntil) },
          { label: quoteWords.hashOfTheInputs, value: quote.inputsHash.slice(0, 16) },
          { label: quoteWords.hashOfThePdf, value: quote.pdfSha256.slice(0, 16) },
        ]}
      />
    </div>
  </WindowDialog>
);
