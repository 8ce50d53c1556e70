/** The `code` of an error of the system or of SQLite ("ENOENT", "SQLITE_BUSY"), or null for any other error. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** No room on the disk, or none left for this user. */
export const isDiskFull = (code: string): boolean => code === 'ENOSPC' || code === 'EDQUOT';

/** The file or its folder may not be read or written by this user. */
export const isAccessDenied = (code: string): boolean =>
  code === 'EACCES' || code === 'EPERM' || code === 'EROFS';

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'it, or a folder on the way to it, is not there',
  ENOTDIR: 'a file stands where a folder should be',
  EISDIR: 'it is a folder',
  EEXIST: 'something else has its name',
  ENAMETOOLONG: 'its name or its folder’s is too long',
  ELOOP: 'a link in its folder leads back to itself',
  EACCES: 'you have no right to it',
  EPERM: 'you have no right to it',
  EROFS: 'its disk can only be read',
  EBUSY: 'another program has it open',
  ETXTBSY: 'another program has it open',
  ENOSPC: 'the disk is full',
  EDQUOT: 'no more room on the disk is allowed to you',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENXIO: 'the disk or device is gone',
  ENODEV: 'the disk or device is gone',
  ESTALE: 'the disk of another computer is gone',
};

/** Why something could not be done to a file, as words that follow “since”, by the code of the error. */
export const causeOf = (code: string): string => CAUSES[code] ?? 'the disk or system does not allow it';
