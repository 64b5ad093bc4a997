import { DATA_SAVER_KEY } from './data-saver.ts';
import { applyListLayout } from './list-layout.ts';
import { readStored, useStored, writeStored } from './storage.ts';

/*
 * How pages look by the reader's choice. The script in `index.html` reads the same keys and draws the choice before the
 * first paint; here it is changed.
 */

export const THEMES = ['system', 'light', 'dark'] as const;
export const TEXT_SIZES = ['small', 'normal', 'large', 'larger'] as const;

type Theme = (typeof THEMES)[number];
type TextSize = (typeof TEXT_SIZES)[number];

const THEME = 'theme';
const TEXT_SIZE = 'text-size';
const PAPERS = { light: '#fcfcfa', dark: '#121517' };

export const useTheme = (): Theme => asTheme(useStored(THEME));

export const useTextSize = (): TextSize => asTextSize(useStored(TEXT_SIZE));

/** Whether pictures of other hosts are left out. */
export const useDataSaver = (): boolean => useStored(DATA_SAVER_KEY) === 'on';

export function setTheme(theme: Theme): void {
  writeStored(THEME, theme);
  applyAppearance();
}

export function setTextSize(size: TextSize): void {
  writeStored(TEXT_SIZE, size);
  applyAppearance();
}

/** A policy can be added to a page and not be taken away, so the page is loaded anew. */
export function setDataSaver(isOn: boolean): void {
  writeStored(DATA_SAVER_KEY, isOn ? 'on' : 'off');
  location.reload();
}

/** Draws pages as other tabs have them drawn, now and from now on. */
export function syncWithOtherTabs(): void {
  const show = (): void => {
    applyAppearance();
    applyListLayout();
  };
  show();
  window.addEventListener('storage', show);
}

function applyAppearance(): void {
  const { dataset } = document.documentElement;
  const [theme, size] = [asTheme(readStored(THEME)), asTextSize(readStored(TEXT_SIZE))];
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  if (size === 'normal') delete dataset.textSize;
  else dataset.textSize = size;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = PAPERS[theme === 'system' ? own : theme];
  }
}

/** What is stored may be anything. */
const asTheme = (stored: string | undefined): Theme => THEMES.find((known) => known === stored) ?? 'system';

const asTextSize = (stored: string | undefined): TextSize => TEXT_SIZES.find((known) => known === stored) ?? 'normal';
