import { Settings } from 'lucide-react';
import type { Page } from '../../editor/page.ts';
import { goToPage } from '../../editor/state/navigation.ts';
import { SettingsPage } from './settings-page.tsx';

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
  Page: SettingsPage,
  needsNoWorkbook: true,
};
