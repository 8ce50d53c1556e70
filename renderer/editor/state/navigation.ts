import { create } from 'zustand';
import { storedJson } from '#shared/domain/json-text.ts';
import { type AssessmentId, assessmentIdSchema } from '#shared/domain/records.ts';
import { isEqual } from '../is-equal.ts';

/**
 * The pages and sections that there are. app/ adds them from its lists, so that a place can name no other.
 *
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: its members are declared where the pages and sections are listed
export interface Destinations {}
type Known<Kind extends string> =
  Destinations extends Readonly<Record<Kind, infer Id extends string>> ? Id : string;
export type PageId = Known<'page'>;
export type SectionId = Known<'section'>;

export type Place =
  | { readonly kind: 'page'; readonly page: PageId }
  | { readonly kind: 'assessment'; readonly id: AssessmentId; readonly section: SectionId };

const HOME: Place = { kind: 'page', page: 'list' };

/** A field to bring into view after arriving; `nonce` makes asking twice for the same field work. */
interface Arrival {
  readonly path: string;
  readonly nonce: number;
}

interface Navigation {
  readonly place: Place;
  readonly arrival: Arrival | null;
  readonly behind: readonly Place[];
  readonly ahead: readonly Place[];
}

const REMEMBERED = 'ballast.place';
const DEPTH = 50;

export const useNavigation = create<Navigation>()(() => ({
  place: HOME,
  arrival: null,
  behind: [],
  ahead: [],
}));

export const goToPage = (page: PageId): void => goTo({ kind: 'page', page });

/** Goes to a place; the place left behind can be returned to. */
export function goTo(place: Place, fieldPath?: string): void {
  const current = useNavigation.getState();
  const isSame = isEqual(current.place, place);
  const arrival =
    fieldPath === undefined ? null : { path: fieldPath, nonce: (current.arrival?.nonce ?? 0) + 1 };
  useNavigation.setState({
    place,
    arrival,
    behind: isSame ? current.behind : [...current.behind, current.place].slice(-DEPTH),
    ahead: isSame ? current.ahead : [],
  });
  remember(place);
}

export function goBack(): void {
  const { place, behind, ahead } = useNavigation.getState();
  const previous = behind.at(-1);
  if (!previous) return;
  useNavigation.setState({
    place: previous,
    arrival: null,
    behind: behind.slice(0, -1),
    ahead: [place, ...ahead],
  });
  remember(previous);
}

export function goForward(): void {
  const { place, behind, ahead } = useNavigation.getState();
  const next = ahead[0];
  if (!next) return;
  useNavigation.setState({ place: next, arrival: null, behind: [...behind, place], ahead: ahead.slice(1) });
  remember(next);
}

/** Forgets every way back into an assessment that is not there any more. */
export function forgetAssessment(id: AssessmentId): void {
  const keep = (place: Place) => place.kind !== 'assessment' || place.id !== id;
  const { place, behind, ahead } = useNavigation.getState();
  useNavigation.setState({ behind: behind.filter(keep), ahead: ahead.filter(keep) });
  if (!keep(place)) goTo(HOME);
}

function remember(place: Place): void {
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify(place));
  } catch {
    // Remembering the place is a comfort: without storage the list opens next time.
  }
}

/** Starts where the window was left, if there still is such a place. */
export function restorePlace(pages: readonly PageId[], sections: readonly SectionId[]): void {
  try {
    const remembered = storedJson(localStorage.getItem(REMEMBERED) ?? 'null');
    useNavigation.setState({ place: placeFrom(remembered, pages, sections) });
  } catch {
    useNavigation.setState({ place: HOME });
  }
}

/** Reads a remembered place; anything unknown is the list, an unknown section the first one. */
export function placeFrom(value: unknown, pages: readonly PageId[], sections: readonly SectionId[]): Place {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return HOME;
  if (value.kind === 'page') {
    const page = pages.find((known) => 'page' in value && known === value.page);
    return page === undefined ? HOME : { kind: 'page', page };
  }
  const id = 'id' in value ? (assessmentIdSchema.safeParse(value.id).data ?? null) : null;
  const section = sections.find((known) => 'section' in value && known === value.section) ?? sections[0];
  if (value.kind !== 'assessment' || id === null || section === undefined) return HOME;
  return { kind: 'assessment', id, section };
}
