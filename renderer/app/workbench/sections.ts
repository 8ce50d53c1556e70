import type { RatingModel } from '#shared/domain/rating-model.ts';
import type { Command } from '../../editor/commands/command.ts';
import type { Section } from '../../editor/section.ts';
import { goTo, type SectionId } from '../../editor/state/navigation.ts';
import { declarationsSection, subjectSection, termsSection } from '../../features/intake/sections.ts';
import { priceSection } from '../../features/pricing/section.ts';
import { overviewSection } from '../../features/review/section.ts';
import { auditsSection, custodySection } from '../../features/scoring/sections.tsx';
import { incidentsSection, quotesSection } from './sections/sections.ts';

/** The sections of the editor, in their order. A new one is its own record and a line here. */
export const SECTIONS = [
  overviewSection,
  subjectSection,
  custodySection,
  auditsSection,
  incidentsSection,
  declarationsSection,
  termsSection,
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
  const [head = '', second = ''] = path.split('.');
  const pillar = head === 'answers' ? model.factors.find(({ id }) => id === second)?.pillar : undefined;
  const found = SECTIONS.find(
    (section: Section) =>
      section.fields.includes(head) || (pillar !== undefined && section.pillar === pillar),
  );
  return (found ?? SECTIONS[0]).id;
}

/** The section that asks the questions of a pillar. */
export const sectionOfPillar = (pillar: NonNullable<Section['pillar']>): SectionId =>
  (SECTIONS.find((section: Section) => section.pillar === pillar) ?? SECTIONS[0]).id;

/** Alt and the number of its place goes to each of the first nine sections. */
export const sectionCommands: readonly Command[] = SECTIONS.map(({ id, title }, index) => ({
  id: `go.${id}`,
  group: 'Go to',
  title,
  ...(index < 9 ? { keys: [`alt+${index + 1}`] } : {}),
  canRun: ({ open }) => open !== null,
  run: ({ open }) => open && goTo({ kind: 'assessment', id: open.id, section: id }),
}));
