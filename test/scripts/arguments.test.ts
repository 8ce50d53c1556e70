import { describe, expect, it } from 'vitest';
import { callerFolder, joinArguments, splitArguments } from '../../scripts/arguments/caller-paths.ts';
import { quoteArguments } from '../../scripts/arguments/quote-arguments.ts';
import { electronEnvironment, electronFlags } from '../../scripts/electron.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';

const quote = (...args: readonly string[]): readonly string[] => quoteArguments(args, '/home/me').args;

describe('quoteArguments', () => {
  it('quotes the bundled sample into ./quotes when nothing is named', () => {
    expect(quote()).toEqual([
      ...['--quote', currentSample('well-run-exchange.json')],
      ...['--workbook', '/home/me/quotes/quotes.ballast'],
      ...['--out', '/home/me/quotes'],
    ]);
  });

  it('takes the first word as the submission, relative to where the caller stands', () => {
    expect(quote('in/exchange.json').slice(0, 2)).toEqual(['--quote', '/home/me/in/exchange.json']);
    expect(quote('/srv/exchange.json').slice(0, 2)).toEqual(['--quote', '/srv/exchange.json']);
  });

  it('finds the submission behind flags that take a value', () => {
    const args = quote('--paper', 'letter', '--out=../desk', 'exchange.json');
    expect(args).toEqual([
      ...['--quote', '/home/me/exchange.json'],
      ...['--workbook', '/home/me/quotes/quotes.ballast'],
      ...['--paper', 'letter', '--out', '/home/desk'],
    ]);
  });

  it('writes missing papers instead of quoting', () => {
    expect(quoteArguments(['--papers', 'desk'], '/home/me')).toEqual({
      submission: null,
      args: ['--workbook', '/home/me/quotes/quotes.ballast', '--papers', '/home/me/desk'],
    });
    expect(() => quote('a.json', '--papers', 'desk')).toThrow(/“a\.json” is one too many/);
  });

  it('refuses a mistyped option and a second file, and says which options there are', () => {
    expect(() => quote('a.json', '--papr', 'letter')).toThrow(/no option --papr.*--paper/);
    expect(() => quote('a.json', 'b.json')).toThrow(/“b\.json” is one too many/);
    expect(() => quote('--quote', 'a.json', 'b.json')).toThrow(/“b\.json”/);
  });

  it('accepts the application’s own flag for the submission', () => {
    const args = quote('--quote', 'a.json', '--user-data', 'profile');
    expect(args.slice(0, 2)).toEqual(['--quote', '/home/me/a.json']);
    expect(args.slice(-2)).toEqual(['--user-data', '/home/me/profile']);
    expect(args.filter((arg) => arg === '--quote')).toHaveLength(1);
  });

  it('leaves a flag without its value for the application to refuse', () => {
    expect(quote('a.json', '--workbook').at(-1)).toBe('--workbook');
  });
});

describe('caller paths', () => {
  it('are taken from where npm was called', () => {
    expect(callerFolder({ INIT_CWD: '/home/me' }, '/app')).toBe('/home/me');
    expect(callerFolder({}, '/app')).toBe('/app');
  });

  it('touch only the flags that name a path', () => {
    const split = splitArguments(
      ['--workbook', 'a.ballast', '--paper', 'a4', 'b'],
      ['--workbook', '--paper'],
    );
    expect(joinArguments(split, ['--workbook'], '/x')).toEqual([
      '--workbook',
      '/x/a.ballast',
      '--paper',
      'a4',
      'b',
    ]);
  });
});

describe('Electron’s own flags and environment', () => {
  it('give up the sandbox for root on Linux alone', () => {
    expect(electronFlags('linux', 0)).toEqual(['--no-sandbox']);
    expect(electronFlags('linux', 1000)).toEqual([]);
    expect(electronFlags('darwin', 0)).toEqual([]);
  });

  it('never run Electron as plain Node', () => {
    const env = { HOME: '/root', LANG: 'de_DE' };
    expect(electronEnvironment({ ELECTRON_RUN_AS_NODE: '1', ...env })).toEqual(env);
  });

  it('have a language whose letters are all of them, where none is named', () => {
    expect(electronEnvironment({ HOME: '/root' })).toEqual({ HOME: '/root', LANG: 'C.UTF-8' });
    expect(electronEnvironment({ LC_ALL: 'C' })).toEqual({ LC_ALL: 'C' });
  });
});
