import { readFileSync } from 'node:fs';

const STYLES = readFileSync('src/app/styles.css', 'utf8');

const colorsIn = (css: string): ReadonlyMap<string, string> =>
  new Map([...css.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', color = '']) => [name, color]));

/** Where the tokens of the dark theme begin. Those of the light theme are before. */
const DARK = STYLES.indexOf('@utility dark-paper');

/** The colours of the themes in the style sheet, by the names of their tokens. */
const COLORS = { light: colorsIn(STYLES.slice(0, DARK)), dark: colorsIn(STYLES.slice(DARK)) };

/** The colours of tokens in a theme, `#rrggbb`. */
export const themeColors = (theme: 'light' | 'dark', ...names: string[]): string[] =>
  names.map((name) => COLORS[theme].get(name) ?? `no ${name}`);
