import type { Locate, ThemeFault } from './theme-fault.ts';

const REFUSED: Record<string, { message: string; hint: string }> = {
  import: {
    message: 'Expected the rules themselves, found `@import`.',
    hint: 'Copy the rules of the other file into theme.css.',
  },
  namespace: {
    message:
      'Expected rules without a namespace, found `@namespace`: it must be the first rule of the style sheet of the site.',
    hint: 'Select elements of SVG by their names.',
  },
};

/** Rules that must be the first in a style sheet. Those of `theme.css` follow others. */
export const findRefused = (text: string, masked: string, locate: Locate): ThemeFault[] =>
  [...masked.matchAll(/@/g)].flatMap(({ index }) => {
    const refused = REFUSED[identifierAt(text, index + 1).toLowerCase()];
    return refused ? [{ severity: 'error', code: 'refused-rule', ...refused, ...locate(index) }] : [];
  });

/** The identifier at an offset, without escapes. https://www.w3.org/TR/css-syntax-3/#consume-name */
const identifierAt = (text: string, offset: number): string => {
  const [name = ''] = /(?:[\w-]|[^\x00-\x7f]|\\[0-9a-f]{1,6}\s?|\\[^\n\r\f])*/iy.exec(text.slice(offset)) ?? [];
  return name.replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gi, (_, hex?: string, character: string = '') =>
    hex === undefined ? character : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  );
};
