import { type FormEvent, type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { failureOf, failureText } from '../bridge.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { type UnreadableEntry, unreadableIn } from './unreadable-entries.ts';
import { WindowDialog, type WindowDialogProps } from './window-dialog.tsx';

export interface FormDialogProps extends Pick<WindowDialogProps, 'title' | 'width' | 'onClose' | 'children'> {
  /** What the button says that confirms; Enter in a field does the same. */
  readonly verb: string;
  /** What the button says that leaves everything as it was. */
  readonly leave?: string;
  /** Between the two: other ways out. */
  readonly others?: ReactNode;
  readonly onConfirm: () => void;
  readonly isBusy: boolean;
  /** What keeps it from being confirmed as the form stands. */
  readonly isHeld?: boolean;
  /** What refused it, said in the dialog, which stays open. */
  readonly error: Error | null;
  readonly errorTitle?: string;
}

/** Where one begins to fill in. */
const FIELD = 'input:not([tabindex="-1"]), textarea, .choice-button';

/** A dialog that is filled in: what it asks, the way out, and the button that confirms. */
export function FormDialog({
  verb,
  leave = 'Cancel',
  others,
  onConfirm,
  isBusy,
  isHeld = false,
  error,
  errorTitle = 'This was not saved',
  children,
  ...dialog
}: FormDialogProps): ReactElement {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>(FIELD)?.focus(), []);
  const [unreadable, setUnreadable] = useState<UnreadableEntry | null>(null);
  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // The value before it would be kept instead, which nobody sees.
    const entry = unreadableIn(event.currentTarget);
    setUnreadable(entry);
    if (entry !== null) document.getElementById(entry.id)?.focus();
    else if (!isBusy) onConfirm();
  };
  const why =
    unreadable !== null
      ? `${unreadable.label} holds an entry that cannot be read. Correct it, or press Escape in it.`
      : error === null
        ? null
        : failureText(failureOf(error));
  return (
    <WindowDialog
      {...dialog}
      isBusy={isBusy}
      footer={
        <>
          {why !== null && (
            <div className="dialog-why">
              <Notice tone="stop" role="alert" title={errorTitle}>
                {why}
              </Notice>
            </div>
          )}
          {/* Nothing is disabled while it runs: the focus would be lost, and with it Escape. */}
          <Button onPress={() => !isBusy && dialog.onClose()}>{leave}</Button>
          {others}
          <Button tone="primary" type="submit" form={id} isDisabled={isHeld}>
            {verb}
          </Button>
        </>
      }
    >
      <form ref={form} id={id} className="stack" onSubmit={confirm} noValidate>
        {children}
      </form>
    </WindowDialog>
  );
}
