import { describe, expect, it } from 'vitest';
import { runTarget } from '#test/support/electron-command.ts';
import { electronTarget } from '#test/support/electron-target.ts';
import { shippedFuses } from '../../../scripts/packaging/shipped-fuses.ts';
import { readFuses } from '../../../scripts/runtime/fuses.ts';

const shippable = process.env.BALLAST_PACKAGED ?? '';

describe('fuses of the packaged application', () => {
  it('are all set as intended in what is shipped', async () => {
    expect(await readFuses(shippable)).toEqual(shippedFuses);
  });

  it('differ by the inspector alone in the copy that tests drive', async () => {
    const copy = await readFuses(electronTarget().executable);
    expect(copy).toEqual({ ...shippedFuses, enableNodeCliInspectArguments: true });
  });

  it('keep other programs from driving what is shipped through a debugging port', async () => {
    const { leadingArgs } = electronTarget();
    const started = await runTarget({ executable: shippable, leadingArgs }, ['--remote-debugging-port=0']);
    expect(started.exitCode).toBe(2);
    expect(started.stderr).toContain('does not start with a debugging port');
    expect(started.stderr).not.toContain('DevTools listening');
  });
});
