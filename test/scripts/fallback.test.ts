import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasFallbackFor } from '../../scripts/runtime/fallback.ts';
import { fallbackEntryTarget } from '../../scripts/runtime/fallback-source.ts';
import { assertIntegrity, integrityOf } from '../../scripts/runtime/integrity.ts';
import { npmCommand } from '../../scripts/runtime/npm-pack.ts';
import { cacheFolder } from '../../scripts/runtime/paths.ts';
import { distVersion, executableIn, nodeApiOf } from '../../scripts/runtime/versions.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ballast-fallback-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('integrity', () => {
  // The value is what `printf ballast | openssl dgst -sha512 -binary | base64` prints.
  const sri =
    'sha512-tHmVW8awS0q1hIp4tYkGR7hxQLbQ7Zpm2CBLXsgpCozT7Z9Q8JdPtefq3yAJFwaKcD7u2o1i/oVREBhFL239KA==';

  it('is the sha512 in the form of a lock file', async () => {
    const file = join(folder, 'download.tgz');
    await writeFile(file, 'ballast');
    expect(await integrityOf(file)).toBe(sri);
    await expect(assertIntegrity(file, sri, 'a package')).resolves.toBeUndefined();
  });

  it('refuses a download of which one byte differs, naming both values', async () => {
    const file = join(folder, 'download.tgz');
    await writeFile(file, 'Ballast');
    await expect(assertIntegrity(file, sri, 'a package')).rejects.toThrow(
      /a package arrived damaged or altered/,
    );
    await expect(assertIntegrity(file, sri, 'a package')).rejects.toThrow(sri);
  });

  it('refuses a download that was cut short', async () => {
    const file = join(folder, 'download.tgz');
    await writeFile(file, 'ball');
    await expect(assertIntegrity(file, sri, 'a package')).rejects.toMatchObject({ exitCode: 69 });
  });
});

describe('fallbackEntryTarget', () => {
  it('keeps Electron and renames its executable', () => {
    expect(fallbackEntryTarget('Cypress/Cypress')).toBe('electron');
    expect(fallbackEntryTarget('Cypress/locales/en-GB.pak')).toBe('locales/en-GB.pak');
    expect(fallbackEntryTarget('Cypress/v8_context_snapshot.bin')).toBe('v8_context_snapshot.bin');
  });

  it('leaves out the other application, its snapshot, its update feed and bare folders', () => {
    expect(fallbackEntryTarget('Cypress/resources/app/index.js')).toBeUndefined();
    expect(fallbackEntryTarget('Cypress/resources/app-update.yml')).toBeUndefined();
    expect(fallbackEntryTarget('Cypress/browser_v8_context_snapshot.bin')).toBeUndefined();
    expect(fallbackEntryTarget('Cypress/resources/')).toBeUndefined();
    expect(fallbackEntryTarget('elsewhere/file')).toBeUndefined();
  });
});

describe('where things are', () => {
  it('offers the fallback on Linux x64 alone', () => {
    expect(hasFallbackFor('linux', 'x64')).toBe(true);
    expect(hasFallbackFor('linux', 'arm64')).toBe(false);
    expect(hasFallbackFor('darwin', 'x64')).toBe(false);
  });

  it('keeps runtimes in the XDG cache folder, ignoring a relative one', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache/me' }, '/home/me')).toBe('/var/cache/me/ballast');
    expect(cacheFolder({ XDG_CACHE_HOME: 'cache' }, '/home/me')).toBe('/home/me/.cache/ballast');
    expect(cacheFolder({}, '/home/me')).toBe('/home/me/.cache/ballast');
  });

  it('calls the npm that runs the script, else the one on the path', () => {
    const script = '/usr/lib/node_modules/npm/bin/npm-cli.js';
    expect(npmCommand({ npm_execpath: script })).toEqual([process.execPath, script]);
    expect(npmCommand({ npm_execpath: '/usr/bin/yarn.js' })).toHaveLength(1);
    expect(npmCommand({})).toHaveLength(1);
  });

  it('reads the version an unpacked Electron states, with or without a leading v', async () => {
    await writeFile(join(folder, 'version'), 'v33.2.1\n');
    expect(distVersion(folder)).toBe('33.2.1');
    expect(distVersion(join(folder, 'nowhere'))).toBeUndefined();
    expect(executableIn('/e', 'linux')).toBe('/e/electron');
    expect(executableIn('/e', 'darwin')).toBe('/e/Electron.app/Contents/MacOS/Electron');
  });

  it('knows which Electron offers Node-API 10', () => {
    expect(nodeApiOf('33.2.1')).toBe(9);
    expect(nodeApiOf('34.5.8')).toBe(9);
    expect(nodeApiOf('35.0.0')).toBe(10);
    expect(nodeApiOf('45.4.1')).toBe(10);
  });

  it('pins the electron package the plan asks for exactly', async () => {
    const text = await readFile(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
    const { devDependencies } = JSON.parse(text) as { devDependencies: Record<string, string> };
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
