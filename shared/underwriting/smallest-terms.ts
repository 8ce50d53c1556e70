import type { AssessmentContent } from '../domain/assessment-content.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import type { Issue } from '../domain/issue.ts';
import { partLabel } from '../domain/model-words.ts';
import { type MinorUnits, minorWithout, NO_MONEY, smallestMinor } from '../domain/money.ts';
import { ourPercent, ourShareMinor } from '../domain/our-share.ts';
import type { RatingModel } from '../domain/rating-model.ts';
import { mostPaid, mostUnderPolicy } from '../pricing/most-paid.ts';

const refused = (id: string, field: string, message: string): Issue => ({
  severity: 'cannot-proceed',
  id,
  about: 'content',
  field: `terms.${field}`,
  message,
});

/**
 * Terms under which a part, the policy, our line or a sub-limit pays next to nothing, under the least that the model's wording
 * holds to be worth a contract: each named, whatever of limits, retentions and shares makes it so. Empty where the terms
 * cannot be priced, and say why themselves. Total and pure.
 */
export function smallestIssues(content: AssessmentContent, model: RatingModel): readonly Issue[] {
  const words = model.wording.decision?.smallest ?? null;
  if (words === null) return [];
  const { terms, currency } = content;
  const money = (minor: MinorUnits) => formatMoneyPlain(minor, currency);
  const least = money(words.payableMinor);
  const subLimits = (terms.contract?.subLimits ?? []).flatMap(({ part: id, label, limitMinor }, i) => {
    const retention = terms.parts.find(({ part }) => part === id)?.retentionMinor ?? NO_MONEY;
    const paid = limitMinor > retention ? minorWithout(limitMinor, retention) : NO_MONEY;
    if (paid >= words.subLimitMinor) return [];
    const message = fillTemplate(words.subLimit, {
      label,
      part: partLabel(model, id),
      most: money(paid),
      least: money(words.subLimitMinor),
    });
    return [refused(`sub-limit-too-small:${i}`, `contract.subLimits.${i}.limitMinor`, message)];
  });
  const most = mostPaid(content, model);
  if (most === null) return subLimits;
  const parts = terms.parts.flatMap(({ part }, i) => {
    const paid = most.parts.get(part);
    if (paid === undefined) return [];
    const lesser = smallestMinor([paid.eventMinor, paid.periodMinor]);
    if (lesser >= words.payableMinor) return [];
    const message = fillTemplate(lesser === paid.eventMinor ? words.event : words.period, {
      part: partLabel(model, part),
      most: money(lesser),
      least,
    });
    return [refused(`part-too-small:${part}`, `parts.${i}.limitMinor`, message)];
  });
  if (parts.length > 0) return [...parts, ...subLimits];
  const shared = mostUnderPolicy(content, model);
  const ours = ourShareMinor(most.periodMinor, ourPercent(terms));
  return [
    ...(shared !== null && shared < words.payableMinor
      ? [
          refused(
            'policy-too-small',
            'policyAggregateLimitMinor',
            fillTemplate(words.policy, { most: money(shared), least }),
          ),
        ]
      : []),
    ...(ours < words.payableMinor
      ? [
          refused(
            'line-too-small',
            'line.writtenPercent',
            fillTemplate(words.line, { most: money(ours), least }),
          ),
        ]
      : []),
    ...subLimits,
  ];
}
