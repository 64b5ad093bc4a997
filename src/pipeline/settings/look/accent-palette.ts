import { createRequire } from 'node:module';
import type { Site } from '../../../model/site.ts';

/** The accent of a theme and the colours that go with it, each `#rrggbb`. */
interface Accent {
  /** For links, rules, the focus, and the background of buttons. */
  accent: string;
  /** For text on the accent. */
  onAccent: string;
  /** A background that is tinted with the accent. */
  soft: string;
}

type Theme = 'light' | 'dark';

/** What the publisher's colour becomes in each theme. */
export type AccentPalette = Record<Theme, Accent>;

/** The colours of the themes that the accent must go with, see `styles.css`. */
export const THEMES = {
  light: { backgrounds: ['#fcfcfa', '#f2f3f0'], text: '#ffffff', soft: { lightness: 0.94, chroma: 0.018 } },
  dark: { backgrounds: ['#121517', '#1c2023'], text: '#121517', soft: { lightness: 0.295, chroma: 0.04 } },
};

/**
 * The minimum contrast of text, https://www.w3.org/TR/WCAG22/#contrast-minimum, and a little more: WCAG rounds the
 * coefficients of luminance to four digits and the library does not, so that contrasts of about 4.5 differ by up to 0.0007.
 */
const MIN_CONTRAST = 4.501;
/** In OKLCH, where lightness is from 0 to 1. */
const STEP = 0.005;

/** What is used of the library. Its own types need those of the DOM. */
interface Color {
  alpha: number;
  coords: (number | null)[];
  to: (space: string) => Color;
  toGamut: (options: { space: string }) => Color;
  toString: (options: { format: string; collapse: boolean }) => string;
  contrastWCAG21: (other: string) => number;
}
type ColorConstructor = new (text: string, coords?: number[]) => Color;

const require = createRequire(import.meta.url);

/** Loaded when it is needed: most sites set no accent. */
const loadColor = (): ColorConstructor => (require('colorjs.io') as { default: ColorConstructor }).default;

/** Parses any CSS colour that is the same everywhere: not `currentColor`, and no variables. `undefined` if it is invalid. */
export function parseColor(css: string): string | undefined {
  const Color = loadColor();
  try {
    const color = new Color(css);
    const text = hex(color);
    // The library takes words for numbers, which gives `NaN`.
    return color.alpha === 1 && /^#[\da-f]{6}$/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes a palette of a colour, `#rrggbb`. Where its contrast is too low, the nearest shade that has enough is taken: the
 * same hue, darker or lighter.
 */
export function accentPalette(text: string): AccentPalette {
  const Color = loadColor();
  const [baseLightness, chroma, hue] = new Color(text).to('oklch').coords.map((value) => value ?? 0) as [
    number,
    number,
    number,
  ];
  const at = (lightness: number, ownChroma = chroma): string => hex(new Color('oklch', [lightness, ownChroma, hue]));
  const forTheme = (theme: Theme): Accent => {
    const { backgrounds, text: onAccent, soft } = THEMES[theme];
    const softColor = at(soft.lightness, Math.min(soft.chroma, chroma));
    const against = [...backgrounds, softColor, onAccent].map((color) => new Color(color));
    const isReadable = (shade: string): boolean =>
      against.every((other) => other.contrastWCAG21(shade) >= MIN_CONTRAST);
    const step = theme === 'light' ? -STEP : STEP;
    let accent = text;
    for (let lightness = baseLightness + step; !isReadable(accent); lightness += step) accent = at(lightness);
    return { accent, onAccent, soft: softColor };
  };
  return { light: forTheme('light'), dark: forTheme('dark') };
}

/** Says which shades the pages have, where the contrast of the publisher's colour is too low. */
export function explainAccent({ accent }: Pick<Site, 'accent'>): string | undefined {
  if (accent === undefined) return undefined;
  const palette = accentPalette(accent);
  const shades = (['light', 'dark'] as const)
    .filter((theme) => palette[theme].accent !== accent)
    .map((theme) => `${palette[theme].accent} in the ${theme} theme`);
  if (shades.length === 0) return undefined;
  return `Text in the accent ${accent} would have too little contrast. The nearest shade that has enough is used: ${shades.join(', ')}.`;
}

/** In sRGB, with 8 bits a channel. Colours outside of it get less chroma. */
const hex = (color: Color): string =>
  color.to('srgb').toGamut({ space: 'srgb' }).toString({ format: 'hex', collapse: false });
