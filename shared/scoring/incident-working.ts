import type { Incident } from '../domain/assessment-content.ts';
import { daysBetween, type IsoDate } from '../domain/dates.ts';
import { fromMinor } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { clamp, reaches } from './compare.ts';
import type { IncidentWorking } from './score-result.ts';

/** An incident of the register with its working. */
export interface ReadIncident {
  readonly incident: Incident;
  readonly working: IncidentWorking;
  /** Positions, in the list of material incidents, of the earlier ones that make this one a repeat; nearest first. */
  readonly repeatOf: readonly number[];
}

function severityOf(loss: number, recovered: number, assets: number, model: RatingModel) {
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

/**
 * The incidents of a register with severity S, multipliers and load, oldest first (incidents of one day in the order
 * listed). An incident repeats when an earlier material one of its cause lies at most the repeat window back; only
 * material incidents carry load. Recovery above the loss counts as the loss. Ages are days / 365.25; an incident after
 * `asOf` counts as of that day. Source: factor catalogue, incident model; rating algorithm, section 0.
 */
export function readIncidents(
  incidents: readonly Incident[],
  asOf: IsoDate,
  model: RatingModel,
): readonly ReadIncident[] {
  const p = model.incidentModel;
  const ordered = incidents
    .map((incident, i) => ({ incident, i, daysBack: daysBetween(incident.date, asOf) }))
    .sort((a, b) => b.daysBack - a.daysBack || a.i - b.i);

  const material: { readonly cause: string; readonly daysBack: number }[] = [];
  return ordered.map(({ incident, daysBack }) => {
    const loss = fromMinor(incident.lossMinor);
    const recovered = Math.min(fromMinor(incident.recoveredMinor), loss);
    const assets = fromMinor(incident.assetsAtTimeMinor);
    const measure = severityOf(loss, recovered, assets, model);
    const isMaterial =
      loss > 0 && (reaches(loss, p.materialLossUsd) || reaches(measure.lossShare, p.materialShare));

    const repeatOf: number[] = [];
    if (isMaterial) {
      for (let j = material.length - 1; j >= 0; j -= 1) {
        const earlier = material[j]!;
        if ((earlier.daysBack - daysBack) / 365.25 > p.repeatWindowYears) break;
        if (earlier.cause === incident.cause) repeatOf.push(j);
      }
      material.push({ cause: incident.cause, daysBack });
    }

    const ageDays = Math.max(0, daysBack);
    const ageYears = ageDays / 365.25;
    const causeWeight =
      model.causes.find((c) => c.code === incident.cause)?.controlWeight ?? unknownCause(model);
    const fixMultiplier = p.fixMultiplier[incident.fixStatus];
    const decay = 0.5 ** (ageYears / p.halfLifeYears[incident.fixStatus]);
    const recency = recencyMultiplier(ageYears, model);
    const isRepeat = repeatOf.length > 0;
    const repeat = isRepeat ? p.repeatMultiplier : 1;
    const boundary = incident.boundary === 'affiliate' ? p.affiliateMultiplier : 1;
    const weight = fixMultiplier * decay * recency * repeat * boundary;
    return {
      incident,
      repeatOf,
      working: {
        incidentId: incident.id,
        date: incident.date,
        cause: incident.cause,
        isMaterial,
        isOwn: incident.boundary === 'own',
        fixStatus: incident.fixStatus,
        loss,
        recovered,
        ageDays,
        ageYears,
        ...measure,
        causeWeight,
        fixMultiplier,
        decay,
        recency,
        repeat,
        isRepeat,
        boundary,
        weight,
        load: isMaterial ? measure.severity * causeWeight * weight : 0,
        countShare: isMaterial ? Math.min(1, measure.severity / p.fullCountSeverity) : 0,
      },
    };
  });
}

/**
 * A cause that the model does not know has the highest weight of those it knows: a gap in the data is never a credit.
 */
function unknownCause(model: RatingModel): number {
  return Math.max(1, ...model.causes.map((c) => c.controlWeight));
}
