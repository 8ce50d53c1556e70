import { describe, expect, it } from 'vitest';
import { coverSchedule } from '#shared/deal/papers/cover-schedule.ts';
import { exampleDocument, fullContent } from '../print/example-documents.ts';
import { day } from '../support/branded.ts';

const written = exampleDocument({
  content: {
    ...fullContent,
    terms: { ...fullContent.terms, line: { orderPercent: 100, writtenPercent: 35, role: 'lead' } },
  },
});
const boundAt = (signedLinePercent: number | null) =>
  coverSchedule({
    document: written,
    isDraft: false,
    preparedAt: '2026-11-28T10:00:00.000Z',
    preparedBy: 'Hope Reed',
    binding: {
      boundAt: '2026-11-28T10:00:00.000Z',
      boundBy: 'Hope Reed',
      acceptedBy: 'The broker',
      acceptedOn: day('2026-11-28'),
      how: 'by e-mail',
      option: 'A',
      signedLinePercent,
      paperSha256: 'f'.repeat(64),
    },
    subjectivities: [],
  }).quotation;

describe('the schedule of a cover', () => {
  it('has our line as it was signed, and what it comes to; as written where none was signed down', () => {
    const [signed, whole] = [boundAt(30), boundAt(null)];
    expect(signed.line?.writtenPercent).toBe(30);
    expect(whole.line?.writtenPercent).toBe(35);
    expect(signed.premium?.wholeMinor).toBe(whole.premium?.wholeMinor);
    expect(signed.premium?.oursMinor).toBe(Math.round(((whole.premium?.wholeMinor ?? 0) * 30) / 100));
    expect(whole.premium?.oursMinor).toBe(Math.round(((whole.premium?.wholeMinor ?? 0) * 35) / 100));
  });
});
