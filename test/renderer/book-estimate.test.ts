import { describe, expect, it } from 'vitest';
import { bookEstimates } from '#renderer/features/portfolio/book-estimate.ts';
import { bookLine } from '#renderer/features/portfolio/book-line.ts';
import { sampleOrder } from '#renderer/features/portfolio/sample-order.ts';
import { cents } from '../support/branded.ts';
import { BASIS, entry, result } from './book-entries.ts';

const COUNT = 1000;
const entries = Array.from({ length: COUNT }, (_, i) =>
  // Premiums from 25 thousand to 2.5 million, listed from small to large.
  entry(i, { quotedMinor: cents(Math.round(2_500_000 * 100 ** (i / COUNT))) }),
);

/** Small premiums rise more than large ones: what stands first in the list says little about the rest. */
const nowOf = (issuedMinor: number) =>
  cents(Math.round(issuedMinor * (1.6 - issuedMinor / 1e9 + 0.1 * Math.sin(issuedMinor))));

const lineOf = (listed: (typeof entries)[number]) =>
  bookLine(
    listed,
    {
      kind: 'repriced',
      isAsIssued: true,
      result: result({ quotedMinor: nowOf(listed.issued!.quotedMinor) }),
    },
    BASIS,
  );

const ordered = sampleOrder(entries).map(lineOf);
const { currency } = entries[0]!;
const sum = (of: (issuedMinor: number) => number) =>
  entries.reduce((total, { issued }) => total + of(issued!.quotedMinor), 0);
const truth = 100 * (sum(nowOf) / sum((minor) => minor) - 1);

describe('the order in which a book is re-priced', () => {
  it('draws a large issued book at random, always the same, and leaves a small one and drafts as listed', () => {
    const drafts = [entry(COUNT), entry(COUNT + 1)];
    const order = sampleOrder([...entries, ...drafts]);
    expect(order.slice(COUNT)).toEqual(drafts);
    expect(new Set(order).size).toBe(COUNT + 2);
    expect(order).toEqual(sampleOrder([...entries, ...drafts]));
    expect(order.slice(0, COUNT)).not.toEqual(entries);
    const few = [drafts[0]!, ...entries.slice(0, 20)];
    expect(sampleOrder(few)).toEqual([...entries.slice(0, 20), drafts[0]]);
  });
});

describe('the first answer of a run', () => {
  it.each([50, 60, 120, 500])('states an error that holds, after %i of 1,000', (compared) => {
    const [estimate, ...others] = bookEstimates(ordered.slice(0, compared), { [currency]: COUNT });
    expect(others).toEqual([]);
    expect(estimate).toMatchObject({ currency, compared, issued: COUNT });
    expect(Math.abs(estimate!.changePercent - truth)).toBeLessThan(estimate!.pointsEitherWay);
    expect(estimate!.pointsEitherWay).toBeLessThan(20);
  });

  it('holds in about 19 of 20 of all samples of fifty', () => {
    // Every line with a stride that is prime to the count: 400 samples of the same book.
    const samples = Array.from({ length: 400 }, (_, i) =>
      Array.from({ length: 50 }, (_unused, j) => ordered[(i * 7 + j * (2 * i + 3)) % COUNT]!),
    ).filter((lines) => new Set(lines).size === 50);
    expect(samples.length).toBeGreaterThan(300);
    const held = samples.filter((lines) => {
      const { changePercent, pointsEitherWay } = bookEstimates(lines, { [currency]: COUNT })[0]!;
      return Math.abs(changePercent - truth) <= pointsEitherWay;
    });
    expect(held.length / samples.length).toBeGreaterThan(0.9);
  });

  it('says nothing of too few, of a book that is done, and where nothing changed', () => {
    const of = { [currency]: COUNT };
    expect(bookEstimates(ordered.slice(0, 49), of)).toEqual([]);
    expect(bookEstimates(ordered, of)).toEqual([]);
    const same = entries
      .slice(0, 50)
      .map((listed) =>
        bookLine(
          listed,
          { kind: 'repriced', isAsIssued: true, result: result({ quotedMinor: listed.issued!.quotedMinor }) },
          BASIS,
        ),
      );
    expect(bookEstimates(same, of)).toEqual([]);
  });
});
