import { describe, expect, it } from 'vitest';
import type { PerilModel, RatingModel } from '#shared/domain/rating-model.ts';
import type { Peril, SubjectType } from '#shared/domain/vocabulary.ts';
import { judge } from '#shared/underwriting/judge.ts';
import { bundledModel as earlier } from '#test/models/bundled-model.ts';
import { example, model } from '#test/models/model-2026-2.ts';
import { type Cover, classSubject, exchange } from './class-subjects.ts';

// Prices before and after, as the specification of model 2026.2 prints them (section 13): each agrees when rounded as printed.

const M = 1e6;
const MODELS = [earlier, model] as const;
const percent = (share: number, decimals = 2): string => (share * 100).toFixed(decimals);
const thousands = (amount: number): string => String(Math.round(amount / 1000));
const both = <T>(of: (m: (typeof MODELS)[number]) => T): readonly [T, T] => [of(earlier), of(model)];

const COVERS: Readonly<Partial<Record<Peril, Omit<Cover, 'part'>>>> = {
  'crime-online': { limit: 10 * M, retention: 0.5 * M, value: 60 * M },
  'crime-fidelity': { limit: 10 * M, retention: 0.5 * M, value: 600 * M },
  'specie-offline': { limit: 100 * M, retention: M, value: 240 * M },
  protocol: { limit: 10 * M, retention: 0.5 * M, value: 200 * M },
  'protocol-econ': { limit: 5 * M, retention: 0.5 * M, value: 200 * M },
};

describe('class subjects', () => {
  it.each<[SubjectType, Peril, string, string, string, string]>([
    ['cex', 'crime-online', '0.0460 0.0425', '9.55 10.16', '4.85 5.34', '0.43 0.42'],
    ['cex', 'crime-fidelity', '0.0024 0.0020', '1.56 1.43', '0.95 0.90', '0.75 0.76'],
    ['cex', 'specie-offline', '0.0024 0.0014', '0.88 0.50', '0.47 0.29', '0.79 0.79'],
    ['custodian', 'crime-online', '0.0184 0.0170', '4.91 5.21', '2.62 2.87', '0.54 0.53'],
    ['custodian', 'crime-fidelity', '0.0024 0.0020', '1.56 1.43', '0.95 0.90', '0.75 0.76'],
    ['custodian', 'specie-offline', '0.0010 0.0014', '0.52 0.50', '0.29 0.29', '0.86 0.79'],
    ['broker-otc', 'crime-online', '0.0368 0.0264', '8.09 7.13', '4.15 3.83', '0.45 0.48'],
    ['broker-otc', 'crime-fidelity', '0.0024 0.0020', '1.56 1.43', '0.95 0.90', '0.75 0.76'],
    ['broker-otc', 'specie-offline', '0.0019 0.0014', '0.77 0.50', '0.41 0.29', '0.81 0.79'],
    ['derivatives-cex', 'crime-online', '0.0460 0.0425', '9.55 10.16', '4.85 5.34', '0.43 0.42'],
    ['derivatives-cex', 'crime-fidelity', '0.0024 0.0020', '1.56 1.43', '0.95 0.90', '0.75 0.76'],
    ['derivatives-cex', 'specie-offline', '0.0024 0.0014', '0.88 0.50', '0.47 0.29', '0.79 0.79'],
    ['wallet-provider', 'crime-online', '0.0236 0.0323', '5.86 7.79', '3.08 4.13', '0.51 0.46'],
    ['wallet-provider', 'protocol', '0.0195 0.0200', '5.57 5.63', '2.93 2.92', '0.52 0.52'],
    ['wallet-provider', 'protocol-econ', '0.0118 0.0079', '4.14 3.20', '2.41 1.90', '0.58 0.63'],
    ['lending', 'crime-online', '0.0041 0.0039', '1.85 1.88', '1.09 1.13', '0.71 0.71'],
    ['lending', 'protocol', '0.0268 0.0346', '7.00 8.36', '3.62 4.20', '0.48 0.45'],
    ['lending', 'protocol-econ', '0.0162 0.0281', '5.13 7.57', '2.92 4.12', '0.54 0.47'],
    ['dex-amm', 'crime-online', '0.0035 0.0037', '1.69 1.83', '1.00 1.10', '0.73 0.72'],
    ['dex-amm', 'protocol', '0.0195 0.0180', '5.57 5.23', '2.93 2.73', '0.52 0.53'],
    ['dex-amm', 'protocol-econ', '0.0118 0.0025', '4.14 1.62', '2.41 1.05', '0.58 0.75'],
    ['perp-dex', 'crime-online', '0.0071 0.0113', '2.59 3.71', '1.47 2.09', '0.65 0.59'],
    ['perp-dex', 'protocol', '0.0293 0.0255', '7.46 6.70', '3.83 3.43', '0.47 0.49'],
    ['perp-dex', 'protocol-econ', '0.0176 0.0138', '5.45 4.61', '3.08 2.63', '0.53 0.56'],
    ['bridge', 'crime-online', '0.0354 0.0436', '7.86 9.73', '4.04 5.09', '0.46 0.43'],
    ['bridge', 'protocol', '0.0732 0.1150', '14.83 20.78', '7.31 9.99', '0.36 0.31'],
    ['bridge', 'protocol-econ', '0.0441 0.0025', '10.51 1.62', '5.65 1.05', '0.42 0.75'],
    ['stablecoin', 'crime-online', '0.0071 0.0128', '2.59 4.05', '1.47 2.26', '0.65 0.58'],
    ['stablecoin', 'protocol', '0.0171 0.0270', '5.07 6.99', '2.69 3.56', '0.54 0.48'],
    ['stablecoin', 'protocol-econ', '0.0103 0.0183', '3.79 5.60', '2.23 3.13', '0.60 0.53'],
    ['staking-lst', 'crime-online', '0.0041 0.0073', '1.85 2.77', '1.09 1.60', '0.71 0.65'],
    ['staking-lst', 'protocol', '0.0146 0.0063', '4.56 2.57', '2.44 1.44', '0.56 0.66'],
    ['staking-lst', 'protocol-econ', '0.0088 0.0025', '3.43 1.62', '2.04 1.05', '0.62 0.75'],
    ['yield-vault', 'crime-online', '0.0041 0.0057', '1.85 2.36', '1.09 1.39', '0.71 0.67'],
    ['yield-vault', 'protocol', '0.0293 0.0125', '7.46 4.06', '3.83 2.17', '0.47 0.58'],
    ['yield-vault', 'protocol-econ', '0.0176 0.0111', '5.45 4.00', '3.08 2.31', '0.53 0.59'],
  ])('%s, %s', (type, part, lambda, at60, at85, riskShare) => {
    const cover: Cover = { part, ...COVERS[part]! };
    const average = both((m) => classSubject(type, cover, m));
    expect(average.map(({ loss }) => loss.events[0]!.rated.frequency.toFixed(4)).join(' ')).toBe(lambda);
    expect(average.map(({ technical }) => percent(technical / cover.limit)).join(' ')).toBe(at60);
    expect(average.map((one) => one.riskShare.toFixed(2)).join(' ')).toBe(riskShare);
    const good = both((m) => classSubject(type, cover, m, 85));
    expect(good.map(({ technical }) => percent(technical / cover.limit)).join(' ')).toBe(at85);
  });
});

const exchangeAt = (limit: number, retention: number, value = 120 * M): Cover => ({
  part: 'crime-online',
  limit,
  retention,
  value,
});
const lendingAt = (limit: number, retention: number, value = 400 * M): Cover => ({
  part: 'protocol',
  limit,
  retention,
  value,
});

describe('what a retention earns, the limit fixed', () => {
  const none = [
    ...both((m) => exchange(exchangeAt(25 * M, 0), m).technical),
    ...both((m) => classSubject('lending', lendingAt(20 * M, 0), m).technical),
  ];
  it.each<[number, string]>([
    [0, '1696 0.0, 2248 0.0, 1398 0.0, 1636 0.0'],
    [0.1, '1694 0.1, 2198 2.2, 1397 0.1, 1633 0.2'],
    [0.25, '1690 0.4, 2146 4.6, 1396 0.2, 1628 0.4'],
    [0.5, '1684 0.7, 2114 6.0, 1394 0.3, 1623 0.8'],
    [1, '1673 1.4, 2098 6.7, 1389 0.6, 1614 1.3'],
    [2, '1652 2.6, 2081 7.5, 1382 1.2, 1600 2.2'],
    [5, '1595 6.0, 2036 9.4, 1363 2.5, 1564 4.4'],
    [10, '1512 10.9, 1969 12.4, 1336 4.4, 1513 7.5'],
    [20, '1368 19.3, 1850 17.7, 1294 7.5, 1432 12.5'],
  ])('USD %fm', (retention, printed) => {
    const premiums = [
      ...both((m) => exchange(exchangeAt(25 * M, retention * M), m).technical),
      ...both((m) => classSubject('lending', lendingAt(20 * M, retention * M), m).technical),
    ];
    const found = premiums.map((p, i) => `${thousands(p)} ${percent(1 - p / none[i]!, 1)}`).join(', ');
    expect(found).toBe(printed);
  });
});

describe('what a retention earns on small platforms', () => {
  const RETENTIONS = [0.05, 0.1, 0.25, 0.5, 1, 2].map((m) => m * M);
  const saved = (of: (retention: number) => number): string =>
    RETENTIONS.map((retention) => percent(1 - of(retention) / of(0), 1)).join(' ');

  it('saves of the expected loss of a lending protocol with 10m, limit 2m', () => {
    const of = (m: (typeof MODELS)[number]) => (retention: number) =>
      classSubject('lending', lendingAt(2 * M, retention, 10 * M), m).expectedLoss;
    expect(both((m) => saved(of(m)))).toEqual(['1.0 1.8 4.1 7.3 12.7 21.5', '1.0 1.8 3.3 4.9 7.0 10.5']);
  });

  it('saves of the expected loss of the exchange with 10m online, limit 2m', () => {
    const of = (m: (typeof MODELS)[number]) => (retention: number) =>
      exchange(exchangeAt(2 * M, retention, 10 * M), m).expectedLoss;
    expect(both((m) => saved(of(m)))).toEqual(['1.2 2.3 5.3 9.7 17.2 29.6', '15.2 26.1 36.4 38.8 40.6 43.4']);
  });

  it('saves of the premium of the exchange with its exit at 25m', () => {
    const of = (m: (typeof MODELS)[number]) => (retention: number) =>
      exchange(exchangeAt(25 * M - retention, retention), m).technical;
    expect(both((m) => saved(of(m)))).toEqual(['0.2 0.5 1.2 2.4 4.7 9.3', '1.3 2.6 5.4 7.7 10.1 14.2']);
  });
});

describe('what a limit costs, xs 1m', () => {
  it.each<[number, string]>([
    [1, '92 9.18, 106 10.61, 85 8.55, 102 10.16'],
    [5, '395 7.89, 468 9.36, 373 7.46, 444 8.88'],
    [10, '745 7.45, 900 9.00, 720 7.20, 850 8.50'],
    [25, '1673 6.69, 2098 8.39, 1714 6.86, 1978 7.91'],
    [50, '2914 5.83, 3840 7.68, 3265 6.53, 3655 7.31'],
    [100, '4428 4.43, 6403 6.40, 6092 6.09, 6480 6.48'],
  ])('USD %im', (limit, printed) => {
    const premiums = [
      ...both((m) => exchange(exchangeAt(limit * M, M), m).technical),
      ...both((m) => classSubject('lending', lendingAt(limit * M, M), m).technical),
    ];
    expect(premiums.map((p) => `${thousands(p)} ${percent(p / (limit * M))}`).join(', ')).toBe(printed);
  });

  it.each([
    [5, 581, 278],
    [20, 2143, 1371],
    [60, 5603, 4302],
    [120, 8701, 8701],
  ])('USD %im of a class exchange with 120m: %i, with an average clause %i', (limit, without, average) => {
    const cover = exchangeAt(limit * M, M);
    expect(thousands(classSubject('cex', cover, model).technical)).toBe(String(without));
    expect(thousands(classSubject('cex', { ...cover, hasAverage: true }, model).technical)).toBe(
      String(average),
    );
  });
});

describe('what size costs', () => {
  // 10m xs 1m (limit at most 0.8 V); 10 % of V xs 0.5 % of V over V; ground-up expected loss over V.
  const line = (type: SubjectType, part: Peril, value: number, m: (typeof MODELS)[number]): string => {
    const at = (limit: number, retention: number) => classSubject(type, { part, limit, retention, value }, m);
    const fixed = at(Math.min(10 * M, 0.8 * value), M).technical;
    const proportional = at(0.1 * value, 0.005 * value).technical / value;
    const event = at(value, 0).loss;
    const groundUp = (event.events[0]!.frequency.mean * event.parts[0]!.plan.eventMoments.mean) / value;
    return `${thousands(fixed)} ${percent(proportional, 3)} ${percent(groundUp, 3)}`;
  };

  it.each<[number, SubjectType, Peril, string, string]>([
    [10, 'cex', 'crime-online', '448 1.114 1.840', '563 1.276 2.609'],
    [30, 'cex', 'crime-online', '829 1.038 1.840', '884 1.217 2.768'],
    [100, 'cex', 'crime-online', '1002 1.011 1.840', '1089 1.105 2.722'],
    [300, 'cex', 'crime-online', '1084 1.003 1.840', '1294 1.218 2.716'],
    [1000, 'cex', 'crime-online', '1134 1.001 1.840', '1547 1.368 2.668'],
    [3000, 'cex', 'crime-online', '1159 1.000 1.840', '1717 1.433 2.394'],
    [10_000, 'cex', 'crime-online', '1174 1.000 1.840', '1735 1.350 1.822'],
    [20_000, 'cex', 'crime-online', '1180 1.000 1.840', '1742 1.295 1.539'],
    [10, 'lending', 'protocol', '359 0.773 1.273', '597 0.989 2.474'],
    [30, 'lending', 'protocol', '580 0.697 1.273', '778 0.891 2.119'],
    [100, 'lending', 'protocol', '665 0.670 1.273', '810 0.818 1.627'],
    [300, 'lending', 'protocol', '711 0.663 1.273', '841 0.762 1.174'],
    [1000, 'lending', 'protocol', '743 0.660 1.273', '878 0.692 0.754'],
    [3000, 'lending', 'protocol', '762 0.659 1.273', '906 0.608 0.470'],
    [10_000, 'lending', 'protocol', '775 0.659 1.273', '924 0.491 0.264'],
    [20_000, 'lending', 'protocol', '780 0.659 1.273', '933 0.416 0.187'],
    [10, 'bridge', 'protocol', '746 1.520 3.472', '1477 2.309 8.230'],
    [30, 'bridge', 'protocol', '1219 1.444 3.472', '1928 2.179 7.047'],
    [100, 'bridge', 'protocol', '1406 1.417 3.472', '2011 2.030 5.411'],
    [300, 'bridge', 'protocol', '1507 1.410 3.472', '2090 1.903 3.903'],
    [1000, 'bridge', 'protocol', '1576 1.407 3.472', '2182 1.730 2.507'],
    [3000, 'bridge', 'protocol', '1617 1.406 3.472', '2253 1.518 1.564'],
    [10_000, 'bridge', 'protocol', '1646 1.406 3.472', '2298 1.221 0.879'],
    [20_000, 'bridge', 'protocol', '1658 1.406 3.472', '2321 1.032 0.622'],
  ])('USD %im, %s, %s', (value, type, part, before, after) => {
    expect(both((m) => line(type, part, value * M, m))).toEqual([before, after]);
  });

  // Half the online balance xs 1 %, along the online curve of the calibration.
  it.each([
    [30, 9.1, '0.870 5.75', '1.028 6.80'],
    [100, 23.8, '0.665 5.59', '0.843 7.09'],
    [300, 57.3, '0.528 5.54', '0.685 7.18'],
    [1000, 150, '0.414 5.51', '0.561 7.48'],
    [3000, 361.2, '0.331 5.50', '0.463 7.69'],
    [10_000, 946.4, '0.260 5.50', '0.368 7.78'],
    [30_000, 2279.2, '0.209 5.50', '0.289 7.60'],
    [100_000, 5971.6, '0.164 5.50', '0.197 6.59'],
  ])('total assets of USD %im, %fm of them online', (total, printedOnline, before, after) => {
    const online = total * Math.min(0.5, Math.max(0.02, 0.15 * (total / 1000) ** -0.2));
    expect(online.toFixed(1)).toBe(printedOnline.toFixed(1));
    const found = both((m) => {
      const { technical } = exchange(exchangeAt(0.5 * online * M, 0.01 * online * M, online * M), m);
      return `${percent(technical / (total * M), 3)} ${percent(technical / (0.5 * online * M))}`;
    });
    expect(found).toEqual([before, after]);
  });
});

describe('what the price of specie rests on', () => {
  /** Model 2026.2 with other judgements on specie: its relativities, the lower clamp of its score, its price of risk. */
  const judgedAs = (
    relativityGroup: PerilModel['relativityGroup'],
    low: number,
    priceOfRisk: number,
  ): RatingModel => ({
    ...model,
    pricing: {
      ...model.pricing,
      perils: model.pricing.perils.map((peril) =>
        peril.id === 'specie-offline'
          ? { ...peril, relativityGroup, priceOfRisk, scoreClamp: { low, high: 5 } }
          : peril,
      ),
    },
  });

  // 100m xs 1m on a vault of 2.2bn at a custodian, with all pillars at 60 and at 95: rate, and expected loss over technical.
  // The worked example: technical premium, and the rate on line of its vault.
  it.each<[string, RatingModel, string, string, string]>([
    ['keys, clamp 0.25, 0.75', judgedAs('keys', 0.25, 0.75), '0.542 0.12', '0.251 0.07', '2302808 0.295'],
    [
      'own, clamp 0.25, 0.75',
      judgedAs('specie-offline', 0.25, 0.75),
      '0.945 0.17',
      '0.414 0.10',
      '2302808 0.295',
    ],
    ['own, clamp 0.5, 1', judgedAs('specie-offline', 0.5, 1), '1.170 0.14', '0.695 0.10', '2338199 0.351'],
    ['as it is', model, '0.945 0.17', '0.551 0.12', '2302808 0.295'],
    [
      'own, clamp 0.5, 0.5',
      judgedAs('specie-offline', 0.5, 0.5),
      '0.720 0.22',
      '0.407 0.17',
      '2267416 0.238',
    ],
  ])('%s', (_, judged, at60, at95, ofExample) => {
    const cover: Cover = { part: 'specie-offline', limit: 100 * M, retention: M, value: 2200 * M };
    const vault = (score: number) => {
      const { technical, expectedLoss } = classSubject('custodian', cover, judged, score);
      return `${percent(technical / cover.limit, 3)} ${(expectedLoss / technical).toFixed(2)}`;
    };
    expect([vault(60), vault(95)]).toEqual([at60, at95]);
    const { price } = judge({ content: example, model: judged, today: example.asOf, grid: 'full' });
    if (!price.ok) throw new Error(price.failure.message);
    const { technicalMinor, parts } = price.value;
    const own = parts.find(({ part }) => part === 'specie-offline');
    expect(`${Math.round(technicalMinor / 100)} ${percent(own?.rateOnLine ?? 0, 3)}`).toBe(ofExample);
  });
});

describe('what a period costs', () => {
  it.each([
    [1096, 3, 0.955],
    [30, 1, 0.179],
    [90, 1, 0.365],
  ])('%i days against %i years', (days, years, printed) => {
    const at = (periodDays: number) => {
      const content = { ...example, terms: { ...example.terms, periodDays } };
      const { price } = judge({ content, model, today: example.asOf, grid: 'full' });
      if (!price.ok) throw new Error(price.failure.message);
      return price.value.technicalMinor;
    };
    expect((at(days) / (years * at(365))).toFixed(3)).toBe(printed.toFixed(3));
  });
});
