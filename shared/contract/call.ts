import type { z } from 'zod';

/** A call that reads and changes nothing. */
export interface Query<I extends z.ZodType, O extends z.ZodType> {
  readonly kind: 'query';
  readonly input: I;
  readonly output: O;
}

/** A call that changes something. */
export interface Command<I extends z.ZodType, O extends z.ZodType> {
  readonly kind: 'command';
  readonly input: I;
  readonly output: O;
}

/** A message from the main process to the window. */
export interface Event<P extends z.ZodType> {
  readonly kind: 'event';
  readonly payload: P;
}

export type Call = Query<z.ZodType, z.ZodType> | Command<z.ZodType, z.ZodType>;
export type Entry = Call | Event<z.ZodType>;
export type Groups = Readonly<Record<string, Readonly<Record<string, Entry>>>>;

/** Describes a call that reads and changes nothing. */
export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Query<I, O> => ({
  kind: 'query',
  input,
  output,
});

/** Describes a call that changes something. */
export const command = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Command<I, O> => ({
  kind: 'command',
  input,
  output,
});

/** Describes a message from the main process to the window. */
export const event = <P extends z.ZodType>(payload: P): Event<P> => ({ kind: 'event', payload });

/** The one channel name of an entry; nothing else spells channel names. */
export const channelName = (group: string, name: string): string => `ballast:${group}.${name}`;
