const REASONS: Partial<Record<string, string>> = {
  EACCES: 'writing there is not allowed',
  EPERM: 'writing there is not allowed',
  EROFS: 'nothing can be written there',
  ENOSPC: 'the disk is full',
  ENAMETOOLONG: 'its name is too long',
  EEXIST: 'something else is in its place',
  ENOTDIR: 'a file is where a folder is needed',
  EISDIR: 'a folder is where the file should be',
};

/** Why the system did not write a file, in words. */
export function describeSystemError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
  return REASONS[code] ?? code;
}
