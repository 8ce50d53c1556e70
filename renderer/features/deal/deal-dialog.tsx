import { useMutation } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { failureOf, failureText } from '../../bridge.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { WindowDialog } from '../../components/window-dialog.tsx';
import './deal.css';

interface DealDialogProps {
  readonly title: string;
  /** What the button says that makes the move. */
  readonly verb: string;
  readonly move: () => Promise<void>;
  /** What keeps it from being made as the form stands. */
  readonly isHeld?: boolean;
  readonly width?: 'narrow' | 'normal' | 'wide';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog that makes one move of a case. What refuses it is said in it, and it stays open. */
export function DealDialog({
  title,
  verb,
  move,
  isHeld = false,
  width = 'normal',
  onClose,
  children,
}: DealDialogProps): ReactElement {
  const { mutate, isPending, error } = useMutation({ mutationFn: move });
  return (
    <WindowDialog
      title={title}
      width={width}
      onClose={onClose}
      isBusy={isPending}
      footer={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            Not now
          </Button>
          {/* Not disabled while it runs: the focus would be lost, and with it Escape. */}
          <Button tone="primary" isDisabled={isHeld} onPress={() => !isPending && mutate()}>
            {verb}
          </Button>
        </>
      }
    >
      <div className="deal-form">
        {children}
        {error !== null && (
          <Notice tone="stop" role="alert" title="Nothing was entered">
            {failureText(failureOf(error))}
          </Notice>
        )}
      </div>
    </WindowDialog>
  );
}
