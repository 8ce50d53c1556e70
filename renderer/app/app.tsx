import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { queryClient, settingsQuery } from '../editor/queries.ts';
import { Shell } from './shell.tsx';
import { showTheme } from './theme.ts';
import { useWindowEvents } from './use-window-events.ts';

export const App = (): ReactElement => (
  <QueryClientProvider client={queryClient}>
    <I18nProvider locale="en-GB">
      <Window />
    </I18nProvider>
  </QueryClientProvider>
);

function Window(): ReactElement {
  useWindowEvents();
  const { data: settings } = useQuery(settingsQuery);
  useEffect(() => {
    if (settings) showTheme(settings.theme);
  }, [settings]);
  return <Shell />;
}
