import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSubmission } from '#shared/domain/submission.ts';
import { example, model } from '#test/models/model-2026-2.ts';
import { judged } from '#test/underwriting/judged.ts';
import { currentSample } from '../../scripts/samples/current-sample.ts';
import { day } from '../support/branded.ts';

const NAME = 'well-run-exchange.json';

describe('the bundled sample as of today', () => {
  it('is the file itself while it is fresh', () => {
    expect(currentSample(NAME, day('2026-11-29'))).toMatch(
      /resources[\\/]samples[\\/]well-run-exchange\.json$/,
    );
  });

  it.each(['2027-06-15', '2029-02-28', '2040-12-31'])('is quoted on %s at the same price', (today) => {
    const path = currentSample(NAME, day(today));
    expect(basename(path)).toBe(NAME);
    const content = parseSubmission(readFileSync(path, 'utf8'), model, day(today));
    if (!content.ok) throw new Error(content.failure.message);
    const { decision, price } = judged(content.value, { model, today: day(today), grid: 'full' });
    expect(decision).toEqual({ kind: 'quote', reasons: [] });
    const then = judged(example, { model, grid: 'full' }).price;
    expect(price.ok && price.value.quotedMinor).toBe(then.ok && then.value.quotedMinor);
  });
});
