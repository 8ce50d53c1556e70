import { app } from 'electron';
import { z } from 'zod';

const startSchema = z.object({ workbook: z.string().nullable() });

/**
 * True for the one running copy of the application for this user; a second start hands its workbook to the first and
 * ends. `onSecondStart` gets the path, or null when it was started without one. (Not read from the second start's
 * arguments: Chromium may reorder them.)
 */
export function claimSingleInstance(
  workbook: string | null,
  onSecondStart: (workbook: string | null) => void,
): boolean {
  if (!app.requestSingleInstanceLock({ workbook })) {
    app.quit();
    return false;
  }
  // biome-ignore lint/complexity/useMaxParams: the order is Electron's
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const start = startSchema.safeParse(data);
    onSecondStart(start.success ? start.data.workbook : null);
  });
  return true;
}
