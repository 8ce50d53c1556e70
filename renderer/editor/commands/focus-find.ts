import { goTo, useNavigation } from '../state/navigation.ts';

export const FIND_FIELD_ID = 'find-assessments';

/** Puts the focus into the list's filter, going there first if need be. */
export function focusFind(): void {
  const { place } = useNavigation.getState();
  if (place.kind !== 'list' && place.kind !== 'bin') goTo({ kind: 'list' });
  requestAnimationFrame(() => {
    const field = document.getElementById(FIND_FIELD_ID);
    if (field instanceof HTMLInputElement) {
      field.focus();
      field.select();
    }
  });
}
