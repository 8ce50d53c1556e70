import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type Settings, settingsSchema } from '#shared/domain/records.ts';
import { type JsonFile, jsonFile } from './json-file.ts';

const DEFAULTS: Settings = { underwriter: '', theme: 'system', paper: 'a4', backupFolder: null };

export const openSettings = (folder: string): JsonFile<Settings> =>
  jsonFile(join(folder, 'settings.json'), settingsSchema, DEFAULTS);

/** The name entered with each change: the underwriter in the settings, else the user of this computer. */
export const actorOf = (settings: Settings): string => settings.underwriter.trim() || accountName();

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // The system has no name for this account.
    return 'unnamed underwriter';
  }
}
