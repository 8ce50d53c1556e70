import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './window-dialog.css';

export interface WindowDialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly width?: 'narrow' | 'normal' | 'wide';
  /** While something irrevocable runs, the dialog stays. */
  readonly isBusy?: boolean;
  readonly role?: 'dialog' | 'alertdialog';
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** A dialog over the window: titled, closed by Escape or the cross, its buttons at the foot. */
export function WindowDialog(props: WindowDialogProps): ReactElement {
  const { title, onClose, width = 'normal', isBusy = false, role = 'dialog', footer, children } = props;
  return (
    <ModalOverlay
      className="scrim"
      isOpen
      isDismissable={!isBusy}
      isKeyboardDismissDisabled={isBusy}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={`dialog-frame dialog-${width}`}>
        <Dialog className="dialog" role={role}>
          <header className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {/* Without a hint: one that is shown would take the first Escape for itself. */}
            <Button className="icon-button" aria-label="Close" onPress={onClose} isDisabled={isBusy}>
              <X aria-hidden />
            </Button>
          </header>
          <div className="dialog-body">{children}</div>
          {footer !== undefined && <footer className="dialog-foot">{footer}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
