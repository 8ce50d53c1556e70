import { nameKey } from '#shared/domain/name-key.ts';

/** A place that others than this computer write to, by the name that people know it by. */
export interface SharedPlace {
  readonly kind: 'synchronised' | 'network';
  readonly name: string;
}

/** Names by which Google calls the two roots of its drive, in the languages that it is offered in. */
const GOOGLE_ROOTS = [
  ...[
    'my drive',
    'shared drives',
    'meine ablage',
    'geteilte ablagen',
    'mon drive',
    'drive partagés',
    'mi unidad',
  ],
  ...[
    'unidades compartidas',
    'il mio drive',
    'drive condivisi',
    'meu drive',
    'o meu disco',
    'drives compartilhados',
  ],
  ...[
    'discos partilhados',
    'mijn drive',
    'gedeelde drives',
    'min enhet',
    'delade enheter',
    'mit drev',
    'fællesdrev',
  ],
  ...[
    'min disk',
    'delte disker',
    'oma drive',
    'jaetut drivet',
    'mój dysk',
    'dyski współdzielone',
    'můj disk',
  ],
  ...[
    'sdílené disky',
    'saját meghajtó',
    'megosztott meghajtók',
    'мой диск',
    'общие диски',
    'мій диск',
    "drive'ım",
  ],
  ...['ortak drive’lar', 'マイドライブ', '共有ドライブ', '내 드라이브', '공유 드라이브', '我的云端硬盘'],
  ...[
    '共享云端硬盘',
    '我的雲端硬碟',
    '共用雲端硬碟',
    'ไดรฟ์ของฉัน',
    'drive của tôi',
    'drive saya',
    'האחסון שלי',
    'ملفاتي',
  ],
].map(nameKey);

const oneOf = (names: readonly string[]): RegExp =>
  new RegExp(`^(${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})$`, 'u');

/** What SharePoint calls its first library, after the name of the site. */
const LIBRARY =
  'documents|dokumente|documentos|documenti|documenten|dokument|dokumenter|dokumenty|asiakirjat|документы|ドキュメント|文档|文件|문서';

/** Names of folders, as keys of names, by which the common synchronisers are known. */
export const CLOUD_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( - .+)?$/, 'OneDrive'],
  [new RegExp(`^.+ - (${LIBRARY})$`, 'u'), 'SharePoint (OneDrive)'],
  [/^dropbox( \(.+\))?$|^.+ dropbox$/, 'Dropbox'],
  [/^(google ?drive|googledrive-.+)$/, 'Google Drive'],
  [oneOf(GOOGLE_ROOTS), 'Google Drive'],
  [/^(icloud ?drive|mobile documents|com~apple~clouddocs)$/, 'iCloud Drive'],
  [/^proton ?drive(-.+)?$/, 'Proton Drive'],
  [/^cloudstorage$/, 'a cloud drive'],
  [/^(box|box sync)$/, 'Box'],
  [/^nextcloud\d*$/, 'Nextcloud'],
  [/^owncloud\d*$/, 'ownCloud'],
  [/^pcloud ?drive$/, 'pCloud'],
  [/^(mega|megasync)$/, 'MEGA'],
  [/^synologydrive$/, 'Synology Drive'],
  [/^syncthing$/, 'Syncthing'],
  [/^kdrive\d*$/, 'kDrive'],
  [/^(tresorit|tresorit drive|my tresors)$/, 'Tresorit'],
  [/^seafile$/, 'Seafile'],
  [/^yandex\.?disk$/, 'Yandex Disk'],
  [/^(egnyte|egnyte connect)$/, 'Egnyte'],
  [/^jottacloud$/, 'Jottacloud'],
];

/** What a synchroniser leaves in the root of what it synchronises, in every language the same. */
export const MARKERS: readonly (readonly [RegExp, string])[] = [
  // A folder of that name holds the program's own settings.
  [/^(\.dropbox|\.dropbox\.cache\/)$/i, 'Dropbox'],
  [/^(\.tmp\.drive(upload|download)|\.shortcut-targets-by-id)\/?$/i, 'Google Drive'],
  [/^\.849C9593-D756-4E56-8D6E-42412F2A707B\/?$/i, 'OneDrive'],
  [/^\.seafile-data\/?$/i, 'Seafile'],
  [/^\.(stfolder|stversions)\/?$/i, 'Syncthing'],
  [/^(\.nextcloudsync\.log|\.owncloudsync\.log|\._?sync_[0-9a-f]+\.db)$/i, 'Nextcloud or ownCloud'],
  [/^\.megaignore$/i, 'MEGA'],
  [/^\.SynologyWorkingDirectory\/?$/i, 'Synology Drive'],
  [/^\.tresorit\/$/i, 'Tresorit'],
  [/^\.boxsync(\.log)?$/i, 'Box'],
];

const share: SharedPlace = { kind: 'network', name: 'a network share' };

/** Types of file systems of Linux that another computer serves, or a program that speaks to one. */
export const NETWORK_FILE_SYSTEMS: readonly (readonly [RegExp, SharedPlace])[] = [
  [/^(nfs4?|cifs|smb3?|smbfs|afs|ceph|glusterfs|lustre|beegfs|ncpfs|coda|9p|davfs2?|gfs2|ocfs2)$/, share],
  [/^fuse\.(sshfs|gvfsd-fuse|davfs2?|glusterfs|ceph|s3fs|smbnetfs|curlftpfs|afpfs)$/, share],
  [
    /^fuse\.(rclone|google-drive-ocamlfuse|onedriver|dropbox.*|insync.*|pcloud.*)$/,
    { kind: 'synchronised', name: 'a cloud drive' },
  ],
  [
    /^(vboxsf|vmhgfs|prl_fs|drvfs|fuse\.vmhgfs-fuse|virtiofs)$/,
    { kind: 'network', name: 'a folder shared with another system' },
  ],
];
