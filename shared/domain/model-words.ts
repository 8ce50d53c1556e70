import type { ExposureField } from './exposures.ts';
import { fillTemplate } from './fill-template.ts';
import { formatSignificant } from './format-number.ts';
import type { RatingModel } from './rating-model.ts';
import type { EvidenceState, Pillar, RegisterEvidenceState } from './vocabulary.ts';

/** The names of a closed vocabulary as a model's wording has them. */
export const labelsById = <K extends string>(
  records: readonly { readonly id: K; readonly label: string }[],
): Readonly<Record<K, string>> =>
  Object.fromEntries(records.map(({ id, label }) => [id, label])) as Record<K, string>;

export interface EvidenceWords {
  /** The model's full label. */
  readonly label: string;
  readonly short: string;
}

/** The words of an evidence state: the model's label and the wording's short name. */
export function evidenceWords(model: RatingModel, state: EvidenceState): EvidenceWords {
  const label = model.evidenceStates.find(({ id }) => id === state)?.label ?? state;
  return { label, short: model.wording.evidenceStates.find(({ id }) => id === state)?.short ?? label };
}

const capText = (model: RatingModel, state: EvidenceState): string =>
  formatSignificant(model.evidenceStates.find(({ id }) => id === state)?.cap ?? 0);

/** What an evidence state is and does to an answer, in one sentence with the model's own cap. */
export function evidenceEffect(model: RatingModel, state: EvidenceState): string {
  const effect = model.wording.evidenceStates.find(({ id }) => id === state)?.effect ?? '';
  return `${evidenceWords(model, state).label}: ${fillTemplate(effect, { cap: capText(model, state) })}`;
}

/** What an evidence state is and does to the incident register. */
export function registerEffect(model: RatingModel, state: RegisterEvidenceState): string {
  const effect = model.wording.evidenceStates.find(({ id }) => id === state)?.registerEffect ?? '';
  const count = formatSignificant(model.wording.register.factors.length);
  return `${evidenceWords(model, state).label}: ${fillTemplate(effect, { cap: capText(model, state), count })}`;
}

/** The name of an exposure. */
export const exposureLabel = (model: RatingModel, field: ExposureField): string =>
  model.wording.exposures.find(({ id }) => id === field)?.label ?? field;

/** What a cause of loss is called; its code where the model does not know it. */
export const causeLabel = (
  { causes }: { readonly causes: readonly { readonly code: string; readonly label: string }[] },
  code: string,
): string => causes.find((cause) => cause.code === code)?.label ?? code;

/** What a part of cover is called; its code where the model does not know it. */
export const partLabel = (
  { coverageParts }: { readonly coverageParts: readonly { readonly id: string; readonly label: string }[] },
  part: string,
): string => coverageParts.find(({ id }) => id === part)?.label ?? part;

/** The short names that charts and tables use. */
export interface ModelWords {
  readonly pillars: Readonly<Record<Pillar, string>>;
  readonly evidence: Readonly<Record<EvidenceState, EvidenceWords>>;
}

export const modelWords = (model: RatingModel): ModelWords => ({
  pillars: Object.fromEntries(model.wording.pillars.map(({ id, short }) => [id, short])) as Record<
    Pillar,
    string
  >,
  evidence: Object.fromEntries(
    model.evidenceStates.map(({ id }) => [id, evidenceWords(model, id)]),
  ) as Record<EvidenceState, EvidenceWords>,
});
