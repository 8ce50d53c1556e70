import { type AssessmentContent, assessmentContentSchema } from '#shared/domain/assessment-content.ts';

/** A small draft: enough for the window's own logic. */
export const draftContent = (change: Record<string, unknown> = {}): AssessmentContent =>
  assessmentContentSchema.parse({
    subject: { name: 'Harbour Exchange', type: 'cex', liveSince: '2018-05-14' },
    asOf: '2026-11-22',
    ...change,
  });
