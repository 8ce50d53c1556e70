import { latePart } from '../../components/late-part.tsx';
import type { Page } from '../../editor/page.ts';
import { goToPage } from '../../editor/state/navigation.ts';

export const modelBookPage: Page<'model-book'> = {
  id: 'model-book',
  command: {
    id: 'go.model-book',
    group: 'Go to',
    title: 'Rating model',
    menu: 'view.pages',
    run: () => goToPage('model-book'),
  },
  Page: latePart(async () => (await import('./book-page.tsx')).BookPage),
  needsNoWorkbook: true,
};
