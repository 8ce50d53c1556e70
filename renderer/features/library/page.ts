import { BookOpenText } from 'lucide-react';
import { latePart } from '../../components/late-part.tsx';
import type { Page } from '../../editor/page.ts';
import { goToPage } from '../../editor/state/navigation.ts';

export const libraryPage: Page<'library'> = {
  id: 'library',
  command: {
    id: 'go.library',
    group: 'Go to',
    title: 'Incident library',
    keys: ['mod+2'],
    menu: 'view.pages',
    rail: { end: 'top', order: 4, Icon: BookOpenText },
    run: () => goToPage('library'),
  },
  Page: latePart(async () => (await import('./library-page.tsx')).LibraryPage),
  isLeftWithWorkbook: true,
};

export const calibrationPage: Page<'calibration'> = {
  id: 'calibration',
  command: {
    id: 'go.calibration',
    group: 'Go to',
    title: 'Calibration report',
    menu: 'view.pages',
    run: () => goToPage('calibration'),
  },
  Page: latePart(async () => (await import('./calibration-page.tsx')).CalibrationPage),
  needsNoWorkbook: true,
};
