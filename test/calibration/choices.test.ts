import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Calibration } from '#shared/calibration/calibrate.ts';
import type { WeighedChoice } from '#shared/calibration/checks/weighed-choices.ts';
import { choicesReading } from '#shared/calibration/report/choices-section.ts';
import { calibrationMarkdown } from '#shared/calibration/report/report-markdown.ts';
import type { Library } from '#shared/library/read-library.ts';
import { day } from '../support/branded.ts';
import { calibrated, libraryOf, packTexts, recipe } from './library.ts';

const library = libraryOf(packTexts('pack-1'));

/** Pack 1 without the years after 2024, and one total loss of a great exchange more. */
function another(): Library {
  const kept = library.incidents.filter(({ date }) => date < '2025');
  const [first] = kept;
  if (first === undefined) throw new Error('the library has rows');
  const more = {
    ...first,
    id: 'z',
    date: day('2024-05-01'),
    gross_loss_usd: 5e8,
    confidence: 'high' as const,
  };
  const incidents = [...kept, more];
  const ids = new Set(incidents.map(({ id }) => id));
  return { ...library, incidents, lossShares: library.lossShares.filter(({ id }) => ids.has(id)) };
}

describe('what was chosen and what it beat, on the library at hand', () => {
  let own: Calibration;
  let other: Calibration;
  beforeAll(() => {
    own = calibrated(library);
    other = calibrated(another());
  }, 120_000);

  const find = (start: string, against: string, measure: string): WeighedChoice => {
    const found = own.checks.choices.find(
      (one) => one.decision.startsWith(start) && one.other === against && one.measure === measure,
    );
    if (found === undefined) throw new Error(`${start}, ${against}, ${measure} was not weighed`);
    return found;
  };

  it('says of size in the law of protocols what the specification prints', () => {
    const { chosenScore, otherScore, pValue } = find(
      'Law of the share: protocols',
      'the same without size',
      'log-likelihood',
    );
    expect([chosenScore, otherScore]).toEqual([expect.closeTo(-10.0866, 4), expect.closeTo(-16.9751, 4)]);
    // Chi-square of 13.777 on one degree of freedom.
    expect(pValue).toBeCloseTo(0.000206, 6);
  });

  it('hides no law that does better', () => {
    const inflated = find(
      'Law of the share: exchanges and custodians, share of all assets',
      'one-inflated beta, precision fixed, size',
      'AIC',
    );
    expect(inflated.gain).toBeCloseTo(-4.02, 2);
    expect(inflated.remark).toContain('a layer may get safer as the subject grows');
    expect(inflated.remark).toContain('rests on 2 of 20 losses');
    for (const { isOfModel, scores } of own.checks.laws) {
      if (!isOfModel) continue;
      const best = scores.toSorted((a, b) => a.aic - b.aic)[0]!;
      const text = calibrationMarkdown(own, recipe);
      expect(text).toContain(best.law);
    }
  });

  it('takes a law for rising with size as far as its slope lets it', () => {
    const rises = Object.fromEntries(
      own.checks.laws[0]!.scores.map(({ law, risesWithSize }) => [law, risesWithSize]),
    );
    expect(rises['beta, alpha fixed, size']).toBe(true);
    expect(rises['beta, precision fixed, size']).toBe(false);
    expect(Object.entries(rises).filter(([law, is]) => law.includes('size-free') && !is)).toEqual([]);
  });

  it('weighs elasticity, forgetting and types with the figures of the fits', () => {
    expect(find('Frequency with size: exchanges', 'none', 'log-likelihood').gain).toBeCloseTo(1.6, 2);
    const plain = find('Forgetting: protocols', 'half-life none, exponent 1', 'deviance');
    expect([plain.chosenScore, plain.otherScore]).toEqual([
      expect.closeTo(23.0, 2),
      expect.closeTo(175.5, 2),
    ]);
    // 2 x (sum n ln n by column and type - by type - by column + all) from the table of 11.6.
    const n = [
      [40, 15, 35, 2, 9, 8, 38],
      [6, 19, 40, 0, 7, 8, 0],
    ];
    const xlnx = (x: number) => (x > 0 ? x * Math.log(x) : 0);
    const total = (row: readonly number[]) => row.reduce((sum, x) => sum + x, 0);
    const both = n[0]!.map((x, i) => x + n[1]![i]!);
    const expected =
      total(n.flat().map(xlnx)) -
      total(both.map(xlnx)) -
      total(n.map((row) => xlnx(total(row)))) +
      xlnx(total(both));
    expect(find('Types: contracts', 'one relativity for both', 'log-likelihood').gain).toBeCloseTo(
      expected,
      9,
    );
  });

  it('is summed up in the README in the very sentence that the calibration prints', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8').replaceAll(/\s+/g, ' ');
    const sentence = choicesReading(own.checks.choices);
    expect(calibrationMarkdown(own, recipe)).toContain(sentence);
    expect(readme).toContain(sentence);
  });

  it('gives no figure of one library for another', () => {
    expect(other.checks.choices.length).toBeGreaterThan(20);
    const text = (of: Calibration) => calibrationMarkdown(of, recipe);
    const limits = (of: Calibration) =>
      text(of).split('## What the data cannot carry')[1]!.split('\n- ').slice(1);
    const [mine, theirs] = [limits(own), limits(other)];
    expect(mine).toHaveLength(10);
    const same = mine.filter((line) => theirs.includes(line));
    // One alone is a fact of every library: it has no column for a score.
    expect(same).toEqual([expect.stringContaining('no answer to a question of the form')]);
    expect(mine.join('\n')).toContain('2021 56 of 350, 2022 54 of 740, 2023 39 of 865');
    expect(mine.join('\n')).toContain('holds 2\u00a0losses of USD 0.1m to 1m beside 66 larger ones');
    expect(mine.join('\n')).toContain('chi-square 14.5 on 4, p 0.0058');
  });

  it('says of the backtest that the recipe was made on pack 1, and what has come since', () => {
    expect(calibrationMarkdown(own, recipe)).toMatch(
      /The recipe was made on pack-1 with losses to 1\sOct\s2026, /,
    );
    expect(own.checks.record.after).toBe(0);
    const [first] = library.incidents;
    const later = calibrated({
      ...library,
      incidents: [
        ...library.incidents,
        {
          ...first!,
          id: 'z',
          date: day('2026-10-20'),
          confidence: 'high' as const,
          cause: 'insider' as const,
          subject_type: 'exchange' as const,
          gross_loss_usd: 2e6,
        },
      ],
    });
    expect(later.checks.record.after).toBe(1);
    expect(calibrationMarkdown(later, recipe)).toContain(
      'holds 1\u00a0loss that counts after that day: of those alone the recipe knew nothing.',
    );
  }, 60_000);
});
