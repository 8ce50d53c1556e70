import type { AssessmentContent } from '../domain/assessment-content.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import type { Issue, Severity } from '../domain/issue.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';

const HOURS_OF_DAY = 24;

/** Terms of the contract that can never pay, or that say otherwise than what is priced: a sentence each. Total and pure. */
export function contractIssues({ terms, currency }: AssessmentContent, model: RatingModel): readonly Issue[] {
  const { contract, parts, periodDays } = terms;
  if (contract === undefined) return [];
  const found: Issue[] = [];
  const say = (severity: Severity, [id, field]: readonly [id: string, field: string], message: string) =>
    found.push({ severity, id, about: 'content', field: `terms.contract.${field}`, message });
  const money = (minor: MinorUnits) => formatMoneyPlain(minor, currency);
  for (const [i, { part: id, label, limitMinor }] of (contract.subLimits ?? []).entries()) {
    const part = parts.find((one) => one.part === id);
    const of = `The sub-limit “${label}” of ${model.coverageParts.find((one) => one.id === id)?.label ?? id}`;
    const field = `subLimits.${i}.limitMinor`;
    if (limitMinor === 0)
      say('cannot-proceed', [`sub-limit-nothing:${i}`, field], `${of} must be above 0, or be taken off.`);
    else if (part !== undefined && limitMinor <= part.retentionMinor)
      say(
        'needed',
        [`sub-limit-under-retention:${i}`, field],
        `${of}, ${money(limitMinor)}, is not above the retention of ${money(part.retentionMinor)}, so that nothing is ever paid under it. Raise it, or write an exclusion.`,
      );
    else if (part !== undefined && limitMinor >= part.limitMinor)
      say(
        'warning',
        [`sub-limit-above-limit:${i}`, field],
        `${of}, ${money(limitMinor)}, is not below the limit of ${money(part.limitMinor)}, so that it limits nothing.`,
      );
  }
  const { waitingHours, claimsDays, pooling } = contract;
  if (waitingHours !== undefined && waitingHours >= periodDays * HOURS_OF_DAY)
    say(
      'cannot-proceed',
      ['waiting-all-period', 'waitingHours'],
      'The waiting period must be shorter than the period of cover.',
    );
  if (claimsDays === 0)
    say(
      'cannot-proceed',
      ['no-time-to-claim', 'claimsDays'],
      'The time to notify a claim must be above 0 days, or be left out.',
    );
  if (pooling === 'per-client' && parts.length > 0)
    say(
      'needs-authority',
      ['per-client-limit', 'pooling'],
      'Referred: a limit for each client. The price and the most that is paid are of one limit for all clients.',
    );
  return found;
}
