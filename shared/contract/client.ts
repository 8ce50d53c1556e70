import type { z } from 'zod';
import type { Result } from '../domain/result.ts';
import type { Command, Event, Groups, Query } from './call.ts';
import type { Contract } from './contract.ts';

type Argument<I extends z.ZodType> = undefined extends z.input<I> ? [] : [input: z.input<I>];

type CallMethod<E> =
  E extends Query<infer I, infer O>
    ? (...input: Argument<I>) => Promise<Result<z.output<O>>>
    : E extends Command<infer I, infer O>
      ? (...input: Argument<I>) => Promise<Result<z.output<O>>>
      : E extends Event<infer P>
        ? (listener: (payload: z.output<P>) => void) => () => void
        : never;

/** What the preload bridge offers for a contract: a function per call, a subscription per event. */
export type Client<C extends Groups> = {
  readonly [G in keyof C]: { readonly [N in keyof C[G]]: CallMethod<C[G][N]> };
};

/** Handlers the main process must give: one per call, none for events. */
export type Handlers<C extends Groups, Context> = {
  readonly [G in keyof C]: {
    readonly [N in keyof C[G] as C[G][N] extends Event<z.ZodType> ? never : N]: C[G][N] extends Query<
      infer I,
      infer O
    >
      ? (context: Context, input: z.output<I>) => Promise<Result<z.input<O>>> | Result<z.input<O>>
      : C[G][N] extends Command<infer I, infer O>
        ? (context: Context, input: z.output<I>) => Promise<Result<z.input<O>>> | Result<z.input<O>>
        : never;
  };
};

export type BallastClient = Client<Contract>;
