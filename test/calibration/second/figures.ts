// A second implementation of the calibration, written from the model's specification alone: section numbers are its. Slow,
// plain, and by other methods than the product's: integrals instead of special functions, pattern search instead of
// Newton's method, grids and halving instead of closed forms. It shares no code and no recipe with shared/calibration.
import {
  type SlowLaw,
  simpson,
  slowBeta,
  slowGammaCdf,
  slowLogGamma,
  slowLognormal,
  slowPhi,
  slowRoot,
  slowTop,
  slowTopOf,
} from './integrals.ts';

interface PlainIncident {
  readonly id: string;
  readonly type: string;
  readonly date: string;
  readonly loss: number;
  readonly cause: string;
  readonly confidence: string;
}
export interface PlainLibrary {
  readonly incidents: readonly PlainIncident[];
  readonly assets: ReadonlyMap<string, number>;
  /** Year to exchanges low, mid, high and protocols above 1m, 10m, 100m. */
  readonly exposure: ReadonlyMap<number, readonly number[]>;
}

const DEFI = ['lending', 'dex', 'bridge', 'stablecoin', 'staking', 'derivatives', 'yield'];
const WEIGHTS: Record<string, Record<string, number>> = {
  'hot-wallet-compromise': { online: 1 },
  'private-key-compromise': { online: 1 },
  'supply-chain-frontend': { online: 1 },
  'bridge-validator-compromise': { online: 1 },
  insider: { fidelity: 1 },
  'phishing-social-engineering': { social: 1 },
  'cold-wallet-compromise': { online: 0.75, specie: 0.25 },
  'smart-contract-bug': { protocol: 1 },
  reentrancy: { protocol: 1 },
  'flash-loan-economic': { econ: 1 },
  'oracle-manipulation': { econ: 1 },
  'governance-attack': { econ: 1 },
};
const V0: Record<string, number> = {
  online: 1e8,
  social: 1e8,
  protocol: 1e8,
  econ: 1e8,
  fidelity: 1e9,
  specie: 1e9,
};
const BANDS = [1e6, 10 ** 6.5, 1e7, 10 ** 7.5, 1e8, 10 ** 8.5, Number.POSITIVE_INFINITY];
type GroupName = 'C' | 'D';

const yearOf = (row: PlainIncident) => Number(row.date.slice(0, 4));
const clamp = (x: number, low: number, high: number) => Math.max(low, Math.min(high, x));
const online = (assets: number) => clamp(0.15 * (assets / 1e9) ** -0.2, 0.02, 0.5);
const round = (x: number, places: number) => Math.round(x * 10 ** places) / 10 ** places;

/** 11.1 */
function counted({ incidents }: PlainLibrary): readonly PlainIncident[] {
  const dropped = ['terra-ust-', 'lubian-', 'coinbase-202505', 'binance-202510'];
  return incidents.filter((row) => row.confidence !== 'low' && !dropped.some((id) => row.id.startsWith(id)));
}

function count(
  library: PlainLibrary,
  group: 'C' | 'D' | 'B',
  perils: readonly string[],
  year: number,
  from = 1e6,
  to = Number.POSITIVE_INFINITY,
  type?: string,
) {
  let total = 0;
  for (const row of counted(library)) {
    const isGroup =
      group === 'C'
        ? row.type === 'exchange'
        : group === 'B'
          ? row.type === 'custodian'
          : DEFI.includes(row.type);
    if (!isGroup || yearOf(row) !== year || row.loss < from || row.loss >= to) continue;
    if (type !== undefined && row.type !== type) continue;
    for (const peril of perils) total += WEIGHTS[row.cause]?.[peril] ?? 0;
  }
  return total;
}

/** 11.2: weights and values, by level 0 low, 1 mid, 2 high. */
function cells(group: 'C' | 'D' | 'B', year: number, level: number, library: PlainLibrary) {
  const row = library.exposure.get(year)!;
  const found: { weight: number; value: (peril: string) => number }[] = [];
  if (group === 'D') {
    const [n1, n10, n100] = row.slice(3).map((n) => Math.max(n, 1e-9));
    const a1 = Math.log10(n1! / n10!);
    const a2 = Math.log10(n10! / n100!);
    const above = (x: number) => (x <= 7 ? n1! * 10 ** (-a1 * (x - 6)) : n10! * 10 ** (-a2 * (x - 7)));
    const factor = [0.75, 1, 1.35][level]!;
    for (let i = 0; i < 86; i += 1) {
      const left = 6 + 0.05 * i;
      const value = 10 ** (left + 0.025);
      found.push({ weight: factor * 0.9 * (above(left) - above(left + 0.05)), value: () => value });
    }
    return found;
  }
  const venues = group === 'B' ? 40 : row[level]!;
  const density = (z: number) => Math.exp(-0.5 * z * z);
  const whole = simpson(density, -3.5, 3.5, 2000);
  for (let i = 0; i < 140; i += 1) {
    const left = -3.5 + 0.05 * i;
    const assets = 1e8 * Math.exp(2.3 * (left + 0.025));
    const h = online(assets);
    found.push({
      weight: (venues * simpson(density, left, left + 0.05, 10)) / whole,
      value: (peril) =>
        peril === 'fidelity' ? assets : peril === 'specie' ? 0.5 * (1 - h) * assets : h * assets,
    });
  }
  return found;
}

interface SlowFit {
  readonly at: readonly number[];
  readonly logLikelihood: number;
  readonly errors: readonly number[];
}
type LawAt = (at: readonly number[], z: number) => SlowLaw;
const betaAt: LawAt = ([a, b, lnAlpha], z) => slowBeta(Math.exp(lnAlpha!), Math.exp(lnAlpha! - a! - b! * z));
const lognormalAt: LawAt = ([a, b, lnSigma], z) => slowLognormal(a! + b! * z, Math.exp(lnSigma!));

/** 11.3 */
function slowSeverity(sample: 'protocol' | 'fidelity' | 'online', library: PlainLibrary): SlowFit {
  const lawAt = sample === 'fidelity' ? lognormalAt : betaAt;
  const rows: { y: number; assets: number }[] = [];
  for (const row of library.incidents) {
    const assets = library.assets.get(row.id);
    if (assets === undefined || row.loss < 1e6) continue;
    if (['insolvency-fraud', 'rug-pull-exit', 'slashing'].includes(row.cause)) continue;
    const isDefi = DEFI.includes(row.type) || row.type === 'other';
    if (sample === 'protocol' ? !isDefi : row.type !== 'exchange' && row.type !== 'custodian') continue;
    if (sample === 'online' && (row.cause === 'insider' || row.cause === 'cold-wallet-compromise')) continue;
    const held = sample === 'online' ? online(assets) * assets : assets;
    rows.push({ y: Math.min(1, row.loss / held), assets: held });
  }
  const v0 = sample === 'fidelity' ? 1e9 : 1e8;
  const total = (at: readonly number[]) => {
    let sum = 0;
    for (const { y, assets } of rows) {
      const law = lawAt(at, Math.log(assets / v0));
      sum += y >= 0.95 ? Math.log(law.survival(0.95)) : law.logDensity(y);
      sum -= Math.log(law.survival(Math.min(1e6 / assets, 0.95)));
    }
    return Number.isFinite(sum) ? sum : Number.NEGATIVE_INFINITY;
  };
  const start = sample === 'fidelity' ? [-2.4, -0.5, 0.2] : [0, -0.4, -0.7];
  const at = slowTopOf(total, start);
  return { at, logLikelihood: total(at), errors: slowErrors(total, at) };
}

/** Roots of the diagonal of the inverse of minus the curvature, by central differences of 1e-3 and Cramer's rule. */
function slowErrors(f: (at: readonly number[]) => number, at: readonly number[]): readonly number[] {
  const h = 1e-3;
  const moved = (i: number, j: number, di: number, dj: number) =>
    f(at.map((x, k) => x + (k === i ? di * h : 0) + (k === j ? dj * h : 0)));
  const m = at.map((_, i) =>
    at.map((__, j) =>
      i === j
        ? -(moved(i, j, 1, 0) - 2 * f(at) + moved(i, j, -1, 0)) / h ** 2
        : -(moved(i, j, 1, 1) - moved(i, j, 1, -1) - moved(i, j, -1, 1) + moved(i, j, -1, -1)) / (4 * h ** 2),
    ),
  );
  const minor = (skip: number) => {
    const [a, b] = [0, 1, 2].filter((k) => k !== skip) as [number, number];
    return m[a]![a]! * m[b]![b]! - m[a]![b]! * m[b]![a]!;
  };
  const whole =
    m[0]![0]! * (m[1]![1]! * m[2]![2]! - m[1]![2]! * m[2]![1]!) -
    m[0]![1]! * (m[1]![0]! * m[2]![2]! - m[1]![2]! * m[2]![0]!) +
    m[0]![2]! * (m[1]![0]! * m[2]![1]! - m[1]![1]! * m[2]![0]!);
  return at.map((_, i) => Math.sqrt(minor(i) / whole));
}

/** A law as the model rounds it, or a judged one. */
interface Law {
  readonly kind: 'beta' | 'lognormal';
  readonly a: number;
  readonly b: number;
  readonly shape: number;
}
const rounded = (kind: Law['kind'], { at }: SlowFit): Law => ({
  kind,
  a: round(at[0]!, 3),
  b: round(at[1]!, 3),
  shape: round(Math.exp(at[2]!), 3),
});

function survivalOf({ kind, a, b, shape }: Law, peril: string) {
  const known = new Map<number, SlowLaw>();
  return (u: number, value: number) => {
    if (u >= value) return 0;
    let law = known.get(value);
    if (law === undefined) {
      const m = a + b * Math.log(clamp(value, 1e6, 2e10) / V0[peril]!);
      law = kind === 'beta' ? slowBeta(shape, shape * Math.exp(-m)) : slowLognormal(m, shape);
      known.set(value, law);
    }
    return law.survival(u / value);
  };
}

export interface SlowFigures {
  readonly severity: Record<'protocol' | 'fidelity' | 'online', SlowFit>;
  readonly elasticity: Record<
    GroupName,
    { readonly value: number; readonly logLikelihood: number; readonly error: number }
  >;
  readonly forgetting: Record<
    GroupName,
    {
      readonly halfLife: number;
      readonly gamma: number;
      readonly deviances: readonly number[];
      /** 2.2: by year the count, its forecast and the excess variance; and the root of their mean. */
      readonly forecasts: readonly (readonly [number, number, number, number])[];
      readonly yearEffect: number;
    }
  >;
  readonly rates: readonly {
    readonly group: GroupName;
    readonly peril: string;
    readonly b: number;
    readonly exposure: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly types: Record<string, readonly { readonly type: string; readonly t: number }[]>;
  readonly broker: number;
}

const SMALL: Record<GroupName, Record<string, readonly [number, number, number]>> = {
  C: { online: [9, 225_000, 0.6], fidelity: [5, 100_000, 1], social: [5, 80_000, 1] },
  D: {
    online: [0.3, 250_000, 1],
    fidelity: [5, 100_000, 1],
    social: [5, 80_000, 1],
    protocol: [0.3, 250_000, 1],
    econ: [0.3, 250_000, 1],
  },
};

/** Everything from 11.3 to 11.6. */
export function slowFigures(library: PlainLibrary): SlowFigures {
  const lastDate = library.incidents.reduce((last, { date }) => (date > last ? date : last), '');
  const lastYear = Number(lastDate.slice(0, 4));
  const month = Number(lastDate.slice(5, 7));
  const part = month === 12 ? 1 : round((month - 1) / 12 + (Number(lastDate.slice(8)) >= 15 ? 1 / 12 : 0), 4);
  return slowFits(library, lastYear, part).all();
}

/** 14: one cut, one group, one or more years ahead. */
export interface SlowCell {
  readonly cut: number;
  readonly group: GroupName;
  readonly horizon: number;
  readonly halfLife: number;
  readonly gamma: number;
  readonly elasticity: number;
  readonly threshold: SlowScores;
  readonly large: SlowScores;
}
interface SlowScores {
  readonly seen: number;
  readonly mean: number;
  readonly interval: readonly [number, number];
  readonly model: number;
  readonly lastYear: number;
  readonly sizeFree: number;
}

/** The backtest from one cut, but for the losses in money: counts, intervals and scores. */
export function slowBacktest(whole: PlainLibrary, cut: number): readonly SlowCell[] {
  const incidents = whole.incidents.filter((row) => yearOf(row) <= cut);
  const known = new Set(incidents.map(({ id }) => id));
  const past = {
    ...whole,
    incidents,
    assets: new Map([...whole.assets].filter(([id]) => known.has(id))),
  };
  const { eps, forgetting, exposureAbove } = slowFits(past, cut, 1);
  const lastDate = whole.incidents.reduce((last, { date }) => (date > last ? date : last), '');
  const end = Number(lastDate.slice(0, 4));
  const month = Number(lastDate.slice(5, 7));
  const fraction = (year: number) =>
    year < end || month === 12
      ? 1
      : round((month - 1) / 12 + (Number(lastDate.slice(8)) >= 15 ? 1 / 12 : 0), 4);
  const PERILS = {
    C: ['online', 'social', 'fidelity', 'specie'],
    D: ['online', 'social', 'fidelity', 'protocol', 'econ'],
  };
  const found: SlowCell[] = [];
  for (const group of ['C', 'D'] as const)
    for (const horizon of [1, 2]) {
      const targets = Array.from({ length: horizon }, (_, i) => cut + 1 + i);
      if (targets.some((year) => year > end || !whole.exposure.has(year))) continue;
      const { halfLife, gamma } = forgetting[group];
      const first = group === 'C' ? 2017 : 2019;
      const years = [...whole.exposure.keys()].filter((year) => year >= first && year <= cut);
      const from = (least: number) => (year: number) => count(whole, group, PERILS[group], year, least);
      const subjects = (year: number) =>
        cells(group, year, 1, whole).reduce((sum, { weight }) => sum + weight, 0);
      const bySize = (year: number) => exposureAbove(group, 1e6, year);
      const forecastBy = (counts: (year: number) => number, exposures: (year: number) => number) => {
        const w = (year: number) => 0.5 ** ((cut - year) / halfLife);
        const shape = 0.5 + years.reduce((sum, year) => sum + w(year) * counts(year), 0);
        const means = targets.map((target) => {
          const e = years.reduce(
            (sum, year) => sum + w(year) * exposures(year) ** gamma * exposures(target) ** (1 - gamma),
            0,
          );
          return (shape / e) * fraction(target) * exposures(target);
        });
        return { shape, means };
      };
      const model = forecastBy(from(1e6), bySize);
      const scores = (least: number, means: readonly number[]): SlowScores => {
        const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
        const seen = sum(targets.map(from(least)));
        const mean = sum(means);
        const own = slowNegativeBinomial(mean, 1 / model.shape + 0.35 ** 2);
        const free = forecastBy(from(least), subjects);
        const other = slowNegativeBinomial(sum(free.means), 1 / free.shape + 0.35 ** 2);
        const poisson = Math.max(1e-9, from(least)(cut) * sum(targets.map(fraction)));
        const at = Math.round(seen);
        return {
          seen,
          mean,
          interval: [slowQuantile(own, 0.05), slowQuantile(own, 0.95)],
          model: own(at),
          lastYear: at * Math.log(poisson) - poisson - slowLogGamma(at + 1),
          sizeFree: other(at),
        };
      };
      const large = model.means.map(
        (mean, i) => (mean * exposureAbove(group, 1e7, targets[i]!)) / exposureAbove(group, 1e6, targets[i]!),
      );
      found.push({
        cut,
        group,
        horizon,
        halfLife,
        gamma,
        elasticity: eps[group],
        threshold: scores(1e6, model.means),
        large: scores(1e7, large),
      });
    }
  return found;
}

/** ln of the chance of each count. */
function slowNegativeBinomial(mean: number, cv2: number): (n: number) => number {
  const r = 1 / cv2;
  return (n) =>
    slowLogGamma(n + r) -
    slowLogGamma(r) -
    slowLogGamma(n + 1) +
    r * Math.log(r / (r + mean)) +
    n * Math.log(mean / (r + mean));
}

function slowQuantile(law: (n: number) => number, p: number): number {
  let below = 0;
  for (let n = 0; ; n += 1) {
    below += Math.exp(law(n));
    if (below >= p) return n;
  }
}

function slowFits(library: PlainLibrary, lastYear: number, part: number) {
  const severity = {
    protocol: slowSeverity('protocol', library),
    fidelity: slowSeverity('fidelity', library),
    online: slowSeverity('online', library),
  };
  const protocolLaw = rounded('beta', severity.protocol);
  const onlineLaw = rounded('beta', severity.online);
  const fidelityLaw = rounded('lognormal', severity.fidelity);
  const lawOf = (group: GroupName, peril: string): Law => {
    if (peril === 'fidelity') return fidelityLaw;
    if (peril === 'specie') return { kind: 'beta', a: Math.log(1 / 3), b: 0, shape: 0.5 };
    const fitted = group === 'C' ? onlineLaw : protocolLaw;
    return peril === 'social' ? { kind: 'beta', a: Math.log(1 / 4), b: fitted.b, shape: 0.5 } : fitted;
  };
  const fraction = (year: number) => (year === lastYear ? part : 1);
  const yearsFrom = (first: number) =>
    [...library.exposure.keys()].filter((year) => year >= first && year <= lastYear).sort((a, b) => a - b);

  // 11.4
  const elasticityOf = (group: GroupName) => {
    const perils = group === 'D' ? ['protocol', 'econ', 'online'] : ['online', 'social'];
    const first = perils[0]!;
    const survival = survivalOf(lawOf(group, first), first);
    const years = yearsFrom(group === 'D' ? 2021 : 2017).map((year) => {
      const subjects = cells(group, year, 1, library).map(({ weight, value }) => ({
        weight,
        ratio: clamp(value(first) / 1e8, 0.01, 20),
        above: BANDS.map((band) => (band === Number.POSITIVE_INFINITY ? 0 : survival(band, value(first)))),
      }));
      return {
        subjects,
        counts: BANDS.slice(0, 6).map((band, j) => count(library, group, perils, year, band, BANDS[j + 1])),
      };
    });
    const total = (eps: number) => {
      let sum = 0;
      for (const { subjects, counts } of years) {
        const g = BANDS.map((_, j) =>
          subjects.reduce((s, { weight, ratio, above }) => s + weight * ratio ** eps * above[j]!, 0),
        );
        counts.forEach((k, j) => {
          if (k > 0) sum += k * Math.log(Math.max(1e-12, (g[j]! - g[j + 1]!) / g[0]!));
        });
      }
      return sum;
    };
    const value = slowTop(total, -1, 1.5);
    const curve = (total(value + 0.01) - 2 * total(value) + total(value - 0.01)) / 0.01 ** 2;
    return { value, logLikelihood: total(value), error: Math.sqrt(-1 / curve) };
  };
  const elasticity = { C: elasticityOf('C'), D: elasticityOf('D') };
  const eps = {
    C: round(clamp(elasticity.C.value, 0.02, 0.5), 2),
    D: round(clamp(elasticity.D.value, 0.02, 0.5), 2),
  };

  // 11.5
  const exposureOf = (
    group: 'C' | 'D' | 'B',
    peril: string,
    year: number,
    level: number,
    hasSmall: boolean,
    u = 1e6,
  ) => {
    const own = group === 'B' ? 'C' : group;
    const survival = survivalOf(lawOf(own, peril), peril);
    let sum = 0;
    for (const { weight, value } of cells(group, year, level, library)) {
      const v = value(peril);
      if (v <= u) continue;
      let events = survival(u, v);
      const small = SMALL[own][peril];
      if (hasSmall && small !== undefined) {
        const [phi, median, s] = small;
        const mu = Math.log(Math.min(median, 0.01 * v));
        events += phi * (1 - slowPhi((Math.log(1e6) - mu) / s) / slowPhi((Math.log(v) - mu) / s));
      }
      sum += weight * clamp(v / V0[peril]!, 0.01, 20) ** eps[own] * events;
    }
    return sum;
  };
  const PERILS = {
    C: ['online', 'social', 'fidelity', 'specie'],
    D: ['online', 'social', 'fidelity', 'protocol', 'econ'],
  };
  const firstYear = { C: 2017, D: 2019 };
  const seen = (e: number, target: number, year: number, gamma: number) =>
    fraction(year) * e ** gamma * target ** (1 - gamma);
  const forgettingOf = (group: GroupName) => {
    const years = yearsFrom(firstYear[group]);
    const peril = group === 'C' ? 'online' : 'protocol';
    const e = new Map(years.map((year) => [year, exposureOf(group, peril, year, 1, false)]));
    const n = new Map(years.map((year) => [year, count(library, group, PERILS[group], year)]));
    const tried: {
      halfLife: number;
      gamma: number;
      deviance: number;
      forecasts: (readonly [number, number, number, number])[];
    }[] = [];
    for (const gamma of [0, 0.5, 1]) {
      for (const halfLife of [1, 2, 3, 5, Number.POSITIVE_INFINITY]) {
        let deviance = 0;
        const forecasts: (readonly [number, number, number, number])[] = [];
        for (const year of years.filter((y) => y >= 2022 && fraction(y) > 0)) {
          let top = 0.5;
          let bottom = 0;
          for (const past of years.filter((y) => y < year)) {
            const w = 0.5 ** ((year - 1 - past) / halfLife);
            top += w * n.get(past)!;
            bottom += w * seen(e.get(past)!, e.get(year)!, past, gamma);
          }
          const mu = (top / bottom) * fraction(year) * e.get(year)!;
          const k = n.get(year)!;
          deviance += 2 * ((k > 0 ? k * Math.log(k / mu) : 0) - (k - mu));
          forecasts.push([year, k, mu, ((k - mu) ** 2 - mu - mu ** 2 / top) / mu ** 2]);
        }
        tried.push({ halfLife, gamma, deviance, forecasts });
      }
    }
    const least = Math.min(...tried.map(({ deviance }) => deviance));
    const plain = tried.find((one) => one.halfLife === Number.POSITIVE_INFINITY && one.gamma === 1)!;
    const ties = tried.filter(({ deviance }) => deviance < least + 1e-9);
    ties.sort((one, other) => other.halfLife - one.halfLife || other.gamma - one.gamma);
    const chosen = plain.deviance <= least + 4 ? plain : ties[0]!;
    return {
      halfLife: chosen.halfLife,
      gamma: chosen.gamma,
      deviances: tried.map(({ deviance }) => deviance),
      forecasts: chosen.forecasts,
      yearEffect: Math.sqrt(
        Math.max(
          0,
          chosen.forecasts.reduce((sum, [, , , excess]) => sum + excess, 0) / chosen.forecasts.length,
        ),
      ),
    };
  };
  const forgetting = { C: forgettingOf('C'), D: forgettingOf('D') };

  /** The exposure of a year to its main peril, by large events above an amount. */
  const exposureAbove = (group: GroupName, u: number, year: number) =>
    exposureOf(group, group === 'C' ? 'online' : 'protocol', year, 1, false, u);

  // What follows from all of these; the backtest does without.
  const all = (): SlowFigures => {
    const sums = (group: GroupName, peril: string) => {
      const { halfLife, gamma } = forgetting[group];
      const years = yearsFrom(firstYear[group]);
      const weight = (year: number) => 0.5 ** ((lastYear - year) / halfLife);
      const n = years.reduce((sum, year) => sum + weight(year) * count(library, group, [peril], year), 0);
      const e = [0, 1, 2].map((level) => {
        const target = exposureOf(group, peril, lastYear, level, true);
        return years.reduce(
          (sum, year) =>
            sum + weight(year) * seen(exposureOf(group, peril, year, level, true), target, year, gamma),
          0,
        );
      });
      return { group, peril, n, e };
    };
    const allRates = (['C', 'D'] as const).flatMap((group) =>
      PERILS[group].map((peril) => sums(group, peril)),
    );
    const fidelity = allRates.filter(({ peril }) => peril === 'fidelity');
    const pooled =
      Math.max(
        0.5,
        fidelity.reduce((s, { n }) => s + n, 0),
      ) / fidelity.reduce((s, { e }) => s + e[1]!, 0);
    const rates = allRates.map(({ group, peril, n, e }) => {
      const s = peril === 'fidelity' ? 1 : 0.5;
      const r = peril === 'fidelity' ? 1 / pooled : 0;
      const below = (lnB: number) =>
        [0.3, 0.4, 0.3].reduce((sum, w, i) => sum + w * slowGammaCdf(s + n, Math.exp(lnB) * (r + e[i]!)), 0);
      const b = (s + n) / (r + e[1]!);
      const at = (p: number) => Math.exp(slowRoot(below, p, Math.log(b) - 8, Math.log(b) + 3));
      return { group, peril, b, exposure: e[1]!, low: at(0.05), high: at(0.95) };
    });

    // 11.6
    const shares: Record<string, number> = {
      dex: 0.38,
      yield: 0.21,
      lending: 0.17,
      staking: 0.08,
      derivatives: 0.06,
      stablecoin: 0.05,
      bridge: 0.05,
    };
    const typesOf = (peril: string) => {
      const years = Array.from({ length: Math.max(0, lastYear - 2020) }, (_, i) => 2021 + i);
      const n = Object.fromEntries(
        Object.keys(shares).map((type) => [
          type,
          years.reduce(
            (sum, year) => sum + count(library, 'D', [peril], year, 1e6, Number.POSITIVE_INFINITY, type),
            0,
          ),
        ]),
      );
      const total = Object.values(n).reduce((a, b) => a + b, 0);
      const margin = (lnC: number) => {
        const c = Math.exp(lnC);
        return Object.entries(shares).reduce((sum, [type, share]) => {
          const e = share * total;
          const k = n[type]!;
          return (
            sum +
            slowLogGamma(c + k) -
            slowLogGamma(c) -
            slowLogGamma(k + 1) +
            c * Math.log(c / (c + e)) +
            k * Math.log(e / (c + e))
          );
        }, 0);
      };
      const c = Math.exp(slowTop(margin, Math.log(0.3), Math.log(50)));
      return Object.entries(shares).map(([type, share]) => ({
        type,
        t: (c + n[type]!) / (c + share * total),
      }));
    };
    const b = rates.find(({ group, peril }) => group === 'C' && peril === 'online')!.b;
    const brokers = yearsFrom(2017).reduce((sum, year) => sum + count(library, 'B', ['online'], year), 0);
    const expected = yearsFrom(2017).reduce(
      (sum, year) => sum + b * fraction(year) * exposureOf('B', 'online', year, 1, true),
      0,
    );
    return {
      severity,
      elasticity,
      forgetting,
      rates,
      types: { keys: typesOf('online'), protocol: typesOf('protocol'), 'protocol-econ': typesOf('econ') },
      broker: (2 + brokers) / (2 + expected),
    };
  };
  return { eps, forgetting, exposureAbove, all };
}
