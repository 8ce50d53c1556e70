import { latePart } from './late-part.tsx';

// All of the window but its frame and its list: what the first picture does not need is fetched after it.

export const EditorPage = latePart(async () => (await import('./workbench/editor-page.tsx')).EditorPage);
export const NewPage = latePart(async () => (await import('../features/intake/new/new-page.tsx')).NewPage);
export const SettingsPage = latePart(
  async () => (await import('../features/settings/settings-page.tsx')).SettingsPage,
);
export const RepricePage = latePart(
  async () => (await import('../features/portfolio/reprice-page.tsx')).RepricePage,
);
export const Palette = latePart(async () => (await import('./commands/palette.tsx')).Palette);
export const ShortcutSheet = latePart(
  async () => (await import('./commands/shortcut-sheet.tsx')).ShortcutSheet,
);
export const WorkbookCheckDialog = latePart(
  async () => (await import('./workbook/workbook-check-dialog.tsx')).WorkbookCheckDialog,
);

/** What is gone to first comes first. */
const IN_TURN = [EditorPage, Palette, NewPage, SettingsPage, RepricePage, ShortcutSheet, WorkbookCheckDialog];
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
      await part.fetch().catch(() => undefined);
    }
  };
  const timer = setTimeout(() => void fetchAll(), REST_MS);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
