import type { AssessmentContent, Incident } from '../domain/assessment-content.ts';
import { addMonths } from '../domain/calendar-terms.ts';
import { offeredShare } from '../domain/contradictions.ts';
import { fieldWords } from '../domain/field-words.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatCount } from '../domain/format-date.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import { formatPercent, formatPercentValue } from '../domain/format-number.ts';
import { hasOwnAnswer } from '../domain/has-own-answer.ts';
import { listOfSome, listText } from '../domain/list-text.ts';
import { lowerFirst } from '../domain/lower-first.ts';
import { fromMinor, toMinor } from '../domain/money.ts';
import { takesUnknown } from '../domain/not-given.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { RULES_OF_TERMS, type RuleId, rulesOf } from '../domain/rule-labels.ts';
import { undatedEvidence } from '../domain/seen-evidence.ts';
import { whenText } from '../domain/unknown-day.ts';
import { assetsToday } from '../scoring/assets-at-stake.ts';
import { flagFacts, setAsideFactors, untestedByReferrals } from '../scoring/knock-outs.ts';
import type { Flag, ScoreResult } from '../scoring/score-result.ts';
import { onlineNotAsked } from './contradiction-issues.ts';
import { seenDates } from './evidence-dates.ts';
import { oneLossFinding } from './one-loss.ts';
import type { Finding } from './terms-findings.ts';
import { underSanctions } from './under-sanctions.ts';
import { unusualTerms } from './unusual-terms.ts';
import { wordsByHand } from './words-by-hand.ts';

// Referrals by rules that stand in the model's wording rather than in the model: when each is raised. Its words and figures
// are the wording's.

type Decision = NonNullable<RatingModel['wording']['decision']>;

interface Facts {
  readonly content: AssessmentContent;
  readonly score: ScoreResult;
  readonly model: RatingModel;
}

const labels = (factors: readonly { readonly label: string }[]): string =>
  listOfSome(factors.map(({ label }) => `“${label}”`));

/** A question that a knock-out or a referral tests, said not to apply. */
function setAside({ content, score, model }: Facts, { answers }: Decision): Finding | null {
  const found = setAsideFactors(flagFacts(content, model, score));
  if (answers === null || found.length === 0) return null;
  const reason = fillTemplate(answers.setAside.reason, { questions: labels(found) });
  return { reason, fields: found.map(({ factorId }) => factorId) };
}

/** So many questions said not to apply that the score is one of few. */
function manySetAside({ content, score, model }: Facts, { answers }: Decision): Finding | null {
  const rule = answers?.manySetAside ?? null;
  if (rule === null) return null;
  const asked = model.factors.filter(
    (one) => hasOwnAnswer(one) && one.appliesTo.includes(content.subject.type),
  );
  const aside = [...flagFacts(content, model, score).factors.values()].filter(
    ({ factorId, status }) => status === 'not-applicable' && Object.hasOwn(content.answers, factorId),
  );
  if (aside.length * 100 <= asked.length * rule.percent) return null;
  const reason = fillTemplate(rule.reason, {
    count: String(aside.length),
    asked: formatCount(asked.length, 'question'),
    share: formatPercent(aside.length / asked.length, 0),
    most: formatPercentValue(rule.percent),
  });
  return { reason, fields: aside.map(({ factorId }) => factorId) };
}

/** A question that only a referral tests, not answered, where the exposures do not answer it either. */
function untested({ content, score, model }: Facts, { answers }: Decision): Finding | null {
  const found = untestedByReferrals(flagFacts(content, model, score)).filter(({ factorId }) => {
    const factor = model.factors.find(({ id }) => id === factorId);
    return factor === undefined || offeredShare(content, factor, model) === null;
  });
  if (answers === null || found.length === 0) return null;
  const reason = fillTemplate(answers.untested.reason, { questions: labels(found) });
  return { reason, fields: found.map(({ factorId }) => factorId) };
}

/** `the incident on 10 Mar 2024`, `the incidents in 2021 and on 10 Mar 2024`. */
const theIncidents = (found: readonly Incident[]): string =>
  `the incident${found.length === 1 ? '' : 's'} ${listOfSome(found.map(whenText))}`;

/** Losses of which the assets at the time are not known, where those of today make the loss a smaller share. */
function assetsNotKnown({ content, model }: Facts, { losses }: Decision): Finding | null {
  if (losses === null || !takesUnknown(model)) return null;
  const today = assetsToday(content, model);
  const found = content.incidents.filter(
    ({ assetsAtTimeMinor, lossMinor }) =>
      assetsAtTimeMinor === null &&
      (lossMinor === null || (lossMinor > 0 && fromMinor(lossMinor) < today)) &&
      today > 0,
  );
  if (found.length === 0) return null;
  const reason = fillTemplate(losses.assetsNotKnown.reason, {
    days: theIncidents(found),
    assets: formatMoneyPlain(toMinor(today), content.currency),
  });
  return { reason, fields: found.map(({ id }) => id) };
}

/** Assets at the time of a loss so far above those of today that the loss may seem small beside them. */
function assetsFarAbove({ content, model }: Facts, { losses }: Decision): Finding | null {
  const rule = losses?.assetsFarAbove ?? null;
  const today = assetsToday(content, model);
  if (rule === null || today === 0) return null;
  const found = content.incidents.filter(
    ({ assetsAtTimeMinor, lossMinor }) =>
      lossMinor !== 0 && assetsAtTimeMinor !== null && fromMinor(assetsAtTimeMinor) > today * rule.times,
  );
  if (found.length === 0) return null;
  const reason = fillTemplate(rule.reason, {
    times: String(rule.times),
    days: theIncidents(found),
    assets: formatMoneyPlain(toMinor(today), content.currency),
  });
  return { reason, fields: found.map(({ id }) => id) };
}

/** Losses of which not even the size is known: the worst sensible value is not the worst that may have been. */
function lossNotKnown({ content, model }: Facts, { losses }: Decision): Finding | null {
  const rule = losses?.lossNotKnown ?? null;
  if (rule === null || !takesUnknown(model)) return null;
  const found = content.incidents.filter(({ lossMinor }) => lossMinor === null);
  if (found.length === 0) return null;
  return {
    reason: fillTemplate(rule.reason, { days: theIncidents(found) }),
    fields: found.map(({ id }) => id),
  };
}

/** Exclusions of the quoted parts that are bought back, but those that never are: they are refused. */
function boughtBack({ content: { terms }, model }: Facts, { exclusions }: Decision): Finding | null {
  if (exclusions === null) return null;
  const found = terms.buyBacks.filter(({ exclusionId }) => !exclusions.neverSold.includes(exclusionId));
  if (found.length === 0 || terms.parts.length === 0) return null;
  const named = found.map(
    ({ exclusionId }) => model.exclusions.find(({ id }) => id === exclusionId)?.label ?? exclusionId,
  );
  const reason = fillTemplate(exclusions.boughtBack.reason, {
    exclusions: listText(named.map((name) => `“${name}”`)),
  });
  return { reason, fields: found.map(({ exclusionId }) => `terms.buyBacks.${exclusionId}`) };
}

const perClient = ({ content: { terms } }: Facts, { contract }: Decision): Finding | null =>
  contract === null || terms.contract?.pooling !== 'per-client' || terms.parts.length === 0
    ? null
    : { reason: contract.perClient.reason, fields: ['terms.contract.pooling'] };

/** Evidence that was seen so long before the assessment that it no longer shows what is, or nobody knows when. */
function evidenceOld({ content, model }: Facts, { dates }: Decision): Finding | null {
  if (dates === null) return null;
  const { reason, undated } = dates.evidenceOld;
  const old = seenDates(content).filter(
    ({ date }) => addMonths(date, Math.floor(dates.evidenceMonths)) < content.asOf,
  );
  const ofNoDay = undated === null ? [] : undatedEvidence(content, model);
  if (old.length + ofNoDay.length === 0) return null;
  const sentences = [
    ...(old.length === 0
      ? []
      : [
          fillTemplate(reason, {
            months: String(dates.evidenceMonths),
            fields: listOfSome(old.map(({ path }) => lowerFirst(fieldWords(path, model)))),
          }),
        ]),
    ...(undated === null || ofNoDay.length === 0
      ? []
      : [fillTemplate(undated, { fields: listOfSome(ofNoDay.map(({ name }) => name)) })]),
  ];
  return {
    reason: sentences.join(' '),
    fields: [...old.map(({ path }) => path.map(String).join('.')), ...ofNoDay.map(({ field }) => field)],
  };
}

const FIND: Readonly<Record<RuleId, (facts: Facts, decision: Decision) => Finding | null>> = {
  'set-aside': setAside,
  untested,
  'many-set-aside': manySetAside,
  'not-asked': ({ content, model }) => onlineNotAsked(content, model),
  'assets-not-known': assetsNotKnown,
  'assets-far-above': assetsFarAbove,
  'loss-not-known': lossNotKnown,
  'one-loss': oneLossFinding,
  'evidence-old': evidenceOld,
  'bought-back': boughtBack,
  sanctions: ({ content }, decision) => underSanctions(content, decision),
  'own-words': ({ content, model }, decision) => wordsByHand(content, decision, model),
  'per-client-limit': perClient,
  'unusual-terms': ({ content, model }, decision) => unusualTerms(content, model, decision),
};

/**
 * The referrals that the wording's own rules raise: those about the subject, or those about the terms. Total and pure on any
 * schema-valid content.
 */
export function ruleReferrals(facts: Facts, about: 'subject' | 'terms'): readonly Flag[] {
  const { decision } = facts.model.wording;
  if (decision === null) return [];
  const rules = rulesOf(decision).filter(({ id }) => RULES_OF_TERMS.includes(id) === (about === 'terms'));
  return rules.flatMap(({ id, label }): readonly Flag[] => {
    const finding = FIND[id](facts, decision);
    return finding === null ? [] : [{ id, kind: 'referral', label, ...finding }];
  });
}
