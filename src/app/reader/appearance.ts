import { DATA_SAVER_KEY } from './data-saver.ts';
import { applyListLayout } from './list-layout.ts';
import { readStored, useStored, writeStored } from './storage.ts';

/*
 * Appearance settings. The inline script in `index.html` reads the same keys, and applies them before the first paint.
 */

export const THEMES = ['system', 'light', 'dark'] as const;
export const TEXT_SIZES = ['small', 'normal', 'large', 'larger'] as const;

type Theme = (typeof THEMES)[number];
type TextSize = (typeof TEXT_SIZES)[number];

const THEME_KEY = 'theme';
const TEXT_SIZE_KEY = 'text-size';
const THEME_COLORS = { light: '#fcfcfa', dark: '#121517' };

export const useTheme = (): Theme => parseTheme(useStored(THEME_KEY));

export const useTextSize = (): TextSize => parseTextSize(useStored(TEXT_SIZE_KEY));

/** Whether images from other hosts are not loaded. */
export const useDataSaver = (): boolean => useStored(DATA_SAVER_KEY) === 'on';

export function setTheme(theme: Theme): void {
  writeStored(THEME_KEY, theme);
  applyAppearance();
}

export function setTextSize(size: TextSize): void {
  writeStored(TEXT_SIZE_KEY, size);
  applyAppearance();
}

/** Reloads the page: a Content-Security-Policy can be added to a document, but not removed. */
export function setDataSaver(isOn: boolean): void {
  writeStored(DATA_SAVER_KEY, isOn ? 'on' : 'off');
  location.reload();
}

/** Applies settings that change in other tabs, now and from now on. */
export function syncWithOtherTabs(): void {
  const apply = (): void => {
    applyAppearance();
    applyListLayout();
  };
  apply();
  window.addEventListener('storage', apply);
}

function applyAppearance(): void {
  const { dataset } = document.documentElement;
  const [theme, size] = [parseTheme(readStored(THEME_KEY)), parseTextSize(readStored(TEXT_SIZE_KEY))];
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  if (size === 'normal') delete dataset.textSize;
  else dataset.textSize = size;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = THEME_COLORS[theme === 'system' ? own : theme];
  }
}

/** Local storage can hold any text. */
const parseTheme = (stored: string | undefined): Theme => THEMES.find((known) => known === stored) ?? 'system';

const parseTextSize = (stored: string | undefined): TextSize =>
  TEXT_SIZES.find((known) => known === stored) ?? 'normal';
