import { sep } from 'node:path';

/** Folder names by which the common synchronisers are known, with the name people know them by. */
const SYNCHRONISERS: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( - .+)?$/i, 'OneDrive'],
  [/^dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(google ?drive|googledrive-.+|my drive)$/i, 'Google Drive'],
  [/^(icloud ?drive|mobile documents|com~apple~clouddocs)$/i, 'iCloud Drive'],
  [/^cloudstorage$/i, 'a cloud drive'],
  [/^(box|box sync)$/i, 'Box'],
  [/^nextcloud$/i, 'Nextcloud'],
  [/^owncloud$/i, 'ownCloud'],
  [/^(pcloud ?drive|pclouddrive)$/i, 'pCloud'],
  [/^(mega|megasync)$/i, 'MEGA'],
  [/^synologydrive$/i, 'Synology Drive'],
  [/^syncthing$/i, 'Syncthing'],
];

/** The synchroniser whose folder `path` seems to lie in, or null. Goes by folder names only, so it can be wrong. */
export function cloudSynchroniser(path: string, separator: string = sep): string | null {
  const folders = path.split(separator).slice(0, -1);
  for (const folder of folders.reverse()) {
    const known = SYNCHRONISERS.find(([pattern]) => pattern.test(folder));
    if (known !== undefined) return known[1];
  }
  return null;
}
