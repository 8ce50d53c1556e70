import { type RefObject, useEffect } from 'react';
import { fieldId } from '../../editor/draft/field-path.ts';
import { type SectionId, useNavigation } from '../../editor/state/navigation.ts';

const FOCUSABLE = 'input:not([type="hidden"]), textarea, button, [tabindex="0"]';
const MARKED_MS = 1800;

/** Scrolls to the field that was jumped to, highlights it for a moment and puts the focus on it. */
export function useArrival(room: RefObject<HTMLElement | null>, section: SectionId): void {
  const arrival = useNavigation((state) => state.arrival);

  useEffect(() => {
    if (room.current) room.current.dataset.section = section;
    if (arrival === null) {
      room.current?.scrollTo({ top: 0 });
      room.current?.parentElement?.scrollTo({ top: 0 });
      return;
    }
    // A field inside something that opens first is there one frame later.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => arrive(arrival.path)));
    return () => cancelAnimationFrame(frame);
  }, [arrival, room, section]);
}

function arrive(path: string): void {
  const field = document.getElementById(fieldId(path)) ?? nearest(path);
  if (!field) return;
  const target = field.matches(FOCUSABLE)
    ? field
    : (field.querySelector<HTMLElement>('input:checked') ?? field.querySelector<HTMLElement>(FOCUSABLE));
  const block = field.closest<HTMLElement>('.question, .field, .part-terms, li') ?? field;
  block.scrollIntoView({ block: 'center' });
  block.setAttribute('data-arrived', '');
  setTimeout(() => block.removeAttribute('data-arrived'), MARKED_MS);
  target?.focus({ preventScroll: true });
}

/** `answers.<factor>.level` is shown by the control of `answers.<factor>`. */
function nearest(path: string): HTMLElement | null {
  const keys = path.split('.');
  while (keys.length > 1) {
    keys.pop();
    const field = document.getElementById(fieldId(keys.join('.')));
    if (field) return field;
  }
  return null;
}
