import type { Checkpoint } from './checkpoints.ts';
import type { PaperFacts, Step } from './read-paper.ts';

/** Where a step stands: in which artifacts and in which tagged content. */
interface Place {
  readonly step: Step;
  readonly inArtifact: boolean;
  readonly inTagged: boolean;
}

function placesOf(steps: readonly Step[]): readonly Place[] {
  const open: Step[] = [];
  const isTagged = ({ mcid }: Step): boolean => mcid !== null && mcid !== undefined;
  return steps.map((step) => {
    if (step.kind === 'end') open.pop();
    const place = {
      step,
      inArtifact: open.some(({ tag }) => tag === 'Artifact'),
      inTagged: open.some(isTagged),
    };
    if (step.kind === 'begin') open.push(step);
    return place;
  });
}

const onEachPage =
  (words: string, isWrong: (place: Place, page: PaperFacts['pages'][number]) => boolean) =>
  ({ pages }: PaperFacts): readonly string[] =>
    pages.flatMap((page, index) => {
      const count = placesOf(page.steps).filter((place) => isWrong(place, page)).length;
      return count === 0 ? [] : [`Page ${index + 1}: ${words} (${count} times).`];
    });

/** Checkpoint 1 of the protocol, and what the text of a page is made of. */
export const checkPages: readonly Checkpoint[] = [
  {
    number: '01-003',
    rule: 'No artifact stands inside tagged content.',
    check: onEachPage(
      'an artifact inside tagged content',
      ({ step, inTagged }) => step.kind === 'begin' && step.tag === 'Artifact' && inTagged,
    ),
  },
  {
    number: '01-004',
    rule: 'No tagged content stands inside an artifact.',
    check: onEachPage(
      'tagged content inside an artifact',
      ({ step, inArtifact }) =>
        step.kind === 'begin' && step.mcid !== null && step.mcid !== undefined && inArtifact,
    ),
  },
  {
    number: '01-005',
    rule: 'Everything drawn is tagged or an artifact, and what is tagged stands in the tree.',
    check: (facts) => {
      const held = new Map(facts.pages.map(({ ref }) => [ref, new Set<number>()]));
      for (const { kids } of facts.elements)
        for (const kid of kids)
          if ('mcid' in kid && kid.page !== undefined) held.get(kid.page)?.add(kid.mcid);
      return [
        ...onEachPage(
          'something drawn is neither',
          ({ step, inArtifact, inTagged }) =>
            (step.kind === 'paint' || step.kind === 'text') && !inArtifact && !inTagged,
        )(facts),
        ...onEachPage(
          'marked content stands in no tag',
          ({ step }, page) =>
            step.kind === 'begin' &&
            step.mcid !== null &&
            step.mcid !== undefined &&
            held.get(page.ref)?.has(step.mcid) !== true,
        )(facts),
      ];
    },
  },
  {
    number: '10-001',
    rule: 'Every character drawn is known as a letter.',
    check: onEachPage('text without a letter', ({ step }) => (step.unmapped ?? 0) > 0),
  },
  {
    number: '31-030',
    rule: 'No text is drawn with the box for missing letters.',
    // Every font of a paper codes its glyphs by their number in two bytes (31-001), and that of the box is nought.
    check: ({ pages }) =>
      pages.flatMap(({ content }, index) =>
        [...content.matchAll(/<([0-9A-Fa-f]+)>(?= ?T[jJ]|[^<>]*\] ?TJ)/g)].some(([, codes = '']) =>
          (codes.match(/.{4}/g) ?? []).some((code) => code === '0000'),
        )
          ? [`Page ${index + 1}: missing letters.`]
          : [],
      ),
  },
];
