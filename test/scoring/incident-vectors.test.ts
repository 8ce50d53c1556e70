import { describe, expect, it } from 'vitest';
import { incidentTestFigures } from '#shared/scoring/incident-test-case.ts';
import { agreesAsPrinted } from '#shared/underwriting/printed-figure.ts';
import { bundledModel } from '#test/models/bundled-model.ts';

const cases = bundledModel.testCases.filter((c) => c.kind === 'incident-pillar');

describe('incident vectors of the rating model', () => {
  it('are the eight of the factor catalogue', () => {
    expect(cases.map((c) => c.id)).toEqual([
      'clean-young-lending',
      'clean-old-lending',
      'large-cex-reimbursed',
      'large-cex-same-unfixed-not-whole',
      'lending-recovered',
      'bridge-slow-detect',
      'chronic-same-cause',
      'minor-hot-wallet-2y',
    ]);
  });

  it.each(cases)('$id', ({ input, expected }) => {
    const actual = incidentTestFigures(input, bundledModel);
    const agrees = (name: string, value: number | undefined, printed: number | undefined, decimals: number) =>
      expect(
        agreesAsPrinted(value, String(printed?.toFixed(decimals))),
        `${name}: ${value} against ${printed}`,
      ).toBe(true);
    agrees('pillar', actual.pillar, expected.pillar, 1);
    agrees('experience', actual.experience, expected.experience, 1);
    agrees('credibility', actual.credibility, expected.credibility, 3);
    agrees('load', actual.load, expected.load, 2);
    agrees('rate', actual.rate, expected.rate, 3);
    expect(actual.severities).toHaveLength(expected.severities.length);
    for (const [i, printed] of expected.severities.entries()) {
      agrees(`severity ${i}`, actual.severities[i], printed, 1);
    }
    expect(Object.keys(actual.factorScores).sort()).toEqual(Object.keys(expected.factorScores).sort());
    for (const [id, printed] of Object.entries(expected.factorScores)) {
      agrees(id, actual.factorScores[id], printed, 1);
    }
  });
});
