import { join } from 'node:path';
import { type Settings, settingsSchema } from '#shared/domain/records.ts';
import { type JsonFile, jsonFile } from './json-file.ts';

const DEFAULTS: Settings = { underwriter: '', theme: 'system', paper: 'a4', backupFolder: null };

export const openSettings = (folder: string): JsonFile<Settings> =>
  jsonFile(join(folder, 'settings.json'), settingsSchema, DEFAULTS);
