import type { FuseStates } from '../runtime/fuses.ts';

/** The fuses of the application as shipped; electron-builder.yml sets them and a test reads them back. */
export const shippedFuses: FuseStates = {
  runAsNode: false,
  enableCookieEncryption: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};
