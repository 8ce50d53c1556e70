import { QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import type { AssessmentId, QuoteId } from '#shared/domain/records.ts';
import { ask } from '../bridge.ts';

const FIRST_ANSWER_LASTS_MS = 1000;

/** What the window reads from the main process. Nothing here depends on a network: calls always run. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: 0 },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** What was read before the first picture is not read again by that picture. */
const staleTime = ({ state }: { readonly state: { readonly dataUpdateCount: number } }): number =>
  state.dataUpdateCount === 1 ? FIRST_ANSWER_LASTS_MS : 0;

export const listQuery = queryOptions({
  queryKey: ['assessments'],
  queryFn: () => ask((client) => client.assessments.list()),
  staleTime,
});

/** What the list cannot show; beside the list, since its first answer must not wait for it. */
export const damagedQuery = queryOptions({
  queryKey: ['assessments', 'damaged'],
  queryFn: () => ask((client) => client.assessments.damaged()),
});

/** The head of the trail on an issued paper never changes. */
export const trailHeadQuery = (quoteId: string) =>
  queryOptions({
    queryKey: ['document', quoteId, 'trail'],
    queryFn: () => ask((client) => client.quotes.trailHead({ id: quoteId })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What has a day; beside the list, and read again whenever the list is. */
export const diaryQuery = queryOptions({
  queryKey: ['assessments', 'diary'],
  queryFn: () => ask((client) => client.deal.diary()),
});

export const workbookQuery = queryOptions({
  queryKey: ['workbook'],
  queryFn: () => ask((client) => client.workbook.info()),
  staleTime,
});

export const backupsQuery = queryOptions({
  queryKey: ['backups'],
  queryFn: () => ask((client) => client.workbook.backups()),
});

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => ask((client) => client.settings.get()),
  staleTime,
});

export const infoQuery = queryOptions({
  queryKey: ['info'],
  queryFn: () => ask((client) => client.app.info()),
  staleTime: Number.POSITIVE_INFINITY,
});

export const currentModelQuery = queryOptions({
  queryKey: ['model', 'current'],
  queryFn: () => ask((client) => client.model.current()),
  staleTime: Number.POSITIVE_INFINITY,
});

const LONGEST_WAIT_MS = 1000;

/**
 * Asks for what the first picture shows, and waits for it: drawn once with everything in it, the window is there sooner than
 * drawn empty and then filled. The rating model is asked for too and shown when it comes, since its test cases may have to run first.
 */
export async function firstAnswers(): Promise<void> {
  void queryClient.prefetchQuery(currentModelQuery);
  const answers = [
    queryClient.prefetchQuery(settingsQuery),
    queryClient.prefetchQuery(workbookQuery),
    queryClient.prefetchQuery(listQuery),
    queryClient.prefetchQuery(presentQuery),
    queryClient.prefetchQuery(insurerQuery),
  ];
  // A slow workbook must not keep the window blank.
  const late = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));
  await Promise.race([Promise.all(answers), late]);
}

/** A model never changes under its hash. The present one, which nearly every assessment is under, is not sent twice. */
export const modelQuery = (hash: string) =>
  queryOptions({
    queryKey: ['model', hash],
    queryFn: async () => {
      const current = await queryClient.ensureQueryData(currentModelQuery).catch(() => null);
      return current?.hash === hash ? current : ask((client) => client.model.byHash({ hash }));
    },
    initialData: () => {
      const current = queryClient.getQueryData(currentModelQuery.queryKey);
      return current?.hash === hash ? current : undefined;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The models that the workbook keeps. */
export const keptModelsQuery = queryOptions({
  queryKey: ['models', 'kept'],
  queryFn: () => ask((client) => client.model.kept()),
});

/** The packs of incidents at hand, and what each holds: a pack never changes under its id. */
export const libraryPacksQuery = queryOptions({
  queryKey: ['library', 'packs'],
  queryFn: () => ask((client) => client.library.packs()),
  staleTime: Number.POSITIVE_INFINITY,
});

export const libraryPackQuery = (id: string) =>
  queryOptions({
    queryKey: ['library', 'pack', id],
    queryFn: () => ask((client) => client.library.pack({ id })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const recipeQuery = queryOptions({
  queryKey: ['library', 'recipe'],
  queryFn: () => ask((client) => client.library.recipe()),
  staleTime: Number.POSITIVE_INFINITY,
});

export const ownIncidentsQuery = queryOptions({
  queryKey: ['own-incidents'],
  queryFn: () => ask((client) => client.library.own()),
});

/** Who works in the workbook on this computer now. */
export const presentQuery = queryOptions({
  queryKey: ['people', 'present'],
  queryFn: () => ask((client) => client.people.current()),
});

export const profilesQuery = queryOptions({
  queryKey: ['people', 'profiles'],
  queryFn: () => ask((client) => client.people.profiles()),
});

export const insurerQuery = queryOptions({
  queryKey: ['people', 'insurer'],
  queryFn: () => ask((client) => client.people.insurer()),
});

/** After anything that changes who works in the workbook, what they may do, or for whom. */
export const refreshPeople = (): void => {
  void queryClient.invalidateQueries({ queryKey: ['people'] });
};

/** What other offers share with an assessment's, as the book stands now. */
export const bookSoFarQuery = (id: AssessmentId) =>
  queryOptions({
    queryKey: ['book', 'so-far', id],
    queryFn: () => ask((client) => client.book.soFar({ id })),
  });

/** The names that subjects of the workbook have already, to pick from. */
export const linkedNamesQuery = queryOptions({
  queryKey: ['book', 'names'],
  queryFn: () => ask((client) => client.book.names()),
});

export const capacitiesQuery = queryOptions({
  queryKey: ['book', 'capacities'],
  queryFn: () => ask((client) => client.book.capacities()),
});

/** An issued document never changes. */
export const documentQuery = (quoteId: QuoteId | null) =>
  queryOptions({
    queryKey: ['document', quoteId],
    queryFn: quoteId === null ? skipToken : () => ask((client) => client.quotes.document({ id: quoteId })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The papers that are stored with an issued quote never change either. */
export const papersQuery = (quoteId: QuoteId) =>
  queryOptions({
    queryKey: ['papers', quoteId],
    queryFn: () => ask((client) => client.quotes.papers({ id: quoteId })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** The letters, memos and schedules of a case that are kept. */
export const casePapersQuery = (id: AssessmentId) =>
  queryOptions({
    queryKey: ['case-papers', id],
    queryFn: () => ask((client) => client.deal.papers({ id })),
  });

/** After one was made. */
export const refreshCasePapers = (id: AssessmentId): void => {
  void queryClient.invalidateQueries({ queryKey: ['case-papers', id] });
};

/** After anything that changes what the list shows. */
export const refreshList = (): void => {
  void queryClient.invalidateQueries({ queryKey: ['assessments'] });
};

/** After another workbook was opened: nothing that was read from the last one is true of it. */
export const refreshWorkbook = (): void => {
  const keys = [
    'assessments',
    'workbook',
    'document',
    'backups',
    'own-incidents',
    'models',
    'people',
    'book',
  ];
  for (const key of keys) void queryClient.invalidateQueries({ queryKey: [key] });
};
