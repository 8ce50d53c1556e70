import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** The fuses this project has an opinion on. */
export type FuseName =
  | 'runAsNode'
  | 'enableCookieEncryption'
  | 'enableNodeOptionsEnvironmentVariable'
  | 'enableNodeCliInspectArguments'
  | 'enableEmbeddedAsarIntegrityValidation'
  | 'onlyLoadAppFromAsar'
  | 'loadBrowserProcessSpecificV8Snapshot'
  | 'grantFileProtocolExtraPrivileges';

const optionOf: Readonly<Record<FuseName, FuseV1Options>> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

export type FuseStates = Readonly<Record<FuseName, boolean>>;

/** Reads the fuses of an Electron executable back. */
export async function readFuses(executable: string): Promise<FuseStates> {
  const wire = await getCurrentFuseWire(executable);
  const state = (name: FuseName): readonly [FuseName, boolean] => [
    name,
    wire[optionOf[name]] === FuseState.ENABLE,
  ];
  return Object.fromEntries((Object.keys(optionOf) as FuseName[]).map(state)) as FuseStates;
}

/** Sets the named fuses of an Electron executable in place; the others stay as they are. */
export async function setFuses(executable: string, fuses: Partial<FuseStates>): Promise<void> {
  const named = Object.entries(fuses).map(([name, on]) => [optionOf[name as FuseName], on] as const);
  await flipFuses(executable, { version: FuseVersion.V1, ...Object.fromEntries(named) });
}
