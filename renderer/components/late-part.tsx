import { type ComponentType, lazy, type ReactElement, useState } from 'react';

/** A part of the window whose script is fetched when it is first shown, or before that with `fetch`. */
export type LatePart<P> = ((props: P) => ReactElement) & { readonly fetch: () => Promise<unknown> };

/** Wraps a part; one that is there already is shown at once, any other as soon as it is there (inside a `Suspense`). */
export function latePart<P extends object>(load: () => Promise<ComponentType<P>>): LatePart<P> {
  let ready: ComponentType<P> | null = null;
  const fetch = async (): Promise<ComponentType<P>> => {
    ready ??= await load();
    return ready;
  };
  const Late = lazy(async () => ({ default: await fetch() }));
  function Part(props: P): ReactElement {
    // Chosen once: another component in the same place would lose what is in it.
    const [Shown] = useState<ComponentType<P>>(() => ready ?? (Late as ComponentType<P>));
    return <Shown {...props} />;
  }
  return Object.assign(Part, { fetch });
}

/** Fetches a part that comes late; any other is there already. */
export const fetchPart = async (part: object): Promise<void> => {
  if ('fetch' in part && typeof part.fetch === 'function') await part.fetch();
};
