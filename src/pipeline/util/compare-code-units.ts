/** Compares two strings by UTF-16 code units, for `sort`. The result does not depend on the locale. */
export function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
