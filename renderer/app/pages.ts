import type { Page } from '../editor/page.ts';
import type { PageId } from '../editor/state/navigation.ts';
import { modelBookPage } from '../features/book/page.ts';
import { binPage, listPage, newPage } from '../features/intake/pages.tsx';
import { calibrationPage, libraryPage } from '../features/library/page.ts';
import { repricePage } from '../features/portfolio/page.ts';
import { settingsPage } from '../features/settings/page.ts';

/** The pages of the window beside the editor. A new one is its own record and a line here. */
export const PAGES = [
  listPage,
  binPage,
  newPage,
  settingsPage,
  repricePage,
  libraryPage,
  calibrationPage,
  modelBookPage,
] as const;

declare module '../editor/state/navigation.ts' {
  interface Destinations {
    readonly page: (typeof PAGES)[number]['id'];
  }
}

/** A page by its id; the list where there is no such page. */
export const pageOf = (id: PageId): Page => PAGES.find((page) => page.id === id) ?? listPage;
