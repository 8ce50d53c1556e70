import type { Call, Groups } from '#shared/contract/call.ts';
import { channelName } from '#shared/contract/call.ts';
import { parseFailure } from '#shared/domain/parse-failure.ts';
import { type Failure, failed, type Result } from '#shared/domain/result.ts';

type AnyResult = Result<unknown>;
type AnyHandler<X> = (context: X, input: never) => AnyResult | Promise<AnyResult>;
export type AnyHandlers<X> = Readonly<Record<string, Readonly<Record<string, AnyHandler<X>>>>>;

/** What the loop needs from its host; Electron in the application, plain functions in tests. */
export interface CallHost<Event> {
  readonly handle: (channel: string, answer: (event: Event, input: unknown) => Promise<AnyResult>) => void;
  /** Whether this sender may make calls of this group. */
  readonly isTrusted: (event: Event, group: string) => boolean;
  readonly onRefused: (channel: string) => void;
  /** Logs an unexpected error and returns its id. */
  readonly onUnexpected: (where: string, error: unknown) => string;
}

/**
 * Registers every call of the contract. For each, in this order: sender check, parse input, run handler, parse output.
 * Expected failures pass through; unexpected ones are logged and reach the window as an id, never as a stack.
 */
export function registerContract<X, Event>({
  groups,
  handlers,
  context,
  host,
}: {
  readonly groups: Groups;
  readonly handlers: AnyHandlers<X>;
  readonly context: X;
  readonly host: CallHost<Event>;
}): void {
  for (const [group, entries] of Object.entries(groups)) {
    for (const [name, entry] of Object.entries(entries)) {
      if (entry.kind === 'event') continue;
      const handler = handlers[group]?.[name];
      if (handler === undefined) throw new Error(`The call ${group}.${name} has no handler`);
      const channel = channelName(group, name);
      host.handle(channel, async (event, input) => {
        if (!host.isTrusted(event, group)) {
          host.onRefused(channel);
          return failed('invalid-input', 'This window may not make that call.');
        }
        try {
          return await answerCall({ entry, handler, context, input });
        } catch (error) {
          return { ok: false, failure: unexpected(host.onUnexpected(`${group}.${name}`, error)) };
        }
      });
    }
  }
}

async function answerCall<X>({
  entry,
  handler,
  context,
  input,
}: {
  readonly entry: Call;
  readonly handler: AnyHandler<X>;
  readonly context: X;
  readonly input: unknown;
}): Promise<AnyResult> {
  const parsed = entry.input.safeParse(input);
  if (!parsed.success) return parseFailure(parsed.error, input, entry.input);
  const result = await handler(context, parsed.data as never);
  return result.ok ? { ok: true, value: entry.output.parse(result.value) } : result;
}

const unexpected = (logId: string): Failure => ({
  code: 'unexpected',
  message: `Something went wrong that should not have. Your work up to the last save is safe. Log entry ${logId}.`,
  logId,
});
