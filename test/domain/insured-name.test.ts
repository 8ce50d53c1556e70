import { expect, it } from 'vitest';
import { assessmentContentSchema } from '#shared/domain/assessment-content.ts';
import { insuredName } from '#shared/domain/insured-name.ts';

it('the cover is written in the name of the insured, else the legal name, else the name', () => {
  const named = (insured: string | null, legalName: string | null) =>
    insuredName(
      assessmentContentSchema.parse({
        subject: { name: 'Meridian Gate', type: 'cex', legalName },
        asOf: '2026-11-22',
        terms: { insured },
      }),
    );
  expect(named('Meridian Holdings', 'Meridian Gate Markets Ltd')).toBe('Meridian Holdings');
  expect(named(null, 'Meridian Gate Markets Ltd')).toBe('Meridian Gate Markets Ltd');
  expect(named(' ', '')).toBe('Meridian Gate');
});
