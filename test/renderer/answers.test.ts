import { describe, expect, it } from 'vitest';
import {
  answeredWithLevel,
  answeredWithNumber,
  answeredWithTick,
  withAnswer,
  withEvidence,
} from '#renderer/features/scoring/answer-edit.ts';
import { draftContent } from './content.ts';

describe('editing an answer', () => {
  const chosen = withAnswer(draftContent(), 'cu-quorum', answeredWithLevel('baseline'));

  it('starts as the applicant’s statement: proof is a second step', () => {
    expect(chosen.answers['cu-quorum']).toMatchObject({ level: 'baseline', evidence: 'asserted' });
  });
  it('keeps its proof when the level changes', () => {
    const verified = withAnswer(chosen, 'cu-quorum', withEvidence('verified'));
    expect(withAnswer(verified, 'cu-quorum', answeredWithLevel('strong')).answers['cu-quorum']).toMatchObject(
      {
        level: 'strong',
        evidence: 'verified',
      },
    );
  });
  it('"not provided" and "not applicable" take the answer away; nothing contradicts its state', () => {
    expect(
      withAnswer(chosen, 'cu-quorum', withEvidence('not-applicable')).answers['cu-quorum'],
    ).toMatchObject({
      level: null,
      evidence: 'not-applicable',
    });
    expect(withAnswer(chosen, 'cu-quorum', withEvidence('not-provided')).answers).toEqual({});
  });
  it('an emptied number is an open question again', () => {
    const given = withAnswer(draftContent(), 'cu-hot-ratio', answeredWithNumber(6));
    expect(given.answers['cu-hot-ratio']).toMatchObject({ value: 6, evidence: 'asserted' });
    expect(withAnswer(given, 'cu-hot-ratio', answeredWithNumber(null)).answers).toEqual({});
  });
  it('a tick on a question that did not apply asserts an answer, which then has no reason not to apply', () => {
    const aside = withAnswer(chosen, 'cu-quorum', (answer) => ({
      ...withEvidence('not-applicable')(answer),
      reason: 'No hot wallet',
    }));
    for (const tick of ['isUnchangedSinceReview', 'hasSocialisedLoss'] as const) {
      const ticked = withAnswer(aside, 'cu-quorum', answeredWithTick(tick, true)).answers['cu-quorum'];
      expect(ticked).toMatchObject({ evidence: 'asserted', reason: null, [tick]: true });
    }
  });
  it('no change is no edit', () => {
    expect(withAnswer(chosen, 'cu-quorum', answeredWithLevel('baseline'))).toBe(chosen);
  });
});
