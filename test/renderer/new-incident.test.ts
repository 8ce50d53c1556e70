import { describe, expect, it } from 'vitest';
import { newIncident } from '#renderer/editor/draft/incident-edit.ts';
import type { Incident } from '#shared/domain/assessment-content.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { bundledModel } from '#test/models/bundled-model.ts';
import { example, model } from '#test/models/model-2026-2.ts';
import { judged } from '#test/underwriting/judged.ts';
import { cents } from '../support/branded.ts';

const withIncident = (incident: Incident) => ({ ...example, incidents: [...example.incidents, incident] });

describe('an incident that was just added', () => {
  it('is not known in any of its figures, and is no better than one with a known loss', () => {
    const incident = newIncident(example, model);
    expect(incident).toMatchObject({
      lossMinor: null,
      recoveredMinor: null,
      assetsAtTimeMinor: null,
      usersMadeWholePercent: null,
    });
    const unknown = scoreAssessment(withIncident(incident), model).overall;
    expect(unknown).toBeLessThan(scoreAssessment(example, model).overall);
    for (const lossMinor of [0, 1_000_000_00, 5_000_000_00]) {
      const known = { ...incident, lossMinor: cents(lossMinor) };
      expect(scoreAssessment(withIncident(known), model).overall).toBeGreaterThanOrEqual(unknown);
    }
  });

  it('is told as what is not known, with the field to go to', () => {
    const { missing } = judged(withIncident(newIncident(example, model)), { model });
    const told = missing.find(({ id }) => id.startsWith('unknown:'));
    expect(told?.field).toBe('incidents.1.lossMinor');
    expect(told?.message.replaceAll('\u00a0', ' ')).toBe(
      'The loss, recovery, amount of assets at the time, share of users made whole and time of disclosure of the incident on 22 Nov 2026 are not known and count at worst.',
    );
  });

  it('starts from nothing lost under a model without a rule for what is not known', () => {
    expect(newIncident(example, bundledModel)).toMatchObject({ lossMinor: 0, assetsAtTimeMinor: 1 });
  });
});
