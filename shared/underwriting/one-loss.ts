import type { AssessmentContent, Incident } from '../domain/assessment-content.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import { formatNumber } from '../domain/format-number.ts';
import { listOfSome, listText } from '../domain/list-text.ts';
import { causeLabel } from '../domain/model-words.ts';
import { smallestMinor, sumOfMinor } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { countedDay, daysApart, dayText, whenText } from '../domain/unknown-day.ts';
import { exceeds } from '../scoring/compare.ts';
import { scoreAssessment } from '../scoring/score-assessment.ts';
import type { ScoreResult } from '../scoring/score-result.ts';
import { findReferrals } from './referrals.ts';
import type { Finding } from './terms-findings.ts';

// Losses that stand so close together that they may be one, entered twice or in pieces: under one cause or several.

/** By day, then by what no listing order moves. */
const placeOf = ({ date, id }: Incident): string => `${date} ${id}`;

/** Groups of incidents of which each may be one with some other of its group; oldest first. */
export function lossesThatMayBeOne(
  { incidents, asOf }: AssessmentContent,
  { wording }: RatingModel,
): readonly (readonly Incident[])[] {
  const within = wording.decision?.losses?.oneLoss.withinDays ?? 0;
  const mayBeOne = (one: Incident, other: Incident) =>
    one.boundary === other.boundary && daysApart(one, other, asOf) <= within;
  const groups: Incident[][] = [];
  for (const incident of incidents.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))) {
    const near = groups.filter((group) => group.some((other) => mayBeOne(incident, other)));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([...near.flat(), incident]);
  }
  return groups.filter(({ length }) => length > 1);
}

/** The days of a group, bare and as a sentence says when they were. */
const daysOf = (group: readonly Incident[]) => ({
  days: listOfSome([...new Set(group.map(dayText))]),
  when: listOfSome([...new Set(group.map(whenText))]),
});

/** How many of a group have the loss that most of them have: `both`, `all of them`, `3 of them`. */
function alikeOf(losses: readonly number[], count: number): string {
  const same = Math.max(...losses.map((loss) => losses.filter((other) => other === loss).length));
  if (same < count) return `${same} of them`;
  return count === 2 ? 'both' : 'all of them';
}

/** What is asked of such a group, in the words of the wording; null where it has none. */
export function oneLossQuestion(
  group: readonly Incident[],
  { currency }: Pick<AssessmentContent, 'currency'>,
  model: RatingModel,
): string | null {
  const words = model.wording.decision?.losses?.oneLoss;
  if (words === undefined) return null;
  const codes = [...new Set(group.map(({ cause }) => cause))];
  const causes = codes.map((code) => causeLabel(model, code));
  const losses = group.flatMap(({ lossMinor }) => lossMinor ?? []);
  const sum = sumOfMinor(losses);
  const money = (minor: typeof sum) => formatMoneyPlain(minor, currency);
  const whole = losses.find((loss) => losses.length > 2 && loss * 2 === sum);
  // Losses beyond reason may come to more than can be counted in cents.
  const together = Number.isSafeInteger(sum) ? fillTemplate(words.together, { sum: money(sum) }) : '';
  const why =
    whole !== undefined
      ? fillTemplate(words.whole, { loss: money(whole) })
      : new Set(losses).size < losses.length
        ? fillTemplate(words.twice, { same: alikeOf(losses, group.length) })
        : `${together}${words.pieces}`;
  return fillTemplate(words.found, {
    count: String(group.length),
    causes: listText(causes),
    ...daysOf(group),
    why,
  });
}

/** The largest by some measure; the first of several alike. */
const most = <T>(items: readonly T[], measure: (item: T) => number): T | undefined =>
  items.reduce<T | undefined>(
    (best, item) => (best === undefined || measure(item) > measure(best) ? item : best),
    undefined,
  );

/** The group as the one loss that it may be: its sum, and of all else what is worst. Null where no loss of it is known. */
function asOne(group: readonly Incident[], { asOf }: AssessmentContent, model: RatingModel): Incident | null {
  const known = group.filter(({ lossMinor }) => lossMinor !== null);
  const latest = most(known, (incident) => Date.parse(countedDay(incident, asOf)));
  if (latest === undefined || known.length < 2) return null;
  const { fixMultiplier, postmortemScore } = model.incidentModel;
  const weightOf = (code: string) => model.causes.find((cause) => cause.code === code)?.controlWeight ?? 1;
  const sum = sumOfMinor(known.flatMap(({ lossMinor }) => lossMinor ?? []));
  if (!Number.isSafeInteger(sum)) return null;
  const assets = known.flatMap(({ assetsAtTimeMinor }) => assetsAtTimeMinor ?? []);
  const { isNeverDisclosed: _, ...plain } = latest;
  const isNeverDisclosed = known.some((incident) => incident.isNeverDisclosed === true);
  const hours = known.map(({ disclosureHours }) => disclosureHours);
  return {
    ...plain,
    ...(isNeverDisclosed ? { isNeverDisclosed } : {}),
    cause: most(known, ({ cause }) => weightOf(cause))?.cause ?? latest.cause,
    lossMinor: sum,
    recoveredMinor: smallestMinor([
      sum,
      sumOfMinor(known.flatMap(({ recoveredMinor }) => recoveredMinor ?? [])),
    ]),
    assetsAtTimeMinor: assets.length === 0 ? null : smallestMinor(assets),
    fixStatus: most(known, ({ fixStatus }) => fixMultiplier[fixStatus])?.fixStatus ?? latest.fixStatus,
    usersMadeWholePercent: Math.min(...known.map((incident) => incident.usersMadeWholePercent ?? 0)),
    disclosureHours: isNeverDisclosed || hours.includes(null) ? null : Math.max(...hours.map((h) => h ?? 0)),
    postmortem:
      most(known, ({ postmortem }) => -postmortemScore[postmortem])?.postmortem ?? latest.postmortem,
  };
}

/** The register with every group as one loss; the content itself where nothing changes. */
function withOneLosses(
  content: AssessmentContent,
  groups: readonly (readonly Incident[])[],
  model: RatingModel,
): AssessmentContent {
  let { incidents } = content;
  for (const group of groups) {
    const one = asOne(group, content, model);
    if (one === null) continue;
    const pieces = new Set(group.filter(({ lossMinor }) => lossMinor !== null).map(({ id }) => id));
    incidents = [...incidents.filter(({ id }) => !pieces.has(id)), one];
  }
  return incidents === content.incidents ? content : { ...content, incidents };
}

/**
 * Losses that may be one and would then count for more than apart: a lower score, or one that is knocked out. They are a
 * referral until somebody with authority has settled it; those that count for more apart are only asked about.
 */
export function oneLossFinding({
  content,
  score,
  model,
}: {
  readonly content: AssessmentContent;
  readonly score: ScoreResult;
  readonly model: RatingModel;
}): Finding | null {
  const words = model.wording.decision?.losses?.oneLoss;
  const groups = lossesThatMayBeOne(content, model);
  if (words === undefined || groups.length === 0) return null;
  const found = groups.flatMap((group) => {
    const whole = withOneLosses(content, [group], model);
    if (whole === content) return [];
    const one = scoreAssessment(whole, model);
    const raised = findReferrals(content, score, model).map(({ id }) => id);
    const isWorse =
      exceeds(score.overall, one.overall) ||
      one.knockOuts.length > score.knockOuts.length ||
      findReferrals(whole, one, model).some(({ id }) => !raised.includes(id));
    if (!isWorse) return [];
    const points = (value: number) => formatNumber(value, 1);
    const text = fillTemplate(words.worse, {
      count: String(group.length),
      ...daysOf(group),
      one: points(one.overall),
      apart: points(score.overall),
    });
    return [{ ids: group.map(({ id }) => id), text }];
  });
  return found.length === 0
    ? null
    : { reason: found.map(({ text }) => text).join(' '), fields: found.flatMap(({ ids }) => ids) };
}
