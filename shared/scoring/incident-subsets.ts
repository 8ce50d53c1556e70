import type { RatingModel } from '../domain/rating-model.ts';
import type { RegisterFormula } from '../domain/vocabulary.ts';
import { exceeds, reaches } from './compare.ts';
import type { ReadIncident } from './incident-working.ts';
import { interpolate } from './piecewise.ts';
import type { IncidentCap } from './score-result.ts';

/**
 * Quantity behind a computed factor (LOAD, rate, share, months ...) and its score before evidence; null = clean record.
 */
export interface RegisterFigure {
  readonly quantity: number | null;
  readonly score: number | null;
}
export type RegisterFigures = Readonly<Record<RegisterFormula, RegisterFigure>>;

/** The computed factors over one subset of the material incidents, and the caps that this subset trips. */
export interface SubsetFigures {
  readonly load: number;
  readonly rate: number;
  readonly figures: RegisterFigures;
  /** The least of the caps that apply; 100 when none does. */
  readonly cap: number;
}

/** Reads the mapping of the factor that has a formula; null throughout where the model has no such factor. */
function mappingOf(model: RatingModel, formula: RegisterFormula): (quantity: number) => number | null {
  const id = model.wording.register.factors.find((f) => f.formula === formula)?.factorId;
  const factor = model.factors.find((f) => f.id === id);
  if (factor?.kind !== 'computed' || factor.mapping === null) return () => null;
  const { mapping } = factor;
  return (quantity) => interpolate(mapping, quantity);
}

/**
 * A subject with incidents but no time live yet gets the rate of one day, which is far beyond the worst point of the
 * mapping.
 */
const ONE_DAY = 1 / 365.25;

/** Marks of an incident in a subset: left out, in it, in it but taken to be older than the look-back. */
export const OUT = 0;
export const IN = 1;
export const BEYOND = 2;

/** What the subsets of one register have in common, read once. */
export interface RegisterReader {
  /** Material incidents, oldest first. */
  readonly material: readonly ReadIncident[];
  readonly effectiveYears: number;
  /** Figures over the incidents with a mark other than `OUT`; one mark for each material incident. */
  readonly read: (included: Uint8Array) => SubsetFigures;
}

/** Effective years live `(H / ln 2)(1 - 2^(-T / H))`, H the half-life, T in years. */
export function effectiveYears(yearsLive: number, halfLifeYears: number): number {
  return -(halfLifeYears / Math.LN2) * Math.expm1((-yearsLive / halfLifeYears) * Math.LN2);
}

/** Caps of the incident pillar with the incidents that trip them (factor catalogue, "Pillar"). */
export function incidentCaps(material: readonly ReadIncident[], model: RatingModel): readonly IncidentCap[] {
  const p = model.incidentModel;
  const recent = material.filter((m) => m.working.ageYears <= p.lookbackYears);
  const large = recent.filter((m) => m.working.isOwn && reaches(m.working.lossShare, p.capShare));
  const young = large.filter((m) => m.working.ageYears < p.capTwoYearsAge);
  const unwhole = recent.filter((m) => isUnwhole(m, model) && (p.capsOf !== 'own' || m.working.isOwn));
  const ids = (list: readonly ReadIncident[]) => list.map((m) => m.incident.id);
  const caps: IncidentCap[] = [];
  if (young.length > 0) caps.push({ kind: 'large-own-loss', cap: p.capTwoYears, incidentIds: ids(young) });
  else if (large.length > 0)
    caps.push({ kind: 'large-own-loss', cap: p.capFiveYears, incidentIds: ids(large) });
  if (unwhole.length > 0)
    caps.push({ kind: 'users-not-whole', cap: p.capUnwhole, incidentIds: ids(unwhole) });
  return caps;
}

function isUnwhole(m: ReadIncident, model: RatingModel): boolean {
  const p = model.incidentModel;
  return (
    reaches(m.working.lossShare, p.capUnwholeShare) &&
    exceeds(p.wholeShare, m.incident.usersMadeWholePercent / 100)
  );
}

/**
 * Prepares scoring a register's subsets: each evaluation is a single pass over the incidents, so that the minimum over
 * all subsets (4,096 for twelve incidents) takes milliseconds. A clean look-back leaves the severity- and loss-weighted
 * factors not applicable. Source: factor catalogue, incident model, `steps` and `pillar`.
 */
export function registerReader(
  incidents: readonly ReadIncident[],
  yearsLive: number,
  model: RatingModel,
): RegisterReader {
  const p = model.incidentModel;
  const material = incidents.filter((i) => i.working.isMaterial);
  const years = effectiveYears(yearsLive, p.frequencyHalfLifeYears);
  // With affiliates at their boundary the count of a subject not yet live may be small: any incident is the worst then.
  const isBeforeLive = yearsLive === 0 && p.affiliatesInFrequency === 'by-boundary';
  const frequencyScore = mappingOf(model, 'frequency');
  const largestScore = mappingOf(model, 'largest-loss');
  const repeatScore = mappingOf(model, 'repeated-cause');
  const recencyScore = mappingOf(model, 'recency');
  const disclosureScore = mappingOf(model, 'disclosure-speed');

  const lines = material.map((m) => {
    const caps = incidentCaps([m], model).map((c) => c.cap);
    return {
      loadOnce: m.working.load / m.working.repeat,
      count:
        m.working.countShare *
        0.5 ** (m.working.ageYears / p.frequencyHalfLifeYears) *
        (p.affiliatesInFrequency === 'by-boundary' ? m.working.boundary : 1),
      ageYears: m.working.ageYears,
      isRecent: m.working.ageYears <= p.lookbackYears,
      severity: m.working.severity,
      lossShare: m.working.lossShare,
      loss: m.working.loss,
      recovered: m.working.recovered,
      whole: m.incident.usersMadeWholePercent,
      fix: p.fixScore[m.incident.fixStatus],
      postmortem: p.postmortemScore[m.incident.postmortem],
      disclosure:
        m.incident.disclosureHours === null ? 0 : (disclosureScore(m.incident.disclosureHours) ?? 0),
      repeatOf: m.repeatOf,
      cap: Math.min(100, ...caps),
    };
  });

  const read = (included: Uint8Array): SubsetFigures => {
    let load = 0;
    let count = 0;
    let latest = Number.POSITIVE_INFINITY;
    let repeats = 0;
    let recent = 0;
    let severity = 0;
    let largest = 0;
    let loss = 0;
    let recovered = 0;
    let whole = 0;
    let fix = 0;
    let postmortem = 0;
    let disclosure = 0;
    let cap = 100;
    for (let i = 0; i < lines.length; i += 1) {
      if (included[i] === OUT) continue;
      const line = lines[i]!;
      let isRepeat = false;
      for (const j of line.repeatOf) {
        if (included[j] !== OUT) {
          isRepeat = true;
          break;
        }
      }
      load += line.loadOnce * (isRepeat ? p.repeatMultiplier : 1);
      count += line.count;
      if (line.ageYears < latest) latest = line.ageYears;
      if (line.cap < cap) cap = line.cap;
      if (!line.isRecent || included[i] === BEYOND) continue;
      recent += 1;
      if (isRepeat) repeats += 1;
      if (line.lossShare > largest) largest = line.lossShare;
      severity += line.severity;
      fix += line.severity * line.fix;
      postmortem += line.severity * line.postmortem;
      disclosure += line.severity * line.disclosure;
      loss += line.loss;
      recovered += line.recovered;
      whole += line.loss * line.whole;
    }
    const rate = count / Math.max(years, ONE_DAY);
    const hasRecent = recent > 0;
    const only = (value: number): RegisterFigure =>
      hasRecent ? { quantity: value, score: value } : { quantity: null, score: null };
    const months = latest * 12;
    return {
      load,
      rate,
      cap,
      figures: {
        'loss-load': { quantity: load, score: 100 * Math.exp(-load / p.loadScale) },
        frequency: { quantity: rate, score: isBeforeLive && count > 0 ? 0 : frequencyScore(rate) },
        'largest-loss': { quantity: largest, score: largestScore(largest) },
        'root-cause-fix': only(fix / severity),
        'repeated-cause': { quantity: repeats, score: repeatScore(repeats) },
        restitution: only(whole / loss),
        recency: Number.isFinite(months)
          ? { quantity: months, score: recencyScore(months) }
          : { quantity: null, score: 100 },
        'disclosure-speed': only(disclosure / severity),
        'post-mortem': only(postmortem / severity),
        recovery: only((recovered / loss) * 100),
      },
    };
  };
  return { material, effectiveYears: years, read };
}
