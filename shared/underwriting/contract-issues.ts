import type { AssessmentContent } from '../domain/assessment-content.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import { formatMoneyPlain } from '../domain/format-money.ts';
import type { Issue } from '../domain/issue.ts';
import { partLabel } from '../domain/model-words.ts';
import type { MinorUnits } from '../domain/money.ts';
import type { RatingModel } from '../domain/rating-model.ts';

// Terms of the contract that can never pay, or that say otherwise than what is priced. Their words stand in the wording.

export const HOURS_OF_DAY = 24;

const issue = (found: Pick<Issue, 'severity' | 'id' | 'message'> & { readonly field: string }): Issue => ({
  ...found,
  about: 'content',
  field: `terms.${found.field}`,
});

/** Exclusions that are never bought back. */
function notSold({ terms }: AssessmentContent, { exclusions, wording }: RatingModel): readonly Issue[] {
  const rules = wording.decision?.exclusions ?? null;
  if (rules === null) return [];
  return terms.buyBacks.flatMap(({ exclusionId }, i) => {
    if (!rules.neverSold.includes(exclusionId)) return [];
    const exclusion = exclusions.find(({ id }) => id === exclusionId)?.label ?? exclusionId;
    const message = fillTemplate(rules.notSold, { exclusion });
    return [
      issue({
        severity: 'cannot-proceed',
        id: `never-sold:${exclusionId}`,
        field: `buyBacks.${i}.exclusionId`,
        message,
      }),
    ];
  });
}

/** Terms that rule each other out: nothing goes out until they are settled. Total and pure. */
export function contractFaults(content: AssessmentContent, model: RatingModel): readonly Issue[] {
  const { contract, periodDays } = content.terms;
  const words = model.wording.decision?.contract ?? null;
  const found = [...notSold(content, model)];
  if (words === null) return found;
  const { waitingHours, claimsDays } = contract ?? {};
  if (waitingHours !== undefined && waitingHours >= periodDays * HOURS_OF_DAY)
    found.push(
      issue({
        severity: 'cannot-proceed',
        id: 'waiting-all-period',
        field: 'contract.waitingHours',
        message: words.waitingAllPeriod,
      }),
    );
  if (claimsDays === 0)
    found.push(
      issue({
        severity: 'cannot-proceed',
        id: 'no-time-to-claim',
        field: 'contract.claimsDays',
        message: words.noTimeToClaim,
      }),
    );
  return found;
}

/** The part that is said to answer for a deceived signer is not quoted: the paper says so, and another option may quote it. */
function ofSigning({ terms }: AssessmentContent, { wording, coverageParts }: RatingModel): readonly Issue[] {
  const words = wording.decision?.contract ?? null;
  const chosen = wording.signingWordings.wordings.find(({ id }) => id === terms.signingWording);
  const quoted = chosen?.part ?? null;
  if (words === null || quoted === null || terms.parts.length === 0) return [];
  if (terms.parts.some(({ part }) => part === quoted)) return [];
  const part = partLabel({ coverageParts }, quoted);
  const message = fillTemplate(words.signingNotQuoted, {
    question: wording.signingWordings.question,
    part,
  });
  return [issue({ severity: 'warning', id: 'signing-part-not-quoted', field: 'signingWording', message })];
}

/** Lines of the schedule under a part that is not quoted here; another option may quote it. */
function scheduledUnderNoPart(
  { schedule = [], terms }: AssessmentContent,
  model: RatingModel,
): readonly Issue[] {
  const words = model.wording.decision?.unusual ?? null;
  if (words === null || terms.parts.length === 0) return [];
  return schedule.flatMap(({ part, label, address }, i): readonly Issue[] => {
    if (part === undefined || terms.parts.some((quoted) => quoted.part === part)) return [];
    const facts = {
      asset: label ?? address,
      part: partLabel(model, part),
    };
    return [
      {
        severity: 'warning',
        id: `scheduled-under-no-part:${i}`,
        about: 'content',
        field: `schedule.${i}.part`,
        message: fillTemplate(words.scheduledUnderNoPart, facts),
      },
    ];
  });
}

/** Terms that limit nothing, or promise what is not quoted. Total and pure. */
export function contractIssues(content: AssessmentContent, model: RatingModel): readonly Issue[] {
  const { terms, currency } = content;
  const words = model.wording.decision?.contract ?? null;
  if (words === null) return [];
  const money = (minor: MinorUnits) => formatMoneyPlain(minor, currency);
  const idle = (terms.contract?.subLimits ?? []).flatMap(({ part: id, label, limitMinor }, i) => {
    const part = terms.parts.find((one) => one.part === id);
    if (part === undefined || limitMinor < part.limitMinor) return [];
    const message = fillTemplate(words.subLimitAboveLimit, {
      label,
      part: partLabel(model, id),
      amount: money(limitMinor),
      limit: money(part.limitMinor),
    });
    return [
      issue({
        severity: 'warning',
        id: `sub-limit-above-limit:${i}`,
        field: `contract.subLimits.${i}.limitMinor`,
        message,
      }),
    ];
  });
  return [...idle, ...ofSigning(content, model), ...scheduledUnderNoPart(content, model)];
}
