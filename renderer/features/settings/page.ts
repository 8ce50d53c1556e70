import { Settings } from 'lucide-react';
import { latePart } from '../../components/late-part.tsx';
import type { Page } from '../../editor/page.ts';
import { goToPage } from '../../editor/state/navigation.ts';

export const settingsPage: Page<'settings'> = {
  id: 'settings',
  command: {
    id: 'go.settings',
    group: 'Go to',
    title: 'Settings',
    keys: ['mod+,'],
    menu: 'view.pages',
    rail: { end: 'foot', order: 3, Icon: Settings },
    run: () => goToPage('settings'),
  },
  Page: latePart(async () => (await import('./settings-page.tsx')).SettingsPage),
  needsNoWorkbook: true,
};
