import { useStored, writeStored } from './storage.ts';

/*
 * How pages look by the reader's choice. The script in `index.html` reads the same keys and draws the choice before the
 * first paint; here it is changed.
 */

export const THEMES = ['system', 'light', 'dark'] as const;
export const TEXT_SIZES = ['small', 'normal', 'large', 'larger'] as const;

export const DENSITIES = ['cards', 'list', 'headlines'] as const;

type Theme = (typeof THEMES)[number];
type TextSize = (typeof TEXT_SIZES)[number];
type Density = (typeof DENSITIES)[number];

const THEME = 'theme';
const TEXT_SIZE = 'text-size';
const DENSITY = 'density';
export const DATA_SAVER = 'data-saver';
const PAPERS = { light: '#fcfcfa', dark: '#121517' };

interface Appearance {
  theme: Theme;
  textSize: TextSize;
  /** How densely stories are set in lists. */
  density: Density;
  /** Whether pictures of other hosts are left out. */
  hasDataSaver: boolean;
}

export function useAppearance(): Appearance {
  const [theme, textSize, saver] = [useStored(THEME), useStored(TEXT_SIZE), useStored(DATA_SAVER)];
  const density = useStored(DENSITY);
  return {
    theme: THEMES.find((known) => known === theme) ?? 'system',
    textSize: TEXT_SIZES.find((known) => known === textSize) ?? 'normal',
    density: DENSITIES.find((known) => known === density) ?? 'cards',
    hasDataSaver: saver === 'on',
  };
}

export function setTheme(theme: Theme): void {
  writeStored(THEME, theme);
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = PAPERS[theme === 'system' ? own : theme];
  }
}

export function setTextSize(size: TextSize): void {
  writeStored(TEXT_SIZE, size);
  document.documentElement.dataset.textSize = size;
}

export function setDensity(density: Density): void {
  writeStored(DENSITY, density === 'cards' ? '' : density);
  const { dataset } = document.documentElement;
  if (density === 'cards') delete dataset.density;
  else dataset.density = density;
}

/** A policy can be added to a page and not be taken away, so the page is loaded anew. */
export function setDataSaver(isOn: boolean): void {
  writeStored(DATA_SAVER, isOn ? 'on' : 'off');
  location.reload();
}
