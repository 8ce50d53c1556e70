import { type PartTerms, partTermsSchema, type QuoteTerms } from '#shared/domain/assessment-content.ts';
import type { ContractTerms } from '#shared/domain/deal-content.ts';
import { subjectGroupOf } from '#shared/domain/model-rules.ts';
import type { RatingModel } from '#shared/domain/rating-model.ts';
import { type CoveragePartId, PERILS, type SubjectType } from '#shared/domain/vocabulary.ts';
import { withField } from '#shared/domain/with-field.ts';
import { edit } from '../../../editor/draft/draft-store.ts';

/** What an amount that cannot be empty says when it is. */
export const WRITE_ZERO = 'Enter 0 for none.';

export const editTerms = (name: string, key: string, patch: Partial<QuoteTerms>): void =>
  edit(`change ${name}`, `terms.${key}`, (content) => ({
    ...content,
    terms: { ...content.terms, ...patch },
  }));

/** As editTerms, for a term that is left out where it is not given. */
export const editOptionalTerm = <K extends keyof QuoteTerms>(
  name: string,
  key: K,
  value: QuoteTerms[K] | undefined,
): void =>
  edit(`change ${name}`, `terms.${key}`, (content) => ({
    ...content,
    terms: withField(content.terms, key, value),
  }));

/** Changes one term of the contract; with none left there is no contract. */
export const editContract = <K extends keyof ContractTerms>(
  name: string,
  key: K,
  value: ContractTerms[K] | undefined,
): void =>
  edit(`change ${name}`, `terms.contract.${key}`, (content) => {
    const contract = withField(content.terms.contract ?? {}, key, value);
    const given = Object.keys(contract).length === 0 ? undefined : contract;
    return { ...content, terms: withField(content.terms, 'contract', given) };
  });

export const editPart = ({
  part,
  name,
  key,
  patch,
}: {
  readonly part: CoveragePartId;
  readonly name: string;
  readonly key: keyof PartTerms;
  readonly patch: Partial<PartTerms>;
}): void =>
  edit(`change ${name}`, `terms.parts.${part}.${key}`, (content) => ({
    ...content,
    terms: {
      ...content.terms,
      parts: content.terms.parts.map((terms) => (terms.part === part ? { ...terms, ...patch } : terms)),
    },
  }));

export const addPart = (part: CoveragePartId, label: string): void =>
  edit(`add ${label}`, null, (content) => ({
    ...content,
    terms: {
      ...content.terms,
      parts: [...content.terms.parts, partTermsSchema.parse({ part, limitMinor: 0 })],
    },
  }));

export const removePart = (part: CoveragePartId, label: string): void =>
  edit(`remove ${label}`, null, (content) => ({
    ...content,
    terms: { ...content.terms, parts: content.terms.parts.filter((terms) => terms.part !== part) },
  }));

/** True when the model has no loss model or no base rate for a part: it then needs an entered rate. */
export function needsEnteredRate(part: CoveragePartId, type: SubjectType, model: RatingModel): boolean {
  const peril = model.pricing.perils.find(({ id }) => id === part);
  if (!(PERILS as readonly string[]).includes(part) || peril === undefined) return true;
  if (peril.baseFrequency[subjectGroupOf(type, model)] === null) return true;
  const relativity = model.pricing.typeRelativities.find((line) => line.type === type);
  return relativity?.[peril.relativityGroup] == null;
}
