import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Eyes, sharedPlace, sharedPlaceOf } from '#electron/store/workbook/shared-place.ts';
import { closeWorkbook } from '#electron/store/workbook/workbook.ts';
import { newWorkbook, reopened, temporaryFolder } from './support/workbooks.ts';

const blind: Eyes = {
  separator: '/',
  namesIn: () => [],
  textOf: () => '',
  mounts: () => '/dev/sda1 / ext4 rw 0 0\n',
  dropboxRoots: () => [],
};
const seen = (path: string, eyes: Partial<Eyes> = {}) =>
  sharedPlace(path, { ...blind, separator: path.includes('\\') ? '\\' : '/', ...eyes })?.name ?? null;

describe('folders that are synchronised, by their names', () => {
  it.each([
    ['C:\\Users\\Ada\\OneDrive - Harbour Ltd\\Work\\Book.ballast', 'OneDrive'],
    ['C:\\Users\\Ada\\OneDrive\\Book.ballast', 'OneDrive'],
    ['/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/Book.ballast', 'iCloud Drive'],
    ['/Users/ada/Library/CloudStorage/Other-ada/Book.ballast', 'a cloud drive'],
    ['/Users/ada/Library/CloudStorage/GoogleDrive-ada@x.example/My Drive/Book.ballast', 'Google Drive'],
    ['/Users/ada/Library/CloudStorage/GoogleDrive-ada@x.example/Ablage/Book.ballast', 'Google Drive'],
    ['/home/ada/Dropbox (Harbour)/Book.ballast', 'Dropbox'],
    ['/home/ada/Nextcloud/a/b/Book.ballast', 'Nextcloud'],
    ['/home/a/Acme Dropbox/user/x.ballast', 'Dropbox'],
    ['G:\\Shared drives\\UW\\x.ballast', 'Google Drive'],
    ['G:\\Meine Ablage\\x.ballast', 'Google Drive'],
    ['G:\\Mon Drive\\x.ballast', 'Google Drive'],
    ['G:\\マイドライブ\\x.ballast', 'Google Drive'],
    [`/Users/a/${'マイドライブ'.normalize('NFD')}/x.ballast`, 'Google Drive'],
    ['G:\\내 드라이브\\x.ballast', 'Google Drive'],
    ['G:\\Мой диск\\x.ballast', 'Google Drive'],
    ['C:\\Users\\a\\Proton Drive\\x.ballast', 'Proton Drive'],
    ['C:\\Users\\a\\Proton Drive\\a@b.example\\My files\\x.ballast', 'Proton Drive'],
    ['C:\\Users\\a\\kDrive\\x.ballast', 'kDrive'],
    ['C:\\Users\\a\\Tresorit\\x.ballast', 'Tresorit'],
    ['C:\\Users\\a\\Seafile\\x.ballast', 'Seafile'],
    ['C:\\Users\\a\\Contoso Ltd\\Underwriting - Documents\\x.ballast', 'SharePoint (OneDrive)'],
    ['C:\\Users\\a\\Contoso GmbH\\Zeichnung - Dokumente\\x.ballast', 'SharePoint (OneDrive)'],
  ])('%s', (path, name) => expect(seen(path)).toBe(name));

  it.each([
    '/home/ada/Documents/Book.ballast',
    '/home/ada/dropbox.ballast',
    '/home/ada/Boxes/My OneDrive notes/Book.ballast',
    'C:\\Users\\ada\\Documents\\Book.ballast',
    '/home/ada/Drive/Book.ballast',
    '/Volumes/Macintosh HD/Users/ada/Book.ballast',
    '\\\\?\\C:\\Users\\ada\\Book.ballast',
  ])('%s is none', (path) => expect(seen(path)).toBeNull());
});

describe('network shares', () => {
  it.each([
    ['\\\\nas01\\underwriting\\x.ballast', 'a network share'],
    ['\\\\?\\UNC\\nas01\\underwriting\\x.ballast', 'a network share'],
    ['//nas01/underwriting/x.ballast', 'a network share'],
    ['/Volumes/underwriting/x.ballast', 'a network share or another volume'],
    ['/run/user/1000/gvfs/smb-share:server=nas,share=uw/x.ballast', 'a network share'],
    ['/home/a/.gvfs/uw on nas/x.ballast', 'a network share'],
  ])('%s by its path', (path, name) => expect(seen(path)).toBe(name));

  it.each([
    ['nas:/uw /srv/uw nfs4 rw 0 0', '/srv/uw/x.ballast', 'a network share'],
    ['//nas/uw /mnt/under\\040writing cifs rw 0 0', '/mnt/under writing/a/x.ballast', 'a network share'],
    ['a@b: /home/a/remote fuse.sshfs rw 0 0', '/home/a/remote/x.ballast', 'a network share'],
    ['drive: /home/a/g fuse.rclone rw 0 0', '/home/a/g/x.ballast', 'a cloud drive'],
    ['share /media/sf vboxsf rw 0 0', '/media/sf/x.ballast', 'a folder shared with another system'],
    ['nas:/uw /srv/uw nfs4 rw 0 0', '/srv/uw2/x.ballast', null],
    ['nas:/ / nfs rw 0 0\n/dev/sdb /home ext4 rw 0 0', '/home/a/x.ballast', null],
  ])('%s', (mount, path, name) =>
    expect(seen(path, { mounts: () => `/dev/sda1 / ext4 rw 0 0\n${mount}\n` })).toBe(name),
  );
});

describe('by what the synchroniser leaves in the folder, whatever its name', () => {
  it.each([
    ['.dropbox', 'Dropbox'],
    ['.tmp.driveupload', 'Google Drive'],
    ['.shortcut-targets-by-id', 'Google Drive'],
    ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'OneDrive'],
    ['.seafile-data', 'Seafile'],
    ['.stfolder', 'Syncthing'],
    ['.sync_0123abcd.db', 'Nextcloud or ownCloud'],
    ['.megaignore', 'MEGA'],
    ['.SynologyWorkingDirectory', 'Synology Drive'],
  ])('%s', (marker, name) => {
    const root = temporaryFolder();
    const folder = join(root, '共有', 'a', 'b');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, 'Book.ballast');
    expect(sharedPlaceOf(path)).toBeNull();
    writeFileSync(join(root, '共有', marker), '');
    expect(sharedPlaceOf(path)).toEqual({ kind: 'synchronised', name });
    // The folder is often linked to.
    symlinkSync(folder, join(root, 'link'));
    expect(sharedPlaceOf(join(root, 'link', 'Book.ballast'))).toEqual({ kind: 'synchronised', name });
  });

  it('is not taken in by the folder of settings that Dropbox keeps in a home', () => {
    const home = temporaryFolder();
    mkdirSync(join(home, '.dropbox'));
    expect(sharedPlaceOf(join(home, 'Book.ballast'))).toBeNull();
    mkdirSync(join(home, '.dropbox.cache'));
    expect(sharedPlaceOf(join(home, 'Book.ballast'))?.name).toBe('Dropbox');
  });

  it.each([
    ['IconResource=C:\\Program Files\\Microsoft OneDrive\\OneDrive.exe,1', 'OneDrive'],
    ['IconResource=C:\\Program Files\\Google\\Drive File Stream\\GoogleDriveFS.exe,26', 'Google Drive'],
    ['IconResource=C:\\Program Files\\Dropbox\\Client\\Dropbox.exe,-2301', 'Dropbox'],
    ['IconResource=C:\\Windows\\System32\\imageres.dll,-112', null],
  ])('desktop.ini: %s', (text, name) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'desktop.ini'), `[.ShellClassInfo]\r\n${text}\r\n`);
    expect(sharedPlaceOf(join(folder, 'Book.ballast'))?.name ?? null).toBe(name);
  });

  it('info.json of Dropbox names its roots', () => {
    const eyes = { dropboxRoots: () => ['D:\\Firma'] };
    expect(seen('D:\\Firma\\UW\\x.ballast', eyes)).toBe('Dropbox');
    expect(seen('D:\\Firmament\\x.ballast', eyes)).toBeNull();
  });

  it('never opens the workbook, whatever it is called', () => {
    const opened: string[] = [];
    seen('/a/b/desktop.ini', {
      namesIn: (folder) => (folder === '/a/b' ? ['desktop.ini'] : []),
      textOf: (path) => {
        opened.push(path);
        return '';
      },
    });
    expect(opened).toEqual([]);
  });
});

it('a workbook opened in such a folder says so', () => {
  const made = newWorkbook();
  const { path } = made;
  closeWorkbook(made);
  writeFileSync(join(path, '..', '.stfolder'), '');
  const workbook = reopened(path);
  expect(workbook.notices.map(({ message }) => message).join(' ')).toContain('lies in a folder of Syncthing');
});
