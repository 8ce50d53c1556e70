import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import type { PaperOrder } from '#shared/contract/contract.ts';
import { type DealPaperKind, dealPaperTitle } from '#shared/deal/papers/deal-paper.ts';
import type { QuoteDocument } from '#shared/quote/quote-document.ts';
import { ask, BridgeError, failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { flushDraft } from '../../editor/draft/draft-store.ts';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import { refreshCasePapers } from '../../editor/queries.ts';
import { sayDone } from '../../editor/state/messages.ts';
import { DeclineFields, type DeclineForm, declineOrder, NOTHING_CHOSEN } from './decline-fields.tsx';
import { PaperFrame } from './document-frame.tsx';
import { saveCasePaper } from './save-pdf.ts';
import { NOT_SIGNED, SigningChoice, signingOf } from './signing-choice.tsx';
import './quote.css';

interface CasePaperDialogProps {
  readonly kind: DealPaperKind;
  readonly paper: QuoteDocument['paper'];
  readonly onClose: () => void;
}

/** How long after the last change the paper is drawn anew. */
const SETTLED_MS = 600;

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** A letter, a memo or a schedule of the case as it would be made now; made, it is kept in the workbook and saved. */
export function CasePaperDialog({ kind, paper, onClose }: CasePaperDialogProps): ReactElement {
  const { stored } = useEditor('stored');
  const { id } = stored.summary;
  const [form, setForm] = useState<DeclineForm>(NOTHING_CHOSEN);
  const [signingForm, setSigningForm] = useState(NOT_SIGNED);
  const signing = signingOf(signingForm);
  const order = orderOf(kind, form);
  const shown = useSettled(form);
  const { data, error, isPending } = useQuery({
    queryKey: ['case-paper', id, kind, paper, shown],
    queryFn: async () => {
      const failure = await flushDraft();
      if (failure !== null) throw new BridgeError(failure);
      const wanted = orderOf(kind, shown);
      return wanted === null ? null : ask((client) => client.deal.previewPaper({ id, paper, order: wanted }));
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: 0,
  });
  const make = useMutation({
    mutationFn: async () => {
      if (order === null) return;
      const kept = await ask((client) => client.deal.makePaper({ id, paper, order, ...signing }));
      refreshCasePapers(id);
      sayDone(`Made the ${dealPaperTitle(kind).toLowerCase()} and kept it in the workbook.`);
      onClose();
      await saveCasePaper(id, kept.sequence);
    },
  });
  const problem = make.error ?? error;
  return (
    <WindowDialog
      title={dealPaperTitle(kind)}
      width="wide"
      isBusy={make.isPending}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose} isDisabled={make.isPending}>
            Not now
          </Button>
          <Button
            tone="primary"
            isDisabled={order === null || signing === null || data == null}
            onPress={() => !make.isPending && make.mutate()}
          >
            Make and save PDF
          </Button>
        </>
      }
    >
      <div className={kind === 'decline-letter' ? 'case-paper has-form' : 'case-paper'}>
        {kind === 'decline-letter' && <DeclineFields form={form} onChange={setForm} />}
        <div className="case-paper-shown">
          <SigningChoice label="Sign the paper" form={signingForm} onChange={setSigningForm} />
          {problem !== null && (
            <Notice tone="stop" role="alert" title="The paper cannot be made">
              {failureText(failureOf(problem))}
            </Notice>
          )}
          {isPending && (
            <p className="soft" role="status">
              Preparing the paper…
            </p>
          )}
          {data === null && <p className="soft">Choose a reason, and the letter is shown here.</p>}
          {data != null && <PaperFrame paper={data} title={dealPaperTitle(kind)} />}
        </div>
      </div>
    </WindowDialog>
  );
}

/** What is asked for; null while something must still be chosen. */
function orderOf(kind: DealPaperKind, form: DeclineForm): PaperOrder | null {
  switch (kind) {
    case 'referral-memo':
      return { kind, words: null };
    case 'decline-letter':
      return declineOrder(form);
    default:
      return { kind };
  }
}
