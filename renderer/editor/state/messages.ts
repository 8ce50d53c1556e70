import { create } from 'zustand';
import { useDialog } from './dialogs.ts';

export interface Message {
  readonly id: number;
  readonly tone: 'done' | 'problem';
  /** What happened, what it means, what to do. */
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
  /** When it was said, in milliseconds. */
  readonly saidAt: number;
}

const DONE_SECONDS = 8;
/** By then it has been read by whoever goes on to the next thing. */
const READ_SECONDS = 1.5;
let lastId = 0;

export const useMessages = create<{ readonly messages: readonly Message[] }>()(() => ({ messages: [] }));

/** What was done and has been read, with nothing left to press, may go when a dialog needs the room. */
const mayGo = ({ tone, action, saidAt }: Message): boolean =>
  tone === 'done' && action === null && Date.now() - saidAt > READ_SECONDS * 1000;

useDialog.subscribe(({ open }, before) => {
  if (open === null || before.open !== null) return;
  useMessages.setState(({ messages }) => ({ messages: messages.filter((message) => !mayGo(message)) }));
});

/** Says that something was done; it leaves by itself. */
export function sayDone(text: string, action: Message['action'] = null): void {
  const id = add({ tone: 'done', text, action });
  setTimeout(() => dismiss(id), DONE_SECONDS * 1000);
}

/** Says that something went wrong; it stays until dismissed. Gives its id. */
export function sayProblem(text: string, action: Message['action'] = null): number {
  return add({ tone: 'problem', text, action });
}

export function dismiss(id: number): void {
  useMessages.setState(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }));
}

function add(message: Omit<Message, 'id' | 'saidAt'>): number {
  lastId += 1;
  const id = lastId;
  useMessages.setState(({ messages }) => ({
    messages: [
      ...messages.filter((other) => other.text !== message.text),
      { ...message, id, saidAt: Date.now() },
    ].slice(-3),
  }));
  return id;
}
