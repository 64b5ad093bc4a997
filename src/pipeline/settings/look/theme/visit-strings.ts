import type { CustomAtRules, Visitor } from 'lightningcss';

const STRING_URLS = /^(?:-webkit-)?image-set$|^src$/i;

/**
 * In a value with variables, or of a property that the parser does not know, strings are URLs in these functions only.
 * The functions themselves are not replaced: the parser cannot read all of the arguments that it gives.
 */
export function visitStrings(place: (url: string) => string): Visitor<CustomAtRules> {
  const open: boolean[] = [];
  return {
    Function: ({ name }) => void open.push(STRING_URLS.test(name)),
    FunctionExit: () => void open.pop(),
    Token: {
      string: ({ type, value }) =>
        open.includes(true) ? { type: 'token', value: { type, value: place(value) } } : undefined,
    },
  };
}

/** Where one of these functions has a string, or a part of it; the first of them if the string has escapes. */
export function offsetOfString(text: string, masked: string, url: string): number {
  const starts = [...masked.matchAll(/(?<![\w-])(?:(?:-webkit-)?image-set|src)\(/gi)].map(({ index }) => index);
  const offsets = starts.map((start) => text.indexOf(url, start));
  return offsets.find((offset, index) => offset >= 0 && offset < (starts[index + 1] ?? text.length)) ?? starts[0] ?? 0;
}

/** Whether a value has a URL, or a function that may have one. */
export function namesFile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { type, url, name } = value as { type?: unknown; url?: unknown; name?: unknown };
  if (url !== undefined || (typeof name === 'string' && STRING_URLS.test(name)) || type === 'image-set') return true;
  return Object.values(value).some(namesFile);
}
