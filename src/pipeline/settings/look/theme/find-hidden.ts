import type { Locate, ThemeFault } from './theme-fault.ts';

const DECLARATION = /([{;]\s*)(outline(?:-style|-width)?|font-size|visibility)\s*:\s*([^;}]*)/gi;
const ZERO = /^[+-]?(?:0+(?:\.0+)?|\.0+)(?:[a-z]+|%)?$/i;
const NO_OUTLINE = new RegExp(`^none$|${ZERO.source}`, 'i');

/** Finds declarations that hide the focus, a text or a part from some readers. `masked` is the text without comments and strings. */
export function findHidden(masked: string, locate: Locate): ThemeFault[] {
  return [...masked.matchAll(DECLARATION)].flatMap(({ 1: before = '', 2: property = '', 3: value = '', index }) => {
    const kind = kindOf(property);
    // The arguments of functions may be zero.
    const words = value
      .replace(/\(.*\)|!.*/gs, '')
      .trim()
      .split(/\s+/);
    if (!words.some((word) => kind.value.test(word))) return [];
    return [{ severity: 'warning', ...kind.warning, ...locate(index + before.length) }];
  });
}

const HIDDEN_FOCUS = {
  code: 'hidden-focus',
  message: 'Expected an outline, found none: readers who use a keyboard do not see where the focus is.',
  hint: 'Change its colour, width or offset instead.',
};

const HIDDEN_TEXT = {
  code: 'hidden-text',
  message:
    'Expected text that can be seen, found the size 0: it disappears for readers who see, and for some screen readers.',
  hint: 'Choose another size, or `display: none` for what nobody needs.',
};

const INVISIBLE = {
  code: 'hidden-part',
  message:
    'Expected a part that can be seen, found one that is hidden: it keeps its place, and nobody can read or use it.',
  hint: 'Use `display: none` for what nobody needs.',
};

const kindOf = (property: string): { value: RegExp; warning: typeof INVISIBLE } => {
  if (/^font/i.test(property)) return { value: ZERO, warning: HIDDEN_TEXT };
  if (/^visibility/i.test(property)) return { value: /^(?:hidden|collapse)$/i, warning: INVISIBLE };
  return { value: NO_OUTLINE, warning: HIDDEN_FOCUS };
};
