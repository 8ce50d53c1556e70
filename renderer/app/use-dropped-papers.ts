import { useEffect, useState } from 'react';
import { checkDroppedPapers } from '../editor/check-papers.ts';
import { useDialog } from '../editor/state/dialogs.ts';

/**
 * Papers may be dropped anywhere on the window to be checked, except where files are dropped for something else, and while a
 * dialog asks for something. The result says whether one is being dragged over it.
 */
export function useDroppedPapers(): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const isForUs = (event: DragEvent): boolean => {
      const open = useDialog.getState().open;
      const isFree = open === null || open.kind === 'check-papers';
      return !event.defaultPrevented && isFree && event.dataTransfer?.types.includes('Files') === true;
    };
    const onDragOver = (event: DragEvent): void => {
      setIsOver(isForUs(event));
      if (isForUs(event)) event.preventDefault();
    };
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setIsOver(false);
      if (!isForUs(event)) return;
      event.preventDefault();
      void checkDroppedPapers([...(event.dataTransfer?.files ?? [])]);
    };
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, []);
  return isOver;
}
