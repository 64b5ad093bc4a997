import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentPalette, explainAccent, parseColor } from '../../../../src/pipeline/settings/look/accent-palette.ts';

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio, not by the library that the palette uses. */
function contrast(a: string, b: string): number {
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
      return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Paper, sunk and the colours of text on them, see `styles.css`. */
const THEMES = {
  light: { backgrounds: ['#fcfcfa', '#f2f3f0'], texts: ['#14181a', '#454b4f', '#62686c', '#a3261b'] },
  dark: { backgrounds: ['#121517', '#1c2023'], texts: ['#ecede8', '#babfbd', '#969d9c', '#f49a8e'] },
};

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
        const { backgrounds, texts } = THEMES[theme];
        for (const background of [...backgrounds, soft, onAccent])
          expect(contrast(accent, background)).toBeGreaterThanOrEqual(4.5);
        for (const text of texts) expect(contrast(text, soft)).toBeGreaterThanOrEqual(4.5);
      }
    }),
    { examples: [[0], [0xffffff], [0xffff00], [0x0000ff], [0x808080]] },
  );
});

test('a colour with enough contrast stays as it is, and nothing is said', () => {
  expect(accentPalette('#0a5a48').light.accent).toBe('#0a5a48');
  expect(accentPalette('#ffff00').dark.accent).toBe('#ffff00');
  expect(explainAccent({})).toBeUndefined();
  expect(explainAccent({ accent: '#ffff00' })).toMatch(/#ffff00 .* #[0-9a-f]{6} in the light theme\.$/);
});
