import { QueryClient, queryOptions } from '@tanstack/react-query';
import { ask } from '../bridge.ts';

/** What the window reads from the main process. Nothing here depends on a network: calls always run. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: 0 },
    mutations: { networkMode: 'always', retry: false },
  },
});

export const listQuery = queryOptions({
  queryKey: ['assessments'],
  queryFn: () => ask((client) => client.assessments.list()),
});

export const workbookQuery = queryOptions({
  queryKey: ['workbook'],
  queryFn: () => ask((client) => client.workbook.info()),
});

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => ask((client) => client.settings.get()),
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

/** A model never changes under its hash. */
export const modelQuery = (hash: string) =>
  queryOptions({
    queryKey: ['model', hash],
    queryFn: () => ask((client) => client.model.byHash({ hash })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** An issued document never changes. */
export const documentQuery = (quoteId: string) =>
  queryOptions({
    queryKey: ['document', quoteId],
    queryFn: () => ask((client) => client.quotes.document({ id: quoteId })),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** After anything that changes what the list shows. */
export const refreshList = (): void => void queryClient.invalidateQueries({ queryKey: ['assessments'] });

/** After another workbook was opened: nothing read from the last one stands. */
export const refreshWorkbook = (): void => {
  for (const key of ['assessments', 'workbook', 'document'])
    void queryClient.invalidateQueries({ queryKey: [key] });
};
