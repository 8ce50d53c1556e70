import { describe, expect, it } from 'vitest';
import { needsVirtualDisplay } from '../../scripts/launch/display.ts';
import { aptFraction } from '../../scripts/system/apt-progress.ts';
import { hasCommand } from '../../scripts/system/probe.ts';
import {
  buildTools,
  electronRequirements,
  installLine,
  missingRequirements,
} from '../../scripts/system/requirements.ts';

describe('system requirements', () => {
  it('are the six Debian packages on a bare machine without a display', () => {
    const missing = missingRequirements(
      electronRequirements('linux', true),
      () => false,
      () => false,
    );
    expect(installLine(missing)).toBe(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends ' +
        'libgtk-3-0 libnss3 libasound2 libgbm1 xvfb xauth',
    );
  });

  it('leave out the virtual display where there is a real one, and everything off Linux', () => {
    const packages = electronRequirements('linux', false).map(({ debianPackage }) => debianPackage);
    expect(packages).toEqual(['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']);
    expect(electronRequirements('darwin', false)).toEqual([]);
    expect(buildTools('win32')).toEqual([]);
  });

  it('name only what is missing', () => {
    const missing = missingRequirements(
      [...electronRequirements('linux', true), ...buildTools('linux')],
      (name) => name !== 'libgbm.so.1',
      (name) => name !== 'g++',
    );
    expect(missing.map(({ debianPackage }) => debianPackage)).toEqual(['libgbm1', 'g++']);
  });

  it('find commands on the search path alone', () => {
    expect(hasCommand('sh', '/nowhere:/bin')).toBe(true);
    expect(hasCommand('sh', '/nowhere')).toBe(false);
  });
});

describe('needsVirtualDisplay', () => {
  it('is true on Linux without X or Wayland', () => {
    expect(needsVirtualDisplay('linux', {})).toBe(true);
    expect(needsVirtualDisplay('linux', { DISPLAY: '' })).toBe(true);
    expect(needsVirtualDisplay('linux', { DISPLAY: ':0' })).toBe(false);
    expect(needsVirtualDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
    expect(needsVirtualDisplay('darwin', {})).toBe(false);
  });
});

describe('aptFraction', () => {
  it('counts fetching as the first half and unpacking as the second', () => {
    expect(aptFraction('dlstatus:1:50.0000:Retrieving file 1 of 2\n')).toBe(0.25);
    expect(aptFraction('pmstatus:xvfb:40.0:Preparing xvfb\n')).toBe(0.7);
    expect(aptFraction('dlstatus:2:100:x\npmstatus:libgbm1:amd64:80.0:Unpacking\n')).toBe(0.9);
    expect(aptFraction('anything else')).toBeUndefined();
  });
});
