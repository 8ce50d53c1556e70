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
