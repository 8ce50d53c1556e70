import { z } from 'zod';

/**
 * The places of the native menu that the window fills with its commands. The main process stands its own items (copy,
 * paste, zoom, quit) around them.
 */
const MENU_PLACES = [
  'file.assessment',
  'file.quote',
  'file.workbook',
  'file.book',
  'edit.history',
  'edit.find',
  'view.pages',
  'view.theme',
  'help',
] as const;
export type MenuPlace = (typeof MENU_PLACES)[number];

/** Keys as Electron writes them; anything else would make it throw. */
const ACCELERATOR = /^(CmdOrCtrl\+)?(Alt\+)?(Shift\+)?([A-Z0-9,./]|Enter|Left|Right|Up|Down)$/;

/** One command of the window as the native menu shows it now. */
export const menuItemSchema = z.strictObject({
  commandId: z.string().min(1).max(100),
  place: z.enum(MENU_PLACES),
  label: z.string().min(1).max(300),
  accelerator: z.string().regex(ACCELERATOR).nullable(),
  isEnabled: z.boolean(),
});
export type MenuItem = z.infer<typeof menuItemSchema>;
