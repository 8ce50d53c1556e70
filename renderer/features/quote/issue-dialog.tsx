import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { formatMoney } from '#shared/domain/format-money.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import { Segments } from '../../components/segments.tsx';
import { useUnreadableEntries } from '../../components/unreadable-entries.ts';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { type Editor, useEditor } from '../../editor/draft/editor-context.tsx';
import { fieldId } from '../../editor/draft/field-path.ts';
import { PAPERS } from './preview-dialog.tsx';
import { quoteWords } from './quote.strings.ts';
import './quote.css';

interface IssueDialogProps {
  readonly paper: QuoteDocument['paper'];
  /** Writes what is pending, then issues that very version. */
  readonly issue: (paper: QuoteDocument['paper']) => Promise<AssessmentRecord>;
  readonly onIssued: (record: AssessmentRecord) => void;
  readonly onPreview: () => void;
  readonly onClose: () => void;
}

/** What would go out, what stands in the way, and on which paper. Issuing finalises the assessment. */
export function IssueDialog({
  paper: firstPaper,
  issue,
  onIssued,
  onPreview,
  onClose,
}: IssueDialogProps): ReactElement {
  const editor = useEditor('decision', 'price', 'content', 'score');
  const [paper, setPaper] = useState(firstPaper);
  const { decision } = editor;
  const entries = useUnreadableEntries((state) => state.entries);
  const [unreadable] = entries.filter(({ id }) => id.startsWith(fieldId('')));
  const { mutate, isPending, error } = useMutation({ mutationFn: issue, onSuccess: onIssued });
  const verb = decision?.kind === 'indication' ? 'Issue as an indication' : 'Issue quote';
  return (
    <WindowDialog
      title={quoteWords.issueQuote}
      onClose={onClose}
      isBusy={isPending}
      footer={
        <>
          <Button onPress={onPreview} isDisabled={isPending}>
            {quoteWords.preview}
          </Button>
          <Button
            tone="primary"
            isDisabled={isPending || unreadable !== undefined || !isSettled(editor)}
            onPress={() => mutate(paper)}
          >
            {isPending ? 'Issuing…' : verb}
          </Button>
        </>
      }
    >
      <div className="issue-form">
        {unreadable === undefined ? (
          <Standing decision={decision} price={editor.price} />
        ) : (
          <Notice tone="stop" role="alert" title={TITLES.refused}>
            {quoteWords.unreadable(unreadable.label)}
          </Notice>
        )}
        <Facts facts={factsOf(editor)} />
        <Segments
          label={quoteWords.paper}
          value={paper}
          choices={PAPERS}
          onChange={setPaper}
          isReadOnly={isPending}
        />
        <p className="small soft measure">{quoteWords.whatIssuingDoes}</p>
        {error !== null && (
          <Notice tone="stop" role="alert" title={quoteWords.notIssued}>
            {failureText(failureOf(error))} Nothing was stored.
          </Notice>
        )}
      </div>
    </WindowDialog>
  );
}

/** On the grid that issuing uses, of what is entered now, and something that may go out. */
const isSettled = ({ decision, price }: Pick<Editor, 'decision' | 'price'>): boolean =>
  price.isCurrent && price.grid === 'full' && (decision?.kind === 'quote' || decision?.kind === 'indication');

const TITLES = {
  'not-quotable': 'It cannot be quoted',
  refused: 'It cannot be issued yet',
  indication: 'It goes out as an indication',
  quote: 'It goes out as a quote',
} as const;
const TONES = { 'not-quotable': 'stop', refused: 'stop', indication: 'refer', quote: 'done' } as const;

function Standing({ decision, price }: Pick<Editor, 'decision' | 'price'>): ReactElement {
  if (price.failure !== null) return <Notice tone="stop">{price.failure}</Notice>;
  if (decision === null || !price.isCurrent)
    return (
      <p className="soft" role="status">
        {quoteWords.judging}
      </p>
    );
  return (
    <Notice tone={TONES[decision.kind]} title={TITLES[decision.kind]}>
      {decision.kind === 'quote' ? (
        'No knock-out, no referral; the price meets its own checks.'
      ) : (
        <ul className="issue-reasons">
          {decision.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function factsOf({ content, score, price }: Pick<Editor, 'content' | 'score' | 'price'>) {
  const grade = score === null ? '–' : (score.outcome.grade ?? 'No grade');
  const amounts =
    price.price === null
      ? []
      : [
          { label: quoteWords.quotedPremium, value: formatMoney(price.price.quotedMinor, content.currency) },
          {
            label: quoteWords.payableWithTaxes,
            value: formatMoney(price.price.payableMinor, content.currency),
          },
          {
            label: quoteWords.maximumPayable,
            value: formatMoney(price.price.maximumPayableMinor, content.currency),
          },
        ];
  return [
    { label: quoteWords.insured, value: content.terms.insured ?? content.subject.name },
    { label: quoteWords.grade, value: grade },
    ...amounts,
    { label: quoteWords.standsFor, value: `${content.terms.validityDays} days` },
  ];
}
