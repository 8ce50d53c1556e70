import { goToPage, useNavigation } from '../state/navigation.ts';

export const LIST_FILTER_ID = 'filter-assessments';

/** Puts the focus into the filter of the list, going there first if need be. */
export function focusListFilter(): void {
  const { place } = useNavigation.getState();
  const hasFilter = place.kind === 'page' && (place.page === 'list' || place.page === 'bin');
  if (!hasFilter) goToPage('list');
  requestAnimationFrame(() => {
    const field = document.getElementById(LIST_FILTER_ID);
    if (field instanceof HTMLInputElement) {
      field.focus();
      field.select();
    }
  });
}
