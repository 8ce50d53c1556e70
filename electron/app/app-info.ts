import { app } from 'electron';
import { ENGINE_VERSION } from '#shared/actuarial/engine-version.ts';
import type { AppInfo } from '#shared/contract/contract.ts';
import { sqliteVersion } from '../store/connection/sqlite-version.ts';

export const appInfo = (): AppInfo => ({
  version: app.getVersion(),
  electron: process.versions.electron ?? '',
  chromium: process.versions.chrome ?? '',
  node: process.versions.node,
  sqlite: sqliteVersion(),
  engine: ENGINE_VERSION,
  platform: `${process.platform} ${process.arch}`,
  isPackaged: app.isPackaged,
});
