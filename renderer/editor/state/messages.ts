import { create } from 'zustand';

export interface Message {
  readonly id: number;
  readonly tone: 'done' | 'problem';
  /** What happened, what it means, what to do. */
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

const DONE_SECONDS = 8;
let lastId = 0;

export const useMessages = create<{ readonly messages: readonly Message[] }>()(() => ({ messages: [] }));

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

function add(message: Omit<Message, 'id'>): number {
  lastId += 1;
  const id = lastId;
  useMessages.setState(({ messages }) => ({
    messages: [...messages.filter((other) => other.text !== message.text), { ...message, id }].slice(-3),
  }));
  return id;
}
