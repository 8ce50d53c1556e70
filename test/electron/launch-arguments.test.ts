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

  it('signs papers by one of two ways, and reopens a worksheet into a workbook', () => {
    expect(parse('.', '--quote', 's.json', '--sign', 'profile')).toMatchObject({ signing: 'profile' });
    expect(parse('.', '--quote', 's.json', '--pkcs12', 'k.p12')).toMatchObject({
      signing: { pkcs12: '/home/pat/k.p12' },
    });
    for (const wrong of [
      ['--sign', 'somebody'],
      ['--sign', 'profile', '--pkcs12', 'k.p12'],
    ])
      expect(parse('.', '--quote', 's.json', ...wrong).kind).toBe('invalid');
    const decide = (kind: string) =>
      parse('.', '--decide', kind, '--case', 'C', '--as', 'A', '--pkcs12', 'k.p12');
    expect(decide('issue')).toMatchObject({ signing: { pkcs12: '/home/pat/k.p12' } });
    expect(decide('approve')).toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('sign the papers of --decide issue'),
    });
    expect(parse('.', '--verify', 'w.pdf', '--reopen-into', 'b.ballast')).toMatchObject({
      kind: 'verify',
      files: ['/home/pat/w.pdf'],
      reopenInto: '/home/pat/b.ballast',
    });
  });

  it('takes what a decline letter says, and names the option that is wrong', () => {
    const declined = (...more: readonly string[]) => parse('.', '--quote', 's.json', ...more);
    const letter = ['--own-reason', 'We are full.', '--look-again', 'A review', '--look-again', 'An audit'];
    expect(declined('--decline', 'grade,terms', ...letter, '--look-again-by', '2027-03-01')).toMatchObject({
      decline: {
        reasons: ['grade', 'terms'],
        ownReason: 'We are full.',
        lookAgain: ['A review', 'An audit'],
        by: '2027-03-01',
        documents: 'kept',
      },
    });
    expect(declined('--decline', 'grade')).toMatchObject({
      decline: { reasons: ['grade'], ownReason: null, lookAgain: [], by: null },
    });
    expect('decline' in declined()).toBe(false);
    for (const [options, name] of [
      [['--decline', 'a,b,c,d'], '--decline takes at most 3'],
      [['--decline', 'grade', '--own-reason', 'x'.repeat(601)], '--own-reason takes at most 600'],
      [
        ['--decline', 'grade', ...Array.from({ length: 7 }, () => ['--look-again', 'x']).flat()],
        '--look-again may',
      ],
      [['--decline', 'grade', '--look-again-by', '2027-02-30'], '--look-again-by must be a calendar date'],
      [['--decline', 'grade', '--look-again', '--own-reason', 'x'], '--look-again needs a value'],
      [['--look-again', 'A review'], '--look-again belongs to --decline'],
      [['--look-again-by', '2027-03-01'], '--look-again-by belongs to --decline'],
      [['--own-reason', 'We are full.'], '--own-reason belongs to --decline'],
    ] as const)
      expect(declined(...options)).toMatchObject({ kind: 'invalid', message: expect.stringContaining(name) });
  });

  it('quotes a submission without a window', () => {
    expect(parse('.', '--quote', 's.json', '--out', 'o', '--paper', 'letter')).toEqual({
      kind: 'quote',
      submission: '/home/pat/s.json',
      out: '/home/pat/o',
      paper: 'letter',
      set: 'all',
      signing: null,
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
