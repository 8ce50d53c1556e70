import { describe, expect, it } from 'vitest';
import { shownText } from '#renderer/charts/chart-view.ts';
import { curvePoints, exceedanceMarks, exceedanceView, RAREST } from '#renderer/charts/exceedance-view.ts';
import { layers, layerView, layerWords } from '#renderer/charts/layer-view.ts';
import { placedSteps, premiumBridgeView } from '#renderer/charts/premium-bridge-view.ts';
import { placedLines, premiumBuildUpView } from '#renderer/charts/premium-build-up-view.ts';
import { rankedEffects, tornadoView } from '#renderer/charts/tornado-view.ts';
import { placeMarks } from '#renderer/charts/vertical-marks.tsx';
import { estimateWidth } from '#renderer/charts/wrap-text.ts';
import { modelWords } from '#shared/domain/model-words.ts';
import type { FactorEffect } from '#shared/pricing/price-result.ts';
import { bridgeOf, exampleContent, model, priceOf } from '../print/worked-example.ts';
import { cents } from '../support/branded.ts';

const words = modelWords(model);
const price = priceOf(exampleContent);
const bridge = bridgeOf(exampleContent);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('premium build-up', () => {
  it('is a waterfall whose totals are the sums of their lines', () => {
    const placed = placedLines(price);
    expect(placed.every(({ span }) => span.differenceMinor === 0)).toBe(true);
    expect(placed[0]?.span.fromMinor).toBe(0);
    expect(placed.at(-1)?.line.id).toBe('quoted-premium');
    expect(placed.at(-1)?.span).toMatchObject({
      fromMinor: cents(0),
      toMinor: cents(189_260_000),
      direction: 'total',
    });
  });

  it('draws no line of nothing and keeps every line in the table', () => {
    expect(placedLines(price).map(({ line }) => line.id)).not.toContain('entered-rate-parts');
    expect(premiumBuildUpView(price, 'USD').table.rows).toHaveLength(price.buildUp.length);
  });

  it('names the largest part and the premium', () => {
    const view = premiumBuildUpView(price, 'USD');
    expect(view.title).toBe('Expected loss makes about a third of the technical premium');
    expect(plain(view.summary)).toContain('the quoted premium USD 1,892,600.00');
  });
});

describe('exceedance', () => {
  it('says how often a loss comes and what a rare one costs', () => {
    expect(plain(exceedanceView(price, 'USD').title)).toBe(
      'A 3.68% chance of a loss in the period; a 1% chance of USD 25.0m or more',
    );
    const lossless = { ...price, loss: { ...price.loss, probabilityAnyLoss: 0 } };
    expect(exceedanceView(lossless, 'USD').title).toBe('No loss reaches the layers');
  });

  it('draws only what log axes can hold, ascending and ending on the floor', () => {
    const points = curvePoints(price);
    expect(points.length).toBeGreaterThan(200);
    expect(points.every((point) => point.loss > 0)).toBe(true);
    const losses = points.map((point) => point.loss);
    expect(losses).toEqual(losses.toSorted((a, b) => a - b));
    const aggregate = points.flatMap((point) => point.aggregate ?? []);
    expect(aggregate.at(-1)).toBe(RAREST);
    expect(aggregate).toEqual(aggregate.toSorted((a, b) => b - a));
  });

  it('marks the span of retentions, the shared limit and the maximum payable', () => {
    expect(exceedanceMarks(price)).toEqual([
      { value: 100_000, label: 'Lowest retention', kind: 'retention' },
      { value: 1_250_000, label: 'Highest retention', kind: 'retention' },
      { value: 25_000_000, label: 'Shared limit', kind: 'limit' },
      { value: 86_000_000, label: 'Maximum payable', kind: 'limit' },
    ]);
  });

  it('gives labels rows so that none overlaps another', () => {
    const at = (value: number) => 50 + 100 * Math.log10(value / 1e4);
    const room = { left: 50, right: 450, fontSize: 12, currency: 'USD' };
    const placed = placeMarks(exceedanceMarks(price), at, room);
    expect(placed.map(({ text }) => plain(text))).toContain('Shared limit USD 25.0m');
    const spans = placed.map(({ text, level, anchor, x }) => {
      const length = estimateWidth(text, 12);
      return { level, from: anchor === 'start' ? x : x - length, to: anchor === 'start' ? x + length : x };
    });
    spans.forEach((one, index) => {
      expect(one.to).toBeLessThanOrEqual(room.right);
      for (const other of spans.slice(index + 1))
        if (one.level === other.level) expect(one.to <= other.from || other.to <= one.from).toBe(true);
    });
  });

  it('marks nothing outside the plot', () => {
    const at = (value: number) => (value === 100_000 ? -20 : 200);
    const placed = placeMarks(exceedanceMarks(price), at, {
      left: 0,
      right: 400,
      fontSize: 12,
      currency: 'USD',
    });
    expect(placed).toHaveLength(3);
  });

  it('says where both curves run as one line, and only there', () => {
    const subtitleWith = (share: number) => {
      const returnLosses = price.loss.returnLosses.map((row) => ({
        ...row,
        occurrence: row.aggregate * share,
      }));
      return exceedanceView({ ...price, loss: { ...price.loss, returnLosses } }, 'USD').subtitle;
    };
    expect(subtitleWith(1)).toContain('the two curves run as one line');
    expect(subtitleWith(0.9)).not.toContain('as one line');
  });

  it('labels both kinds of return period in the table', () => {
    const { table } = exceedanceView(price, 'USD');
    expect(table.columns.map((column) => column.label)).toEqual([
      'Return period, 1 in',
      'Aggregate (AEP), USD',
      'Occurrence (OEP), USD',
    ]);
    expect(table.rows.at(-1)?.map(shownText)[0]).toBe('1,000');
  });
});

describe('layers', () => {
  it('compares each limit with the value exposed', () => {
    const all = layers(price);
    expect(all.map(layerWords)).toEqual([
      '25.0m xs 1.25m',
      '25.0m xs 1.25m',
      '1.00m xs 100k',
      '60.0m xs 600k',
    ]);
    expect(all[0]?.reachedShare).toBeCloseTo(25 / 120, 12);
    expect(layerView(price, 'USD').title).toBe('The layers take 0.8% to 20.8% of the exposed values');
  });

  it('does not count a layer that no loss can reach', () => {
    const [part] = price.parts;
    const above = { ...price, parts: [{ ...part!, retentionMinor: cents(13_000_000_000) }] };
    expect(layers(above)[0]?.reachedShare).toBe(0);
    expect(layerView(above, 'USD').title).toBe('The layer takes 0.0% of the exposed value');
    expect(layerView({ ...price, parts: [] }, 'USD').title).toBe(
      'No part has a loss model, so no layer is drawn',
    );
  });
});

describe('premium bridge', () => {
  it('leads from the class average to the technical premium', () => {
    const placed = placedSteps(bridge);
    expect(placed.every(({ span }) => span.differenceMinor === 0)).toBe(true);
    expect(placed.at(-1)?.span.toMinor).toBe(price.technicalMinor);
    expect(plain(premiumBridgeView(bridge, 'USD').title)).toBe(
      'Custody takes USD 543k off the class-average premium',
    );
  });
});

describe('tornado', () => {
  const effect = (factorId: string, effectMinor: number): FactorEffect => ({
    factorId,
    label: factorId,
    pillar: 'custody',
    technicalAtBestMinor: cents(100_000_000 - effectMinor),
    effectMinor: cents(effectMinor),
  });

  it('puts the largest effect of either sign first', () => {
    const effects = [effect('small', 1_000), effect('rise', -9_000_000), effect('large', 5_000_000)];
    expect(rankedEffects(effects).map((e) => e.factorId)).toEqual(['rise', 'large', 'small']);
    expect(plain(tornadoView(effects, 'USD', words).title)).toBe(
      'rise at its best would add USD 90.0k to the technical premium',
    );
    expect(plain(tornadoView([effect('large', 5_000_000)], 'USD', words).title)).toBe(
      'large costs most: USD 50.0k of the technical premium',
    );
    expect(tornadoView([effect('none', 0)], 'USD', words).title).toBe('No single factor moves the premium');
  });
});
