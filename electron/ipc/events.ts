import type { WebContents } from 'electron';
import type { z } from 'zod';
import { channelName, type Event } from '#shared/contract/call.ts';
import { type Contract, contract } from '#shared/contract/contract.ts';

type EventNames<G extends keyof Contract> = {
  [N in keyof Contract[G]]: Contract[G][N] extends Event<z.ZodType> ? N : never;
}[keyof Contract[G]];
type Payload<E> = E extends Event<infer P> ? z.input<P> : never;

/** Sends one event of the contract to a window; a window that is gone misses it. */
export function sendEvent<G extends keyof Contract, N extends EventNames<G> & string>({
  contents,
  group,
  name,
  payload,
}: {
  readonly contents: WebContents;
  readonly group: G;
  readonly name: N;
  readonly payload: Payload<Contract[G][N]>;
}): void {
  if (contents.isDestroyed()) return;
  const entry = contract[group][name] as Event<z.ZodType>;
  contents.send(channelName(group, name), entry.payload.parse(payload));
}
