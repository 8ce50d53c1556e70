import { create } from 'zustand';

/** At which share the window shows amounts: the whole, or our line of it. One switch for all of the window. */
export const useShareView = create<{ readonly at: 'whole' | 'ours' }>()(() => ({ at: 'whole' }));

export const showShare = (at: 'whole' | 'ours'): void => useShareView.setState({ at });
