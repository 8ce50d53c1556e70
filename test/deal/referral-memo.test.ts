import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { obstaclesTo, referralMemo } from '#shared/deal/write-memo.ts';
import { parseSubmission } from '#shared/domain/submission.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { model } from '#test/models/model-2026-2.ts';

const samples = resolve(import.meta.dirname, '../../resources/samples');

function memoOf(sample: string) {
  const parsed = parseSubmission(readFileSync(resolve(samples, `${sample}.json`), 'utf8'), model);
  if (!parsed.ok) throw new Error(parsed.failure.message);
  const content = parsed.value;
  const judgement = judge({ content, model, today: content.asOf, grid: 'draft' });
  return { judgement, memo: referralMemo(judgement, model, content.currency) };
}

describe('the memo of a referral', () => {
  it('says what was found, and not its rule once more', () => {
    for (const sample of ['weak-exchange', 'lending-protocol', 'bridge-with-past-loss']) {
      const { rules } = memoOf(sample).memo;
      expect(rules.length).toBeGreaterThan(0);
      for (const { label, found } of rules)
        expect(found.toLowerCase().startsWith(label.toLowerCase())).toBe(false);
    }
  });

  it('is of what somebody could approve: not of a subject that is knocked out', () => {
    const { judgement, memo } = memoOf('declined-yield-vault');
    expect(memo.rules.length).toBeGreaterThan(0);
    expect(obstaclesTo(judgement, memo).join(' ')).toContain('Knocked out');
    for (const sample of ['weak-exchange', 'lending-protocol']) {
      const of = memoOf(sample);
      expect(obstaclesTo(of.judgement, of.memo)).toEqual([]);
    }
  });
});
