import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { FormDialog, type FormDialogProps } from '../../components/form-dialog.tsx';
import './deal.css';

interface DealDialogProps
  extends Pick<FormDialogProps, 'title' | 'verb' | 'isHeld' | 'width' | 'onClose' | 'children'> {
  readonly move: () => Promise<void>;
}

/** A dialog that makes one move of a case. What refuses it is said in it, and it stays open. */
export function DealDialog({ move, ...form }: DealDialogProps): ReactElement {
  const { mutate, isPending, error } = useMutation({ mutationFn: move });
  return (
    <FormDialog
      {...form}
      leave="Not now"
      onConfirm={mutate}
      isBusy={isPending}
      error={error}
      errorTitle="Nothing was entered"
    />
  );
}
