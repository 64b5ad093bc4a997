import { afterPaint } from '../../ui/after-paint.ts';
import { defaultOption } from '../document/default-options.ts';
import type { ReaderValues } from '../document/reader-document.ts';
import { SETTINGS, type SettingName, type SettingOption } from '../document/setting-options.ts';
import { changeEntries, subscribe } from '../state/reader-state.ts';
import { readSetting, useSetting } from '../state/use-reader.ts';
import { adoptSettingsCss } from './settings-css.ts';

/*
 * The settings of the reader. Those that are not the first option are attributes of `<html>`, such as
 * `data-text-size="large"`: the inline script in `index.html` sets them before the first paint, and style sheets use them.
 */

/** The option that is chosen. */
export const chosenOption = <Name extends SettingName>(name: Name): SettingOption<Name> =>
  parseOption(name, readSetting(name));

export const useChosenOption = <Name extends SettingName>(name: Name): SettingOption<Name> =>
  parseOption(name, useSetting(name));

/** Chooses an option. */
export function chooseOption<Name extends SettingName>(name: Name, option: SettingOption<Name>): void {
  changeEntries('settings', [[name, option === defaultOption(name) ? null : option]]);
}

/** Sets the attributes of `<html>`. */
function applySettings(): void {
  for (const name of Object.keys(SETTINGS) as SettingName[]) {
    const option = chosenOption(name);
    if (option === SETTINGS[name][0] || NOT_STYLED.has(name)) document.documentElement.removeAttribute(`data-${name}`);
    else document.documentElement.setAttribute(`data-${name}`, option);
  }
  blockImages(chosenOption('images'));
  const theme = chosenOption('theme');
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = THEME_COLORS[theme === 'system' ? own : theme];
  }
}

/**
 * Adds the policy that the inline script adds at the next load, so that no further image is requested. A policy cannot be
 * removed from a document.
 */
function blockImages(images: SettingOption<'images'>): void {
  const content = `img-src data: ${images === 'own' ? "'self'" : ''}`;
  const policies = [...document.head.querySelectorAll<HTMLMetaElement>('meta[http-equiv=Content-Security-Policy]')];
  if (images === 'all' || policies.some((policy) => policy.content === content)) return;
  const policy = document.createElement('meta');
  policy.httpEquiv = 'Content-Security-Policy';
  policy.content = content;
  document.head.append(policy);
}

/**
 * Applies the settings now, and whenever they change, also in other tabs. The control that was pressed is painted first:
 * the layout of the page can take longer.
 */
export function followSettings(): void {
  adoptSettingsCss();
  applySettings();
  subscribe(() => afterPaint(applySettings));
}

const THEME_COLORS = { light: '#fcfcfa', dark: '#121517' };

/** `data-link` hides source links until hydration has rendered the preferred ones. */
const NOT_STYLED: ReadonlySet<SettingName> = new Set(['link']);

/** What is stored can be anything. */
const parseOption = <Name extends SettingName>(
  name: Name,
  stored: ReaderValues['settings'] | undefined,
): SettingOption<Name> => {
  const options: readonly SettingOption<Name>[] = SETTINGS[name];
  return options.find((option) => option === stored) ?? defaultOption(name);
};
