/** Compares two strings by UTF-16 code units: the result is the same in every locale. For `sort`. */
export function compareCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
