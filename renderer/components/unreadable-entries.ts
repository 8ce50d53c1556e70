import { create } from 'zustand';

/** A field whose text cannot be read: the value before it is still in use. */
export interface UnreadableEntry {
  readonly id: string;
  readonly label: string;
}

export const useUnreadableEntries = create<{ readonly entries: readonly UnreadableEntry[] }>()(() => ({
  entries: [],
}));

/** The first such field inside an element. */
export const unreadableIn = (whole: Element): UnreadableEntry | null =>
  useUnreadableEntries.getState().entries.find(({ id }) => whole.contains(document.getElementById(id))) ??
  null;

/** Holds while the field shows such a text; the function given back ends it. */
export function holdUnreadable(entry: UnreadableEntry): () => void {
  useUnreadableEntries.setState(({ entries }) => ({ entries: [...entries, entry] }));
  return () =>
    useUnreadableEntries.setState(({ entries }) => ({ entries: entries.filter((held) => held !== entry) }));
}
