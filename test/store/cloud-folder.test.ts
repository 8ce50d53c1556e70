import { describe, expect, it } from 'vitest';
import { cloudSynchroniser } from '#electron/store/workbook/cloud-folder.ts';

describe('folders that are synchronised to a cloud', () => {
  it.each([
    ['C:\\Users\\Ada\\OneDrive - Harbour Ltd\\Work\\Book.ballast', '\\', 'OneDrive'],
    ['C:\\Users\\Ada\\OneDrive\\Book.ballast', '\\', 'OneDrive'],
    ['/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/Book.ballast', '/', 'iCloud Drive'],
    ['/Users/ada/Library/CloudStorage/Other-ada/Book.ballast', '/', 'a cloud drive'],
    ['/Users/ada/Library/CloudStorage/GoogleDrive-ada@x.example/My Drive/Book.ballast', '/', 'Google Drive'],
    ['/home/ada/Dropbox (Harbour)/Book.ballast', '/', 'Dropbox'],
    ['/home/ada/Nextcloud/a/b/Book.ballast', '/', 'Nextcloud'],
  ])('%s', (path, separator, name) => {
    expect(cloudSynchroniser(path, separator)).toBe(name);
  });

  it.each([
    '/home/ada/Documents/Book.ballast',
    '/home/ada/dropbox.ballast',
    '/home/ada/Boxes/My OneDrive notes/Book.ballast',
  ])('%s is none', (path) => {
    expect(cloudSynchroniser(path, '/')).toBeNull();
  });
});
