import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Button } from '../../components/button.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import { finaliseAssessment, moveToPresentModel } from '../../editor/actions.ts';
import { commandFacts } from '../../editor/commands/command.ts';
import { mayIssue } from '../../editor/commands/deal-commands.ts';
import { flushDraft } from '../../editor/draft/draft-store.ts';
import { useEditor } from '../../editor/draft/editor-context.tsx';
import { currentModelQuery, settingsQuery } from '../../editor/queries.ts';
import {
  closeDialog,
  type OpenDialog,
  openDialog,
  openIssued,
  useDialog,
} from '../../editor/state/dialogs.ts';
import { ApproveDialog } from '../../features/deal/approve-dialog.tsx';
import { MoveCaseDialog } from '../../features/deal/move-case-dialog.tsx';
import {
  AcceptDialog,
  BindDialog,
  CounterOfferDialog,
  WithdrawDialog,
} from '../../features/deal/offer-dialogs.tsx';
import { ReferDialog } from '../../features/deal/refer-dialog.tsx';
import { SendBackDialog } from '../../features/deal/send-back-dialog.tsx';
import { MoveDialog } from '../../features/moving/move-dialog.tsx';
import { CasePaperDialog } from '../../features/quote/case-paper-dialog.tsx';
import { IssueDialog } from '../../features/quote/issue-dialog.tsx';
import { IssuedDialog } from '../../features/quote/issued-dialog.tsx';
import { IssuedDocumentDialog } from '../../features/quote/issued-document-dialog.tsx';
import { PreviewDialog } from '../../features/quote/preview-dialog.tsx';
import { issueOpenAssessment } from './issue-quote.ts';

/** Dialogs about the open assessment. */
export function EditorDialogs(): ReactElement | null {
  const open = useDialog((state) => state.open);
  const { stored, isReadOnly } = useEditor('stored', 'isReadOnly');
  const { data: settings } = useQuery(settingsQuery);
  const { data: current } = useQuery(currentModelQuery);
  const paper = settings?.paper ?? 'a4';
  const latestQuote = stored.quotes.find(({ assessmentId }) => assessmentId === stored.summary.id);

  if (open?.kind === 'issued-quote')
    return (
      <IssuedDialog
        quote={open.quote}
        onShow={() => openIssued('issued-document', open.quote)}
        onClose={closeDialog}
      />
    );
  if (open?.kind === 'issued-document')
    return <IssuedDocumentDialog quote={open.quote} onClose={closeDialog} />;
  if (open?.kind === 'preview-quote' && isReadOnly && latestQuote !== undefined)
    return <IssuedDocumentDialog quote={latestQuote} onClose={closeDialog} />;
  if (open?.kind === 'preview-quote')
    return (
      <PreviewDialog
        assessmentId={stored.summary.id}
        paper={paper}
        flush={flushDraft}
        onClose={closeDialog}
      />
    );
  if (open?.kind === 'case-paper')
    return <CasePaperDialog kind={open.paper} paper={paper} onClose={closeDialog} />;
  if (open?.kind === 'issue-quote' && mayIssue(commandFacts()))
    return (
      <IssueDialog
        paper={paper}
        issue={issueOpenAssessment}
        onPreview={() => openDialog('preview-quote')}
        onClose={closeDialog}
        onIssued={(record) => {
          closeDialog();
          const quote = record.quotes.find(({ assessmentId }) => assessmentId === record.summary.id);
          if (quote) openIssued('issued-quote', quote);
        }}
      />
    );
  if (open?.kind === 'move-model' && !isReadOnly && current !== undefined)
    return (
      <MoveDialog
        to={current.model}
        onMove={() => {
          closeDialog();
          void moveToPresentModel();
        }}
        onClose={closeDialog}
      />
    );
  if (open?.kind === 'confirm-finalise' && !isReadOnly) return <ConfirmFinalise />;
  return dealDialog(open);
}

/** Dialogs about what becomes of the case. */
function dealDialog(open: OpenDialog | null): ReactElement | null {
  switch (open?.kind) {
    case 'refer':
      return <ReferDialog onClose={closeDialog} />;
    case 'approve':
      return <ApproveDialog onClose={closeDialog} />;
    case 'send-back':
      return <SendBackDialog onClose={closeDialog} />;
    case 'move-case':
      return <MoveCaseDialog to={open.to} onClose={closeDialog} />;
    case 'counter-offer':
      return <CounterOfferDialog quote={open.quote} onClose={closeDialog} />;
    case 'accept':
      return <AcceptDialog quote={open.quote} onClose={closeDialog} />;
    case 'withdraw':
      return <WithdrawDialog quote={open.quote} onClose={closeDialog} />;
    case 'bind':
      return <BindDialog quote={open.quote} onClose={closeDialog} />;
    default:
      return null;
  }
}

const ConfirmFinalise = (): ReactElement => (
  <WindowDialog
    title="Finalise without a quote?"
    role="alertdialog"
    width="narrow"
    onClose={closeDialog}
    footer={
      <>
        <Button onPress={closeDialog}>Keep editing</Button>
        <Button
          tone="primary"
          onPress={() => {
            closeDialog();
            void finaliseAssessment();
          }}
        >
          Finalise
        </Button>
      </>
    }
  >
    <p className="measure">
      The assessment becomes read-only and always keeps the rating model it was made with. To change it later,
      make a new revision.
    </p>
  </WindowDialog>
);
