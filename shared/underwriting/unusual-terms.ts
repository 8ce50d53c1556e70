import type { AssessmentContent, PartTerms, QuoteTerms } from '../domain/assessment-content.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatCount } from '../domain/format-date.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import { formatPercent, formatPercentValue } from '../domain/format-number.ts';
import { partLabel } from '../domain/model-words.ts';
import {
  fromMinor,
  largestMinor,
  type MinorUnits,
  minorWithout,
  NO_MONEY,
  smallestMinor,
} from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { standsUnderPolicy } from '../domain/stands-under-policy.ts';
import { underPolicy } from '../pricing/most-for-one-event.ts';
import { mostPaid, mostUnderPolicy } from '../pricing/most-paid.ts';
import { HOURS_OF_DAY } from './contract-issues.ts';
import { otherInsured } from './other-insured.ts';
import type { Finding } from './terms-findings.ts';

// Terms that a contract may have and hardly ever does. Sentences and figures stand in the wording; each is for somebody with
// authority to look at.

type Decision = NonNullable<RatingModel['wording']['decision']>;
type Unusual = NonNullable<Decision['unusual']>;

interface Found {
  readonly field: string;
  readonly text: string;
}

/** What is little of a whole, and how it is told. */
function littleOf({ currency }: AssessmentContent, { leastPaidPercent }: Unusual) {
  return {
    isLittle: (paid: MinorUnits, whole: MinorUnits) => paid * 100 < whole * leastPaidPercent,
    share: (paid: MinorUnits, whole: MinorUnits) => formatPercent(fromMinor(paid) / fromMinor(whole)),
    money: (minor: MinorUnits) => formatMoneyPlain(minor, currency),
  };
}

/** What is left of an amount once a retention is taken off it. */
const above = (retention: MinorUnits, amount: MinorUnits): MinorUnits =>
  minorWithout(amount, smallestMinor([retention, amount]));

/** Parts of which little of the limit is paid for one event alone, under their own terms and the policy's limit. */
function littlePaidByParts(content: AssessmentContent, model: RatingModel, words: Unusual): readonly Found[] {
  const { terms } = content;
  const { isLittle, share, money } = littleOf(content, words);
  const most = mostPaid(content, model)?.parts;
  const isUnder = standsUnderPolicy(terms);
  return terms.parts.flatMap((of): Found[] => {
    const { part, limitMinor, aggregateRetentionMinor } = of;
    const alone = most?.get(part)?.eventMinor;
    if (alone === undefined) return [];
    const paid = underPolicy(alone, isUnder(of), terms.policyAggregateLimitMinor);
    const first = above(aggregateRetentionMinor, paid);
    if (!isLittle(first, limitMinor)) return [];
    const facts = {
      part: partLabel(model, part),
      most: money(first),
      share: share(first, limitMinor),
      limit: money(limitMinor),
      retention: money(aggregateRetentionMinor),
    };
    const sentence = aggregateRetentionMinor === 0 ? words.partPaysLittle : words.partLittleOfOneEvent;
    return [{ field: part, text: fillTemplate(sentence, facts) }];
  });
}

/** The policy, where little of its limit is paid in the period, or its retention leaves little of one event alone. */
function littlePaidByPolicy(
  content: AssessmentContent,
  model: RatingModel,
  words: Unusual,
): readonly Found[] {
  const { terms } = content;
  const { isLittle, share, money } = littleOf(content, words);
  const { policyAggregateLimitMinor: limit, policyAggregateRetentionMinor: retention } = terms;
  const found: Found[] = [];
  const shared = mostUnderPolicy(content, model);
  if (shared !== null && limit !== null && isLittle(shared, limit)) {
    const filled = { most: money(shared), share: share(shared, limit), limit: money(limit) };
    const text = fillTemplate(words.policyPaysLittle, filled);
    found.push({ field: 'terms.policyAggregateLimitMinor', text });
  }
  const most = mostPaid(content, model)?.parts;
  const events = terms.parts
    .filter(standsUnderPolicy(terms))
    .map(({ part }) => most?.get(part)?.eventMinor ?? NO_MONEY);
  const event = largestMinor([NO_MONEY, ...events]);
  const left = above(retention, event);
  if (retention > 0 && event > 0 && isLittle(left, event)) {
    const filled = { most: money(left), share: share(left, event), retention: money(retention) };
    const text = fillTemplate(words.policyLittleOfOneEvent, filled);
    found.push({ field: 'terms.policyAggregateRetentionMinor', text });
  }
  return found;
}

/** Parts for which the insured keeps nothing or next to nothing of its own loss, and a policy that has no retention at all. */
function littleKept(content: AssessmentContent, model: RatingModel, words: Unusual): readonly Found[] {
  const { parts, policyAggregateRetentionMinor: ofPolicy } = content.terms;
  const retained = ({ retentionMinor, aggregateRetentionMinor }: PartTerms) =>
    largestMinor([retentionMinor, aggregateRetentionMinor]);
  if (ofPolicy === 0 && parts.every((part) => retained(part) === 0))
    return [{ field: parts[0]?.part ?? 'terms.parts', text: words.noRetention }];
  const { share, money } = littleOf(content, words);
  const isUnder = standsUnderPolicy(content.terms);
  return parts.flatMap((of): Found[] => {
    const { part, limitMinor } = of;
    const kept = largestMinor([retained(of), isUnder(of) ? ofPolicy : NO_MONEY]);
    if (kept * 100 >= limitMinor * words.leastRetentionPercent) return [];
    const facts = {
      part: partLabel(model, part),
      retention: money(kept),
      share: share(kept, limitMinor),
      limit: money(limitMinor),
    };
    return [{ field: part, text: fillTemplate(words.littleRetention, facts) }];
  });
}

/** Figures beyond what is usual. */
function beyondUsual(
  { brokeragePercent = 0, taxes, line, contract, ...terms }: QuoteTerms,
  words: Unusual,
): readonly Found[] {
  const taxesPercent = taxes.reduce((sum, { ratePercent }) => sum + ratePercent, 0);
  const { waitingHours = 0, claimsDays = words.claimsDays, discoveryDays = 0 } = contract ?? {};
  const { validityDays, periodDays } = terms;
  const longestWait = Math.min(
    words.waitingHours,
    Math.floor((periodDays * HOURS_OF_DAY * words.waitingPercent) / 100),
  );
  const percents = (value: number, most: number) => ({
    percent: formatPercentValue(value),
    most: formatPercentValue(most),
  });
  const counts = (key: 'hour' | 'day', value: number, most: number) => ({
    [`${key}s`]: formatCount(value, key),
    most: formatCount(most, key),
  });
  const under = (days: number, least: number) => ({
    days: formatCount(days, 'day'),
    least: formatCount(least, 'day'),
  });
  const all = [
    {
      isBeyond: brokeragePercent > words.brokeragePercent,
      field: 'brokeragePercent',
      text: fillTemplate(words.brokerage, percents(brokeragePercent, words.brokeragePercent)),
    },
    {
      isBeyond: taxesPercent > words.taxesPercent,
      field: 'taxes',
      text: fillTemplate(words.taxes, percents(taxesPercent, words.taxesPercent)),
    },
    {
      // Each may be usual where both are not; one that is not by itself is said alone.
      isBeyond:
        brokeragePercent + taxesPercent > words.togetherPercent &&
        brokeragePercent <= words.brokeragePercent &&
        taxesPercent <= words.taxesPercent,
      field: 'brokeragePercent',
      text: fillTemplate(words.together, {
        brokerage: formatPercentValue(brokeragePercent),
        taxes: formatPercentValue(taxesPercent),
        most: formatPercentValue(words.togetherPercent),
      }),
    },
    {
      isBeyond: line?.role === 'follow' && line.writtenPercent === 100,
      field: 'line.writtenPercent',
      text: words.followsWhole,
    },
    {
      isBeyond: waitingHours > longestWait,
      field: 'contract.waitingHours',
      text: fillTemplate(words.waiting, counts('hour', waitingHours, longestWait)),
    },
    {
      isBeyond: validityDays > words.validityDays,
      field: 'validityDays',
      text: fillTemplate(words.validity, counts('day', validityDays, words.validityDays)),
    },
    {
      isBeyond: claimsDays < words.leastClaimsDays,
      field: 'contract.claimsDays',
      text: fillTemplate(words.shortClaims, under(claimsDays, words.leastClaimsDays)),
    },
    {
      isBeyond: claimsDays > words.claimsDays,
      field: 'contract.claimsDays',
      text: fillTemplate(words.claims, counts('day', claimsDays, words.claimsDays)),
    },
    {
      isBeyond: discoveryDays > words.discoveryDays,
      field: 'contract.discoveryDays',
      text: fillTemplate(words.discovery, counts('day', discoveryDays, words.discoveryDays)),
    },
    {
      isBeyond: periodDays < words.leastPeriodDays,
      field: 'periodDays',
      text: fillTemplate(words.shortPeriod, under(periodDays, words.leastPeriodDays)),
    },
    {
      isBeyond: periodDays > words.periodDays,
      field: 'periodDays',
      text: fillTemplate(words.period, counts('day', periodDays, words.periodDays)),
    },
  ];
  return all.flatMap(({ isBeyond, field, text }) => (isBeyond ? [{ field: `terms.${field}`, text }] : []));
}

/** All that is unusual in the terms of an offer, as one referral; null where nothing is. Total and pure. */
export function unusualTerms(
  content: AssessmentContent,
  model: RatingModel,
  { unusual: words }: Decision,
): Finding | null {
  const { terms } = content;
  if (words === null || terms.parts.length === 0) return null;
  const insured = otherInsured(content, words);
  const found = [
    ...littlePaidByParts(content, model, words),
    ...littlePaidByPolicy(content, model, words),
    ...littleKept(content, model, words),
    ...beyondUsual(terms, words),
    ...(insured === null ? [] : [{ field: 'terms.insured', text: insured }]),
  ];
  return found.length === 0
    ? null
    : { reason: found.map(({ text }) => text).join(' '), fields: found.map(({ field }) => field) };
}
