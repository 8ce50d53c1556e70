import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';

const PAGE = 10;

/** Where a key leads from row `index` of `count`; null when it is no key of the list. */
export function rowAfter(key: string, index: number, count: number): number | null {
  const within = (next: number) => Math.min(Math.max(next, 0), count - 1);
  switch (key) {
    case 'ArrowDown':
      return within(index + 1);
    case 'ArrowUp':
      return within(index - 1);
    case 'PageDown':
      return within(index + PAGE);
    case 'PageUp':
      return within(index - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return within(count);
    default:
      return null;
  }
}

interface RowFocus {
  /** The one row that Tab reaches. */
  readonly activeId: string | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface RowFocusParts {
  readonly ids: readonly string[];
  /** The row that had the focus last; its owner keeps it, so that coming back finds it. */
  readonly remembered: string | null;
  readonly remember: (id: string) => void;
  readonly room: RefObject<HTMLElement | null>;
  readonly scrollTo: (index: number) => void;
  readonly open: (index: number) => void;
}

/** One row is in the tab order; arrows move it, Enter opens it, and it is remembered for coming back. */
export function useRowFocus({ ids, remembered, remember, room, scrollTo, open }: RowFocusParts): RowFocus {
  const activeId = remembered !== null && ids.includes(remembered) ? remembered : (ids[0] ?? null);
  const [pending, setPending] = useState<string | null>(null);

  // A row far away is drawn only after the scroll: the focus waits for it.
  useEffect(() => {
    if (pending === null) return;
    const row = room.current?.querySelector<HTMLElement>(`[data-row="${pending}"]`);
    if (!row) return;
    row.focus();
    setPending(null);
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLTableRowElement) || activeId === null) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const index = ids.indexOf(activeId);
    if (event.key === 'Enter') {
      event.preventDefault();
      open(index);
      return;
    }
    const next = rowAfter(event.key, index, ids.length);
    const id = next === null ? undefined : ids[next];
    if (next === null || id === undefined) return;
    event.preventDefault();
    scrollTo(next);
    remember(id);
    setPending(id);
  };
  return { activeId, onKeyDown };
}
