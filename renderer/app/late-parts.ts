import { fetchPart, latePart } from '../components/late-part.tsx';
import { PAGES } from './pages.ts';
import { SECTIONS } from './workbench/sections.ts';

// All of the window but its frame and its list: what the first picture does not need is fetched after it. Pages and
// sections come late by their own records.

/** With its sections, so that none of them is still on its way when a field in it is gone to. */
export const EditorPage = latePart(async () => {
  const [page] = await Promise.all([
    import('./workbench/editor-page.tsx'),
    ...SECTIONS.map(({ Page }) => fetchPart(Page)),
  ]);
  return page.EditorPage;
});
export const Palette = latePart(async () => (await import('./commands/palette.tsx')).Palette);
export const ShortcutSheet = latePart(
  async () => (await import('./commands/shortcut-sheet.tsx')).ShortcutSheet,
);
export const WorkbookCheckDialog = latePart(
  async () => (await import('./workbook/workbook-check-dialog.tsx')).WorkbookCheckDialog,
);
export const ComparePaperDialog = latePart(
  async () => (await import('./workbook/compare-paper-dialog.tsx')).ComparePaperDialog,
);

/** What is gone to first comes first. */
const IN_TURN = [
  EditorPage,
  Palette,
  ...PAGES.map(({ Page }) => Page),
  ShortcutSheet,
  WorkbookCheckDialog,
  ComparePaperDialog,
];
const REST_MS = 1000;

/** Fetches every part, one after the other, whenever the window has nothing else to do; the result stops it. */
export function fetchLateParts(): () => void {
  let isStopped = false;
  const idle = (): Promise<void> => new Promise((resolve) => requestIdleCallback(() => resolve()));
  const fetchAll = async (): Promise<void> => {
    for (const part of IN_TURN) {
      await idle();
      if (isStopped) return;
      // One that cannot be fetched says so when it is gone to.
      await fetchPart(part).catch(() => undefined);
    }
  };
  const timer = setTimeout(() => void fetchAll(), REST_MS);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
