import { describe, expect, it } from 'vitest';
import { saysSomething } from '#shared/domain/says-something.ts';

describe('what stands in the place of words to come', () => {
  it.each([
    ...[
      '',
      '  ',
      '-',
      '…',
      '?!',
      null,
      undefined,
      'TBC',
      't.b.c.',
      'T B C',
      'ＴＢＡ',
      'n/a',
      'N.A.',
      'xxx',
      'None',
    ],
    ...[
      'to follow',
      'Not known yet',
      'see above',
      'N/A at present',
      'as agreed',
      'to be confirmed by broker',
    ],
    ...[
      'TBC by the insured in due course',
      'not-provided',
      'To be advised separately',
      'not yet agreed with the broker',
    ],
    ...[
      'Information to follow from the client',
      'if available',
      '[insert]',
      '<name>',
      'See slip',
      'Client to confirm',
      'as expiring',
      'yyy',
      'N/K',
      'pending',
      'not applicable',
    ],
  ])('%j says nothing', (text) => {
    expect(saysSomething(text)).toBe(false);
  });

  it.each([
    ...[
      'England and Wales',
      'Agreed with the broker',
      'See Tickets Limited',
      'Nil Desperandum AG',
      'Pending Systems Ltd',
    ],
    ...[
      'no hot wallet is used',
      'as per LMA 3100',
      'see report of 3 May 2026',
      'None of the keys is online',
      '东京',
      'مالطا',
    ],
    ...['X', 'A', 'The insured', 'the broker', 'Follow the money: 30 days after inception'],
  ])('%j says something', (text) => {
    expect(saysSomething(text)).toBe(true);
  });
});
