import { fetchPart, latePart } from '../components/late-part.tsx';
import { PAGES } from './pages.ts';
import { SECTIONS } from './workbench/sections.ts';

// Everything in the window except its frame and the list is fetched after the first picture. Pages and sections say in
// their own records that they load late.

/** Together with its sections, so that each of them is there when one of its fields is jumped to. */
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
export const CheckPapersDialog = latePart(
  async () => (await import('./workbook/check-papers-dialog.tsx')).CheckPapersDialog,
);

export const RestoreDialog = latePart(
  async () => (await import('./workbook/restore-dialog.tsx')).RestoreDialog,
);
export const SalvagedDialog = latePart(
  async () => (await import('./workbook/salvaged-dialog.tsx')).SalvagedDialog,
);
export const EmptyBinDialog = latePart(
  async () => (await import('./workbook/empty-bin-dialog.tsx')).EmptyBinDialog,
);

export const FirstStartDialog = latePart(
  async () => (await import('./people/first-start-dialog.tsx')).FirstStartDialog,
);
export const WhoDialog = latePart(async () => (await import('./people/who-dialog.tsx')).WhoDialog);

/** Those that people open first come first. */
const IN_TURN = [
  EditorPage,
  Palette,
  FirstStartDialog,
  WhoDialog,
  ...PAGES.map(({ Page }) => Page),
  ShortcutSheet,
  WorkbookCheckDialog,
  RestoreDialog,
  SalvagedDialog,
  EmptyBinDialog,
  ComparePaperDialog,
  CheckPapersDialog,
];
const REST_MS = 1000;

/** Fetches every part, one after the other, whenever the window has nothing else to do; the result stops it. */
export function fetchLateParts(): () => void {
  let isStopped = false;
  const idle = (): Promise<void> => new Promise((resolve) => requestIdleCallback(() => resolve()));
  const fetchAll = async (): Promise<void> => {
    await import('../styles/noto-faces.ts').catch(() => undefined);
    for (const part of IN_TURN) {
      await idle();
      if (isStopped) return;
      // A part that cannot be fetched says so when it is opened.
      await fetchPart(part).catch(() => undefined);
    }
  };
  const timer = setTimeout(() => void fetchAll(), REST_MS);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
