import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type AnyHandlers, type CallHost, registerContract } from '#electron/ipc/register-contract.ts';
import { command, event, query } from '#shared/contract/call.ts';
import { failed, type Result, success } from '#shared/domain/result.ts';

const groups = {
  sums: {
    add: query(z.strictObject({ a: z.number(), b: z.number() }), z.number()),
    refuse: command(z.undefined(), z.undefined()),
    lie: query(z.undefined(), z.number()),
    crash: command(z.undefined(), z.undefined()),
    happened: event(z.string()),
  },
};
type Sender = { trusted: boolean };
type Answer = (event: Sender, input: unknown) => Promise<Result<unknown>>;

const handlers: AnyHandlers<{ bonus: number }> = {
  sums: {
    add: ({ bonus }, { a, b }: { a: number; b: number }) => success(a + b + bonus),
    refuse: () => failed('conflict', 'No.'),
    lie: () => success('text' as never),
    crash: () => {
      throw new Error('secret path /home/pat');
    },
  },
};

function registered(given = handlers) {
  const channels = new Map<string, Answer>();
  const refused: string[] = [];
  const unexpected: { where: string; error: unknown }[] = [];
  const host: CallHost<Sender> = {
    handle: (channel, answer) => channels.set(channel, answer),
    isTrusted: ({ trusted }, group) => trusted && group === 'sums',
    onRefused: (channel) => refused.push(channel),
    onUnexpected: (where, error) => {
      unexpected.push({ where, error });
      return 'log-7';
    },
  };
  registerContract({ groups, handlers: given, context: { bonus: 100 }, host });
  const call = (name: string, input: unknown, trusted = true) =>
    channels.get(`ballast:sums.${name}`)?.({ trusted }, input);
  return { channels, refused, unexpected, call };
}

describe('registering a contract', () => {
  it('registers a channel for each call and none for an event', () => {
    expect([...registered().channels.keys()]).toEqual([
      'ballast:sums.add',
      'ballast:sums.refuse',
      'ballast:sums.lie',
      'ballast:sums.crash',
    ]);
  });

  it('refuses to start when a call has no handler', () => {
    expect(() => registered({ sums: {} })).toThrow('sums.add has no handler');
  });

  it('answers a call', async () => {
    expect(await registered().call('add', { a: 1, b: 2 })).toEqual({ ok: true, value: 103 });
  });

  it('refuses a stranger before it looks at the input', async () => {
    const { call, refused } = registered();
    expect(await call('add', 'nonsense', false)).toEqual({
      ok: false,
      failure: { code: 'invalid-input', message: 'This window may not make that call.' },
    });
    expect(refused).toEqual(['ballast:sums.add']);
  });

  it('names the field of an input that does not fit', async () => {
    const answer = await registered().call('add', { a: 1, b: 'two' });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'invalid-input', field: 'b' } });
    const extra = await registered().call('add', { a: 1, b: 2, path: '/etc' });
    expect(extra).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });

  it('passes an expected failure through', async () => {
    expect(await registered().call('refuse', undefined)).toEqual({
      ok: false,
      failure: { code: 'conflict', message: 'No.' },
    });
  });

  it.each(['crash', 'lie'])('turns the unexpected (%s) into a log id, without its message', async (name) => {
    const { call, unexpected } = registered();
    const answer = await call(name, undefined);
    expect(answer).toMatchObject({ ok: false, failure: { code: 'unexpected', logId: 'log-7' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(unexpected).toHaveLength(1);
    expect(unexpected[0]?.where).toBe(`sums.${name}`);
  });
});
