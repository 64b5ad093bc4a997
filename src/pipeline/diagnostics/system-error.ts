const REASONS: Partial<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
  EEXIST: 'a file with this name already exists',
  ENOTDIR: 'a parent folder of it is a file',
  EISDIR: 'a folder with this name exists',
};

/** Describes why a file could not be written; the system's error code if the reason is not known. */
export function describeSystemError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return REASONS[code] ?? code;
}
