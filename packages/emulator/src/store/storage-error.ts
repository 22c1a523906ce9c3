/** The parts of an error code of SQLite that mean the disk, not the statement: busy, read-only, I/O, full, cannot open. */
const SQLITE_CODES = new Set([5, 8, 10, 13, 14]);

const SYSTEM_CODES = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'EACCES', 'EPERM', 'EMFILE', 'ENFILE']);

/** Whether an error says that something could not be kept now, and may be kept later: a full disk above all. */
export function isStorageError(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error) return SQLITE_CODES.has(Number(error.errcode) & 0xff);
  return 'code' in error && SYSTEM_CODES.has(String(error.code));
}
