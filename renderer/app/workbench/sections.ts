import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { Command } from '../../editor/commands/command.ts';
import type { Section } from '../../editor/section.ts';
import { goTo, type SectionId } from '../../editor/state/navigation.ts';
import {
  contractSection,
  declarationsSection,
  subjectSection,
  termsSection,
} from '../../features/intake/sections.ts';
import { priceSection } from '../../features/pricing/section.ts';
import { auditsSection, custodySection } from '../../features/scoring/sections.tsx';
import { incidentsSection, overviewSection, quotesSection } from './sections/sections.ts';

/** The sections of the editor, in their order. A new one is its own record and a line here. */
export const SECTIONS = [
  overviewSection,
  subjectSection,
  custodySection,
  auditsSection,
  incidentsSection,
  declarationsSection,
  termsSection,
  contractSection,
  priceSection,
  quotesSection,
] as const;

declare module '../../editor/state/navigation.ts' {
  interface Destinations {
    readonly section: (typeof SECTIONS)[number]['id'];
  }
}

/** A section by its id; the first one where there is no such section. */
export const sectionOf = (id: SectionId): Section<SectionId> =>
  SECTIONS.find((section) => section.id === id) ?? SECTIONS[0];

/** The section that shows a field. */
export function sectionOfPath(path: string, model: RatingModel): SectionId {
  const [head = '', second = '', third] = path.split('.');
  const asked =
    head === 'answers' ? second : head === 'judgement' && second === 'answers' ? third : undefined;
  const pillar = model.factors.find(({ id }) => id === asked)?.pillar;
  const found =
    SECTIONS.find((section: Section) => section.fields.includes(`${head}.${second}`)) ??
    SECTIONS.find((section: Section) =>
      pillar === undefined ? section.fields.includes(head) : section.pillar === pillar,
    );
  return (found ?? SECTIONS[0]).id;
}

/** The section that asks the questions of a pillar. */
export const sectionOfPillar = (pillar: NonNullable<Section['pillar']>): SectionId =>
  (SECTIONS.find((section: Section) => section.pillar === pillar) ?? SECTIONS[0]).id;

/** Alt and the number of its place goes to each of the first ten sections, 0 to the tenth. */
export const sectionCommands: readonly Command[] = SECTIONS.map(({ id, title }, index) => ({
  id: `go.${id}`,
  group: 'Go to',
  title,
  ...(index < 10 ? { keys: [`alt+${(index + 1) % 10}`] } : {}),
  canRun: ({ open }) => open !== null,
  run: ({ open }) => open && goTo({ kind: 'assessment', id: open.id, section: id }),
}));
