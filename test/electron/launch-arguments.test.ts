import { describe, expect, it } from 'vitest';
import { parseLaunch } from '#electron/host/launch-arguments.ts';

const parse = (...args: string[]) => parseLaunch(args, false, '/home/pat');
const packaged = (...args: string[]) => parseLaunch(args, true, '/home/pat');

describe('launch arguments', () => {
  it('opens the workbench without any', () => {
    expect(parse('.')).toEqual({ kind: 'workbench', userData: null, workbook: null });
  });

  it('leaves the switches of Chromium and of the debugger alone', () => {
    expect(parse('--no-sandbox', '--inspect=0', '--remote-debugging-port=0', '/app')).toEqual({
      kind: 'workbench',
      userData: null,
      workbook: null,
    });
  });

  it('takes relative paths from where the person stands', () => {
    expect(parse('.', '--workbook', 'a.ballast', '--user-data=/data')).toEqual({
      kind: 'workbench',
      userData: '/data',
      workbook: '/home/pat/a.ballast',
    });
  });

  it('opens a workbook that the system hands over, unpackaged and packaged', () => {
    expect(parse('.', 'book.ballast')).toMatchObject({ workbook: '/home/pat/book.ballast' });
    expect(packaged('/x/Book.BALLAST')).toMatchObject({ workbook: '/x/Book.BALLAST' });
    expect(packaged('/x/picture.png')).toMatchObject({ workbook: null });
  });

  it('quotes a submission without a window', () => {
    expect(parse('.', '--quote', 's.json', '--out', 'o', '--paper', 'letter')).toEqual({
      kind: 'quote',
      submission: '/home/pat/s.json',
      out: '/home/pat/o',
      paper: 'letter',
      set: 'all',
      userData: null,
      workbook: null,
    });
    expect(parse('.', '--quote', 's.json')).toMatchObject({ out: '/home/pat', paper: 'a4' });
  });

  it('prints a report without a window', () => {
    expect(parse('.', '--report', 'r.json', '--to', 'r.pdf', '--paper', 'letter')).toEqual({
      kind: 'report',
      from: '/home/pat/r.json',
      to: '/home/pat/r.pdf',
      paper: 'letter',
      userData: null,
      workbook: null,
    });
    expect(parse('.', '--report', 'r.json')).toMatchObject({ kind: 'invalid' });
  });

  it('writes missing papers without a window', () => {
    expect(parse('.', '--papers', 'p', '--workbook', 'a.ballast')).toEqual({
      kind: 'papers',
      out: '/home/pat/p',
      userData: null,
      workbook: '/home/pat/a.ballast',
    });
  });

  it.each([
    [['.', '--papers', 'p', '--quote', 'x'], '--quote and --papers are two commands: give one of them.'],
    [['.', '--paper', 'a5', '--quote', 'x'], 'The option --paper is "a5"; it must be a4 or letter.'],
    [['.', '--quote'], 'The option --quote needs a value.'],
    [
      ['.', '--set', 'all-of-it', '--quote', 'x'],
      'The option --set is "all-of-it"; it must be broker, insurer or all.',
    ],
    [['.', '--workbook', '--quote', 'x'], 'The option --workbook needs a value.'],
    [['.', '--out='], 'The option --out needs a value.'],
  ])('says what is wrong with %j', (args, message) => {
    expect(parse(...args)).toEqual({ kind: 'invalid', message });
  });
});
