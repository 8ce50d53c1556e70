import type { SortingState } from '@tanstack/react-table';
import { create } from 'zustand';
import { storedJson } from '#shared/domain/json-text.ts';
import { filterFrom, type ListFilter, noFilter } from './list-filter.ts';

interface ListState {
  readonly filter: ListFilter;
  readonly sorting: SortingState;
  /** Scroll offset and chosen row, so that coming back from an assessment finds the list as it was left. */
  readonly offset: number;
  readonly focusedId: string | null;
}

const KEY = 'ballast.list';
const newestFirst: SortingState = [{ id: 'updatedAt', desc: true }];

export const useListState = create<ListState>()(() => ({ ...remembered(), offset: 0, focusedId: null }));

useListState.subscribe(({ filter, sorting }) => {
  try {
    localStorage.setItem(KEY, JSON.stringify({ filter, sorting }));
  } catch {
    // Without storage the list opens unfiltered next time.
  }
});

export const setFilter = (change: Partial<ListFilter>): void =>
  useListState.setState(({ filter }) => ({ filter: { ...filter, ...change } }));

function remembered(): Pick<ListState, 'filter' | 'sorting'> {
  try {
    const value = storedJson(localStorage.getItem(KEY) ?? 'null');
    if (typeof value !== 'object' || value === null) throw new TypeError('nothing remembered');
    const sorting = 'sorting' in value && Array.isArray(value.sorting) ? value.sorting : [];
    const first: unknown = sorting[0];
    const isSort = typeof first === 'object' && first !== null && 'id' in first && 'desc' in first;
    return {
      filter: filterFrom('filter' in value ? value.filter : null),
      sorting: isSort ? [{ id: String(first.id), desc: first.desc === true }] : newestFirst,
    };
  } catch {
    return { filter: noFilter, sorting: newestFirst };
  }
}
