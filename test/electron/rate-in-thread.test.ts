import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Rate, rateHere, rateInThread } from '#electron/host/rate-in-thread.ts';
import { rateAlone, rateExplained, rateFully } from '#shared/underwriting/full-rating.ts';
import { example, model } from '#test/models/model-2026-2.ts';
import { cents } from '../support/branded.ts';

const script = resolve(import.meta.dirname, '../../electron/rating-thread.ts');
const noScript = resolve(import.meta.dirname, 'no-such-script.ts');
const input = { content: example, model, today: example.asOf, cleared: [] };
const own = rateFully(example, model, { today: example.asOf });
const [first] = example.terms.parts;
const other = {
  ...example,
  terms: { ...example.terms, parts: [{ ...first!, limitMinor: cents(first!.limitMinor + 100_000_00) }] },
};

/** Everything that a rating comes to. */
const whole = async ({ judgement, explanation }: ReturnType<Rate>) => ({
  judgement: await judgement,
  explanation: await explanation,
});
const alone = (content: typeof example) => {
  const { judgement, explain } = rateAlone(content, model);
  return { judgement, explanation: explain() };
};

describe('what is rated in a thread', () => {
  it('is rated to the digit as where it is asked, each content by its own', async () => {
    const rate = rateInThread(script, model);
    const [one, two] = await Promise.all([whole(rate(example)), whole(rate(other))]);
    expect(one).toEqual(alone(example));
    expect(two).toEqual(alone(other));
    expect(two.judgement.price).not.toEqual(one.judgement.price);
    const before = { judgement: one.judgement, explanation: Promise.resolve(one.explanation) };
    expect(await rateExplained(input, before)).toEqual(own);
  });

  it('is rated here where there is no thread, or it ends', async () => {
    const rate = rateInThread(noScript, model);
    const asked = [rate(example), rate(other)];
    const here = rateHere(model);
    expect(await Promise.all(asked.map(whole))).toEqual([alone(example), alone(other)]);
    expect(await whole(rate(example))).toEqual(await whole(here(example)));
  });
});

describe('what is known of a price', () => {
  const noParts = { ...example, terms: { ...example.terms, parts: [] } };

  it('is not waited for where there is none', async () => {
    const { judgement } = rateAlone(noParts, model);
    const never = new Promise<never>(() => undefined);
    expect(await rateExplained({ ...input, content: noParts }, { judgement, explanation: never })).toEqual(
      rateFully(noParts, model, { today: noParts.asOf }),
    );
  });

  it('need not hold its explanation, which is made then', async () => {
    const { judgement } = rateAlone(example, model);
    expect(await rateExplained(input, { judgement })).toEqual(own);
  });
});
