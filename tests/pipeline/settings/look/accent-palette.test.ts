import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  accentPalette,
  explainAccent,
  parseColor,
  THEMES,
} from '../../../../src/pipeline/settings/look/accent-palette.ts';
import { contrast } from '../../../support/contrast.ts';
import { themeColors } from '../../../support/theme-tokens.ts';

/** The tokens of text on a background that is tinted with the accent. */
const TEXTS = ['ink', 'ink-2', 'ink-3', 'danger'];

test.each(['light', 'dark'] as const)('the backgrounds of the %s theme are those of the style sheet', (theme) => {
  expect(THEMES[theme].backgrounds).toEqual(themeColors(theme, 'paper', 'sunk'));
});

test.each([
  ['#0A5A48', '#0a5a48'],
  [' rebeccapurple ', '#663399'],
  ['hsl(220 80% 40%)', '#144bb8'],
  ['oklch(70% 0.3 140)', '#15c000'],
  ['color(display-p3 1 0 0)', '#ff0b0c'],
  ['rgb(1 2 3 / 100%)', '#010203'],
  ['nope', undefined],
  ['', undefined],
  ['currentColor', undefined],
  ['transparent', undefined],
  ['rgb(0 0 0 / 50%)', undefined],
  ['var(--accent)', undefined],
  ['red; background: url(//a.example)', undefined],
  ['rgb(1O 90 72)', undefined],
  ['rgb(calc(1) 2 3)', undefined],
  ['hsl(nan 1 1)', undefined],
])('%s is parsed as %s', (text, color) => {
  expect(parseColor(text)).toBe(color);
});

test('every colour has a shade in each theme in which all text has the minimum contrast', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const palette = accentPalette(`#${number.toString(16).padStart(6, '0')}`);
      for (const theme of ['light', 'dark'] as const) {
        const { accent, onAccent, soft } = palette[theme];
        const [backgrounds, texts] = [themeColors(theme, 'paper', 'sunk'), themeColors(theme, ...TEXTS)];
        for (const background of [...backgrounds, soft, onAccent])
          expect(contrast(accent, background)).toBeGreaterThanOrEqual(4.5);
        for (const text of texts) expect(contrast(text, soft)).toBeGreaterThanOrEqual(4.5);
      }
    }),
    { examples: [[0], [0xffffff], [0xffff00], [0x0000ff], [0x808080], [0xb08450]] },
  );
});

test('a colour with enough contrast stays as it is, and nothing is said', () => {
  expect(accentPalette('#0a5a48').light.accent).toBe('#0a5a48');
  expect(accentPalette('#ffff00').dark.accent).toBe('#ffff00');
  expect(explainAccent({})).toBeUndefined();
  expect(explainAccent({ accent: '#ffff00' })).toMatch(/#ffff00 .* #[0-9a-f]{6} in the light theme\.$/);
});
