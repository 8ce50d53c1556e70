import type { AssessmentContent } from '../domain/assessment-content.ts';
import { companyKey } from '../domain/company-key.ts';
import { fillTemplate } from '../domain/fill-template.ts';
import type { RatingModel } from '../domain/rating-model.ts';

type Unusual = NonNullable<NonNullable<RatingModel['wording']['decision']>['unusual']>;

/**
 * The insured of the contract is not the subject, nor the subject with those that the wording lets stand beside it. Where no
 * legal name is given, the name of the subject must at least stand at the head of it.
 */
export function otherInsured({ subject, terms }: AssessmentContent, words: Unusual): string | null {
  const insured = terms.insured ?? '';
  const name = subject.legalName ?? subject.name;
  const [ofTerms, ofSubject] = [companyKey(insured), companyKey(name)];
  if (ofTerms === '' || ofSubject === '' || ofTerms === ofSubject) return null;
  let rest = ofTerms.startsWith(`${ofSubject} `) ? ofTerms.slice(ofSubject.length + 1) : null;
  // “Example Ltd and its subsidiaries” has two endings.
  const endings = words.insuredEndings.map(companyKey).toSorted((a, b) => b.length - a.length);
  for (let round = 0; round < ENDINGS && rest !== null && rest !== '' && !TRADING_AS.test(rest); round += 1) {
    const ended: string = rest;
    const ending = endings.find((one) => ended === one || ended.startsWith(`${one} `));
    rest = ending === undefined ? null : ended.slice(ending.length + 1);
  }
  return rest === '' || (rest !== null && TRADING_AS.test(rest))
    ? null
    : fillTemplate(words.otherInsured, { insured, name });
}

/** As many endings as a name may have: of its form, and of those beside it. */
const ENDINGS = 2;

/** By another name: “t/a Calder Sound Exchange”. */
const TRADING_AS = /^(t a|trading as|dba|d b a)( |$)/;
