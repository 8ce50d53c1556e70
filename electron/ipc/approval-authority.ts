import type { AssessmentContent } from '#shared/domain/assessment-content.ts';
import { GRADE_ISSUE } from '#shared/domain/issue.ts';
import { contentOfOption, mainOption } from '#shared/domain/options.ts';
import type { Profile } from '#shared/domain/people.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { authorityFacts, authorityFindings } from '#shared/underwriting/authority.ts';
import { type Judgement, referralsIn } from '#shared/underwriting/judgement.ts';

interface Referred {
  readonly content: AssessmentContent;
  readonly model: RatingModel;
  readonly judgement: Judgement;
}

/**
 * Why somebody's authority does not cover what is referred, one sentence each; none where it does. It must cover every option
 * that goes on the paper, and whatever referrals are open but that of somebody else's authority.
 */
export function beyondAuthority(
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
