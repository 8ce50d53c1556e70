import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import type { Signing } from '#shared/contract/contract.ts';
import { formatMoney } from '#shared/domain/format-money.ts';
import { insuredName } from '#shared/domain/insured-name.ts';
import { offeredIds } from '#shared/domain/options.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import { Segments } from '../../components/segments.tsx';
import { TickBox } from '../../components/tick-box.tsx';
import { useUnreadableEntries } from '../../components/unreadable-entries.ts';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { type Editor, useEditor } from '../../editor/draft/editor-context.tsx';
import { fieldId } from '../../editor/draft/field-path.ts';
import { PAPERS } from '../../editor/papers.ts';
import { NOT_SIGNED, SigningChoice, signingOf } from './signing-choice.tsx';
import './quote.css';

export interface IssueOrder {
  readonly paper: QuoteDocument['paper'];
  /** Earlier versions that stand open stay open beside this one. */
  readonly keepsEarlierOpen: boolean;
  /** With what the papers are signed; left out, they are not. */
  readonly signing?: Signing;
}

interface IssueDialogProps {
  readonly paper: QuoteDocument['paper'];
  /** Writes what is pending, then issues that very version. */
  readonly issue: (order: IssueOrder) => Promise<AssessmentRecord>;
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
  const editor = useEditor(
    'decision',
    'price',
    'content',
    'whole',
    'judged',
    'score',
    'model',
    'document',
    'stored',
  );
  const [paper, setPaper] = useState(firstPaper);
  const [keepsEarlierOpen, setKeepsEarlierOpen] = useState(false);
  const [signingForm, setSigningForm] = useState(NOT_SIGNED);
  const signing = signingOf(signingForm);
  const open = editor.stored.quotes.filter(({ offerState }) => offerState === 'open');
  const wasIssued = editor.document !== null;
  const { decision } = editor;
  const entries = useUnreadableEntries((state) => state.entries);
  const [unreadable] = entries.filter(({ id }) => id.startsWith(fieldId('')));
  const { mutate, isPending, error } = useMutation({ mutationFn: issue, onSuccess: onIssued });
  const verb = decision?.kind === 'indication' ? 'Issue as an indication' : 'Issue quote';
  return (
    <WindowDialog
      title="Issue quote"
      onClose={onClose}
      isBusy={isPending}
      footer={
        <>
          <Button onPress={onPreview} isDisabled={isPending}>
            Preview
          </Button>
          <Button
            tone="primary"
            isDisabled={
              isPending || signing === null || unreadable !== undefined || !(wasIssued || isSettled(editor))
            }
            onPress={() => mutate({ paper, keepsEarlierOpen, ...signing })}
          >
            {isPending ? 'Issuing…' : verb}
          </Button>
        </>
      }
    >
      <div className="issue-form">
        {unreadable === undefined ? (
          <Standing
            decision={decision}
            price={editor.price}
            approval={editor.stored.deal.approval}
            wasIssued={wasIssued}
          />
        ) : (
          <Notice tone="stop" role="alert" title={TITLES.refused}>
            {unreadable.label} holds an entry that cannot be read; the value before it is still in use.
            Correct it, or press Escape in it.
          </Notice>
        )}
        <Facts facts={factsOf(editor)} />
        <Segments label="Paper" value={paper} choices={PAPERS} onChange={setPaper} isReadOnly={isPending} />
        {open.length > 0 && (
          <TickBox
            label={`Keep ${open.map(({ version }) => `version ${version}`).join(', ')} open beside it`}
            help="Otherwise this version supersedes it."
            isChecked={keepsEarlierOpen}
            onChange={setKeepsEarlierOpen}
          />
        )}
        <SigningChoice label="Sign the papers" form={signingForm} onChange={setSigningForm} />
        <p className="small soft measure">
          Issuing gives the quote its reference, stores the document, its inputs and the PDF with their
          hashes, and makes this assessment read-only. Later changes need a new revision.
        </p>
        {error !== null && (
          <Notice tone="stop" role="alert" title="The quote was not issued">
            {failureText(failureOf(error))} Nothing was stored.
          </Notice>
        )}
      </div>
    </WindowDialog>
  );
}

/** On the grid that issuing uses, of what is entered now, and something that may go out. */
const isSettled = (editor: Pick<Editor, 'decision' | 'price' | 'whole' | 'judged'>): boolean =>
  editor.price.isCurrent &&
  editor.price.grid === 'full' &&
  offeredOf(editor).every((option) => option?.isCurrent === true && option.grid === 'full') &&
  (editor.decision?.kind === 'quote' || editor.decision?.kind === 'indication');

/** The options that go on the paper, as far as they are judged; none where there is one. */
const offeredOf = ({ whole, judged }: Pick<Editor, 'whole' | 'judged'>) =>
  whole.options === undefined
    ? []
    : offeredIds(whole).map((id) => judged.options.find((option) => option.id === id));

const TITLES = {
  'not-quotable': 'This cannot be quoted',
  refused: 'This cannot be issued yet',
  indication: 'This will be issued as an indication',
  quote: 'This will be issued as a quote',
} as const;
const TONES = { 'not-quotable': 'stop', refused: 'stop', indication: 'refer', quote: 'done' } as const;

function Standing({
  decision,
  price,
  approval,
  wasIssued,
}: Pick<Editor, 'decision' | 'price'> & {
  readonly approval: AssessmentRecord['deal']['approval'];
  readonly wasIssued: boolean;
}): ReactElement {
  if (approval !== null && (wasIssued || decision?.kind === 'quote')) {
    return (
      <Notice tone="done" title="This will be issued as a quote">
        {`Approved by ${approval.name}, ${approval.role}${approval.conditions.length === 0 ? '' : `, subject to: ${approval.conditions.join('; ')}`}.`}
      </Notice>
    );
  }
  if (wasIssued)
    return (
      <Notice tone="note" title="Another version of what was issued">
        It is judged as of today when it is issued: with a referral open it is an indication.
      </Notice>
    );
  if (price.failure !== null) return <Notice tone="stop">{price.failure}</Notice>;
  if (decision === null || !price.isCurrent)
    return (
      <p className="soft" role="status">
        Working out what can be issued…
      </p>
    );
  return (
    <Notice tone={TONES[decision.kind]} title={TITLES[decision.kind]}>
      {decision.kind === 'quote' ? (
        'No knock-out and no referral, and the price passes its checks.'
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

/** What each option that goes on the paper costs; the first is the one that the document is of. */
const optionFacts = (editor: Pick<Editor, 'whole' | 'judged' | 'content'>) =>
  offeredIds(editor.whole).map((id) => {
    const figures = editor.judged.options.find((option) => option.id === id)?.figures;
    return {
      label: `Quoted premium of option ${id}`,
      value: figures == null ? '–' : formatMoney(figures.quotedMinor, editor.content.currency),
    };
  });

function factsOf(editor: Pick<Editor, 'content' | 'whole' | 'judged' | 'score' | 'price' | 'model'>) {
  const { content, score, price, model } = editor;
  const grade = score === null ? '–' : (score.outcome.grade ?? 'No grade');
  const amounts =
    editor.whole.options !== undefined
      ? optionFacts(editor)
      : price.price === null
        ? []
        : [
            { label: 'Quoted premium', value: formatMoney(price.price.quotedMinor, content.currency) },
            {
              label: 'Payable with taxes',
              value: formatMoney(price.price.payableMinor, content.currency),
            },
            {
              label: 'Maximum payable',
              value: formatMoney(price.price.maximumPayableMinor, content.currency),
            },
          ];
  return [
    { label: 'Insured', value: insuredName(content) },
    { label: 'Grade', value: grade },
    ...amounts,
    { label: 'Rating model', value: model.version },
    { label: 'Valid for', value: `${content.terms.validityDays} days` },
  ];
}
