import { create } from 'zustand';

export const SECTIONS = [
  'overview',
  'subject',
  'custody',
  'audits',
  'incidents',
  'declarations',
  'terms',
  'price',
  'quotes',
] as const;
export type Section = (typeof SECTIONS)[number];

export type Place =
  | { readonly kind: 'list' }
  | { readonly kind: 'bin' }
  | { readonly kind: 'new' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'reprice' }
  | { readonly kind: 'assessment'; readonly id: string; readonly section: Section };

/** A field to bring into view after arriving; `nonce` makes asking twice for the same field work. */
export interface Arrival {
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
  place: rememberedPlace(),
  arrival: null,
  behind: [],
  ahead: [],
}));

/** Goes to a place; the place left behind can be returned to. */
export function goTo(place: Place, fieldPath?: string): void {
  const current = useNavigation.getState();
  const isSame = JSON.stringify(current.place) === JSON.stringify(place);
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
export function forgetAssessment(id: string): void {
  const keep = (place: Place) => place.kind !== 'assessment' || place.id !== id;
  const { place, behind, ahead } = useNavigation.getState();
  useNavigation.setState({ behind: behind.filter(keep), ahead: ahead.filter(keep) });
  if (!keep(place)) goTo({ kind: 'list' });
}

function remember(place: Place): void {
  try {
    localStorage.setItem(REMEMBERED, JSON.stringify(place));
  } catch {
    // Remembering the place is a comfort: without storage the list opens next time.
  }
}

function rememberedPlace(): Place {
  try {
    return placeFrom(JSON.parse(localStorage.getItem(REMEMBERED) ?? 'null'));
  } catch {
    return { kind: 'list' };
  }
}

/** Reads a remembered place; anything unknown is the list. */
export function placeFrom(value: unknown): Place {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return { kind: 'list' };
  switch (value.kind) {
    case 'bin':
    case 'new':
    case 'settings':
    case 'reprice':
      return { kind: value.kind };
    case 'assessment': {
      const id = 'id' in value && typeof value.id === 'string' ? value.id : null;
      const section = SECTIONS.find((known) => 'section' in value && known === value.section);
      return id === null ? { kind: 'list' } : { kind: 'assessment', id, section: section ?? 'overview' };
    }
    default:
      return { kind: 'list' };
  }
}
