import { describe, expect, it } from 'vitest';
import { spelledOutLabel, spellOutAnswers } from '#shared/quote/spell-out-answers.ts';
import { scoreAssessment } from '#shared/scoring/score-assessment.ts';
import { exampleContent, model } from '#test/print/worked-example.ts';

const levelsOf = (factorId: string) => {
  const factor = model.factors.find(({ id }) => id === factorId);
  if (factor?.kind !== 'ordinal') throw new Error(`${factorId} has no levels`);
  return factor.levels;
};

describe('a level that leans on the one above', () => {
  it('is printed together with it', () => {
    expect(spelledOutLabel(levelsOf('cu-withdrawal-controls'), 'capped')).toBe(
      'Policy engine: allow-list cooling-off, velocity caps, hardware MFA, IP limits; plus on-chain caps or delay that survive key compromise',
    );
    expect(spelledOutLabel(levelsOf('cu-key-environment'), 'offline')).toBe(
      'Threshold signing in hardware with independently verified operator diversity, online, plus offline FIPS 3+ vault tier for reserves',
    );
  });

  it('is followed down to the first that stands for itself', () => {
    expect(spelledOutLabel(levelsOf('cu-backup-recovery'), 'drilled')).toBe(
      'Backups for a full quorum, separate site, tamper-evident; encrypted to at least primary strength, dual control; restored successfully within 12 months',
    );
  });

  it('is left alone where there is nothing above, and no level of the model leans on after', () => {
    expect(spelledOutLabel([{ key: 'a', label: 'As above, twice' }], 'a')).toBe('As above, twice');
    expect(spelledOutLabel([], 'gone')).toBe('gone');
    for (const factor of model.factors)
      if (factor.kind === 'ordinal')
        for (const { key, label } of factor.levels) {
          const words = spelledOutLabel(factor.levels, key);
          expect(words).not.toMatch(/as above/i);
          if (!/^as above/i.test(label)) expect(words).toBe(label);
        }
  });
});

describe('spellOutAnswers', () => {
  const given = exampleContent.answers['cu-withdrawal-controls'];
  if (given === undefined) throw new Error('the example answers on withdrawal controls');
  const answers = { ...exampleContent.answers, 'cu-withdrawal-controls': { ...given, level: 'capped' } };
  const score = scoreAssessment({ ...exampleContent, answers }, model);
  const answerOf = (of: typeof score) =>
    of.pillars.custody.factors.find(({ factorId }) => factorId === 'cu-withdrawal-controls');

  it('changes words and no figure', () => {
    const spelled = spellOutAnswers(score, model);
    expect(answerOf(score)?.answerText).toMatch(/^As above/);
    expect(answerOf(spelled)).toEqual({
      ...answerOf(score),
      answerText: spelledOutLabel(levelsOf('cu-withdrawal-controls'), 'capped'),
    });
    const wordless = (of: typeof score) =>
      JSON.stringify(of, (key, value: unknown) => (key === 'answerText' ? null : value));
    expect(wordless(spelled)).toBe(wordless(score));
  });
});
