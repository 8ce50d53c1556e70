import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Recipe } from '#shared/calibration/recipe.ts';
import type { LibraryPack } from '#shared/library/library-pack.ts';
import { libraryPackQuery, libraryPacksQuery, recipeQuery } from '../../editor/queries.ts';
import { fitPack, useLibrary } from './library-store.ts';

/** What there is to choose from. */
export interface KnownPack {
  readonly id: string;
  readonly title: string;
  readonly isBundled: boolean;
  readonly isCalibrated: boolean;
}

interface ShownPack {
  readonly packs: readonly KnownPack[];
  readonly pack: LibraryPack | undefined;
  readonly recipe: Recipe | undefined;
  readonly error: Error | null;
}

/** The pack that is shown, the newest unless another is chosen, and its fits, which a worker is asked for. */
export function useLibraryPack(): ShownPack {
  const chosen = useLibrary((state) => state.packId);
  const known = useQuery(libraryPacksQuery);
  const packs = known.data ?? [];
  const newest = packs.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
  const id = packs.find((pack) => pack.id === chosen)?.id ?? newest?.id;
  const read = useQuery({ ...libraryPackQuery(id ?? ''), enabled: id !== undefined });
  const recipe = useQuery(recipeQuery);
  useEffect(() => {
    if (read.data !== undefined && recipe.data !== undefined) fitPack(read.data, recipe.data);
  }, [read.data, recipe.data]);
  return { packs, pack: read.data, recipe: recipe.data, error: known.error ?? read.error ?? recipe.error };
}
