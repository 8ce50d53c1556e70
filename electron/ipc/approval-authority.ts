import { ownWorkRefusal } from '#shared/deal/own-entry.ts';
import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { GRADE_ISSUE } from '#shared/domain/issue.ts';
import { ceilingOf } from '#shared/domain/may-change-profile.ts';
import { contentOfOption, mainOption } from '#shared/domain/options.ts';
import type { Profile } from '#shared/domain/people.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { AssessmentRecord } from '#shared/domain/records.ts';
import { authorityFacts, authorityFindings } from '#shared/underwriting/authority.ts';
import { type Judgement, referralsIn } from '#shared/underwriting/judgement.ts';
import type { ChangeStamp } from '../store/audit/audit.ts';

interface Referred {
  readonly content: AssessmentContent;
  readonly model: RatingModel;
  readonly judgement: Judgement;
}

/**
 * Why somebody may not approve what is referred, one sentence each; none where they may. Their own authority must cover it,
 * and while there is no head of underwriting that of the first person as well: nobody else can have granted more.
 */
export function approvalRefusals(
  profile: Profile,
  profiles: readonly Profile[],
  referred: Referred,
): readonly string[] {
  const own = beyondAuthority(profile, referred);
  const ceiling = ceilingOf(profile, profiles);
  const above = ceiling === null ? [] : beyondAuthority(ceiling, referred);
  return above.length === 0
    ? own
    : [
        ...own,
        `There is no head of underwriting here, so that no approval goes further than the authority of ${ceiling?.name}, the first person. ${above.join(' ')}`,
      ];
}

/**
 * Why somebody's authority does not cover what is referred, one sentence each; none where it does. It must cover every option
 * that goes on the paper, and whatever referrals are open but that of somebody else's authority.
 */
function beyondAuthority(
  profile: Pick<Profile, 'name' | 'limits'>,
  { content, model, judgement }: Referred,
): readonly string[] {
  const words = model.wording.decision?.authority ?? null;
  const referrals = referralsIn(judgement).filter(({ id }) => id !== words?.flag);
  if (words === null) return withoutWords(profile, judgement);
  const options = judgement.options ?? [{ id: mainOption(content), price: judgement.price }];
  const sentences = options.flatMap(({ id, price }) => {
    const facts = authorityFacts(contentOfOption(content, id), {
      score: judgement.score,
      price: price.ok ? price.value : null,
      referrals,
      model,
    });
    return authorityFindings(facts, profile, words).map(({ sentence }) => sentence);
  });
  return [...new Set(sentences)];
}

/** Why somebody could not approve an assessment: because it is theirs, or beyond them. */
export function refusalsOf(
  profile: Profile,
  profiles: readonly Profile[],
  of: Referred & {
    readonly record: Pick<AssessmentRecord, 'deal' | 'summary'>;
    /** Of whoever refers it, while it is not referred yet. */
    readonly stamp: Pick<ChangeStamp, 'profileId'>;
  },
): readonly string[] {
  const { editors, referral } = of.record.deal;
  const isReferred = of.record.summary.deal.state === 'referred';
  const referredBy = (isReferred ? referral?.profileId : of.stamp.profileId) ?? null;
  const own = ownWorkRefusal(profile, { editors, referredBy });
  return [...(own === null ? [] : [own]), ...approvalRefusals(profile, profiles, of)];
}

/** Under a model whose wording is of before there were people: whether each referral may be cleared, and a decline. */
function withoutWords(
  { name, limits }: Pick<Profile, 'name' | 'limits'>,
  judgement: Judgement,
): readonly string[] {
  const isDeclined = judgement.issues.some(
    ({ id, severity }) => id === GRADE_ISSUE && severity === 'cannot-quote',
  );
  return [
    ...referralsIn(judgement)
      .filter(({ id }) => limits.mayClear !== 'all' && !limits.mayClear.includes(id))
      .map(({ label }) => `${name} may not clear “${label}”.`),
    ...(isDeclined && !limits.mayApproveDecline ? [`${name} may not approve a grade to be declined.`] : []),
  ];
}
