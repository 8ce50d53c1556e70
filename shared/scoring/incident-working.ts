import type { Incident } from '../domain/assessment-content.ts';
import { daysBetween, type IsoDate } from '../domain/dates.ts';
import { fromMinor } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { countedDay, firstDay } from '../domain/unknown-day.ts';
import { clamp, reaches } from './compare.ts';
import type { IncidentWorking } from './score-result.ts';
import { asCounted, type CountedIncident, type KnownIncident } from './unknown-fields.ts';

/** An incident of the register with its working. */
export interface ReadIncident {
  readonly incident: KnownIncident;
  readonly working: IncidentWorking;
  /** Positions, in the list of material incidents, of the earlier ones that make this one a repeat; nearest first. */
  readonly repeatOf: readonly number[];
  /** Whether its day is not known and may lie beyond the look-back, or within it. */
  readonly mayBeBeyond: boolean;
}

function severityOf({
  loss,
  recovered,
  assets,
  model,
}: {
  readonly loss: number;
  readonly recovered: number;
  readonly assets: number;
  readonly model: RatingModel;
}) {
  const p = model.incidentModel;
  const lossShare = loss / assets;
  const x = p.blendGross * lossShare + (p.blendNet * (loss - recovered)) / assets;
  const f = Math.min(1, Math.log1p(p.k * x) / Math.log1p(p.k * p.xCap));
  const h = loss > 0 ? clamp(Math.log10(loss / p.absoluteFloorUsd) / p.absoluteDecades, 0, 1) : 0;
  return { lossShare, x, f, h, severity: 100 * (p.relativeWeight * f + p.absoluteWeight * h) };
}

function recencyMultiplier(ageYears: number, model: RatingModel): number {
  return model.incidentModel.recency.find(([below]) => ageYears < below)?.[1] ?? 1;
}

/** A register's incidents, the day as of which they are read, and the assets declared today, in currency units. */
export interface RegisterFacts {
  readonly incidents: readonly Incident[];
  readonly asOf: IsoDate;
  readonly assetsToday: number;
}

/** An incident by itself, before it is known which others it repeats. */
type Alone = Omit<ReadIncident, 'repeatOf' | 'mayBeBeyond'> & {
  readonly daysBack: number;
  /** The first and the last day that it may have been on; one where the day is known. */
  readonly days: { readonly first: IsoDate; readonly last: IsoDate };
};

/** S, ages and multipliers of one incident; its weight and load as if it repeated no other. */
function readAlone(
  { incident, leastShare }: CountedIncident,
  { daysBack, days }: Pick<Alone, 'daysBack' | 'days'>,
  model: RatingModel,
): Alone {
  const p = model.incidentModel;
  const loss = fromMinor(incident.lossMinor);
  const recovered = Math.min(fromMinor(incident.recoveredMinor), loss);
  const assets = fromMinor(incident.assetsAtTimeMinor);
  const measure = severityOf({ loss, recovered, assets, model });
  const isMaterial =
    loss > 0 && (reaches(loss, p.materialLossUsd) || reaches(measure.lossShare, p.materialShare));
  const ageDays = Math.max(0, daysBack);
  const ageYears = ageDays / 365.25;
  const causeWeight =
    model.causes.find((c) => c.code === incident.cause)?.controlWeight ?? unknownCause(model);
  const fixMultiplier = p.fixMultiplier[incident.fixStatus];
  const decay = 0.5 ** (ageYears / p.halfLifeYears[incident.fixStatus]);
  const recency = recencyMultiplier(ageYears, model);
  const boundary = incident.boundary === 'affiliate' ? p.affiliateMultiplier : 1;
  return {
    incident,
    daysBack,
    days,
    working: {
      incidentId: incident.id,
      date: incident.date,
      ...(incident.datePrecision === undefined ? {} : { datePrecision: incident.datePrecision }),
      cause: incident.cause,
      isMaterial,
      isOwn: incident.boundary === 'own',
      fixStatus: incident.fixStatus,
      loss,
      recovered,
      ageDays,
      ageYears,
      ...measure,
      lossShare: Math.max(measure.lossShare, leastShare),
      causeWeight,
      fixMultiplier,
      decay,
      recency,
      repeat: 1,
      isRepeat: false,
      boundary,
      weight: fixMultiplier * decay * recency * boundary,
      load: isMaterial ? measure.severity * causeWeight * fixMultiplier * decay * recency * boundary : 0,
      countShare: isMaterial ? Math.min(1, measure.severity / p.fullCountSeverity) : 0,
    },
  };
}

/**
 * Whether the material incident at `j`, of the same cause as the one at `i`, makes that a repeat: an earlier one does, at
 * most the window back; of several on one day the one listed first, or the one with the least load, is none. Of a day that is
 * not known any that it may have been counts: of two that may each have been first the one with the least load was, unless
 * another makes that one a repeat, too.
 */
function isRepeatedBy(
  material: readonly Alone[],
  { i, j }: { readonly i: number; readonly j: number },
  model: RatingModel,
): boolean {
  const { sameDay, lookbackYears } = model.incidentModel;
  const [later, earlier] = [material[i]!, material[j]!];
  if (i === j || !mayRepeat(earlier, later, model)) return false;
  if (!mayRepeat(later, earlier, model)) return true;
  if (sameDay === 'as-listed') return j < i;
  const [least, load] = [earlier.working.load, later.working.load];
  if (least < load || (least === load && j < i)) return true;
  if (isDayKnown(earlier) && isDayKnown(later)) return false;
  // Repeats are counted within the look-back alone.
  const counts = ({ working }: Alone) => working.ageYears <= lookbackYears;
  return (
    (counts(later) && !counts(earlier)) ||
    material.some(
      (other) => other !== later && mayRepeat(other, earlier, model) && !mayRepeat(earlier, other, model),
    )
  );
}

const isDayKnown = ({ days }: Alone): boolean => days.first === days.last;

/** Whether an incident may have been on the day of another of its cause or after it, within the window. */
function mayRepeat(earlier: Alone, later: Alone, { incidentModel }: RatingModel): boolean {
  if (later.incident.cause !== earlier.incident.cause || later.days.last < earlier.days.first) return false;
  const days = Math.max(0, daysBetween(earlier.days.last, later.days.first));
  return days / 365.25 <= incidentModel.repeatWindowYears;
}

/**
 * The incidents of a register with severity S, multipliers and load, oldest first (incidents of one day in the order
 * listed). An incident repeats when an earlier material one of its cause lies at most the repeat window back; only
 * material incidents carry load. Recovery above the loss counts as the loss; what is not known counts at its worst,
 * `assetsToday` (currency units) for assets. Ages are days / 365.25; an incident after `asOf` counts as of that day.
 * Source: factor catalogue, incident model; rating algorithm, section 0.
 */
export function readIncidents(
  { incidents, asOf, assetsToday }: RegisterFacts,
  model: RatingModel,
): readonly ReadIncident[] {
  const { repeatMultiplier, lookbackYears } = model.incidentModel;
  const alone = incidents
    .map((entered, i) => {
      const incident = { ...entered, date: countedDay(entered, asOf) };
      const days = { first: firstDay(entered), last: incident.date };
      return { incident, i, days, daysBack: daysBetween(incident.date, asOf) };
    })
    .sort((a, b) => b.daysBack - a.daysBack || a.i - b.i)
    .map(({ incident, daysBack, days }) =>
      readAlone(asCounted(incident, { assetsToday, at: 'worst' }, model), { daysBack, days }, model),
    );
  const material = alone.filter(({ working }) => working.isMaterial);
  return alone.map((one) => {
    const { incident, working } = one;
    const i = material.indexOf(one);
    const mayBeBeyond =
      working.ageYears <= lookbackYears && daysBetween(one.days.first, asOf) / 365.25 > lookbackYears;
    if (i < 0) return { incident, working, repeatOf: [], mayBeBeyond };
    const repeatOf = material
      .flatMap((_, j) => (isRepeatedBy(material, { i, j }, model) ? [j] : []))
      .reverse();
    const isRepeat = repeatOf.length > 0;
    const repeat = isRepeat ? repeatMultiplier : 1;
    const { fixMultiplier, decay, recency, boundary, severity, causeWeight } = working;
    const weight = fixMultiplier * decay * recency * repeat * boundary;
    return {
      incident,
      repeatOf,
      mayBeBeyond,
      working: { ...working, repeat, isRepeat, weight, load: severity * causeWeight * weight },
    };
  });
}

/**
 * A cause that the model does not know has the highest weight of those it knows: a gap in the data is never a credit.
 */
function unknownCause(model: RatingModel): number {
  return Math.max(1, ...model.causes.map((c) => c.controlWeight));
}
