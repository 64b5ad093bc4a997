/**
 * The options of each setting. The first is the default, unless the site has another one, and has no attribute. The names
 * are stored, so they stay.
 */
export const SETTINGS = {
  theme: ['system', 'light', 'dark'],
  'text-size': ['normal', 'small', 'large', 'larger'],
  'text-face': ['serif', 'sans', 'system', 'dyslexia'],
  'line-spacing': ['normal', 'wide', 'wider'],
  'reading-width': ['normal', 'narrow', 'wide'],
  density: ['cards', 'list', 'headlines'],
  events: ['grouped', 'separate'],
  images: ['all', 'own', 'none'],
  link: ['origin', 'amp', 'ampCache'],
  'link-target': ['same', 'new'],
  dates: ['ages', 'dates'],
  keys: ['on', 'off'],
  'read-on-scroll': ['off', 'on'],
  motion: ['system', 'reduced'],
} as const;

export type SettingName = keyof typeof SETTINGS;
/** `own` is the default of a site with its own typefaces, and never stored. */
export type SettingOption<Name extends SettingName> =
  | (typeof SETTINGS)[Name][number]
  | (Name extends 'text-face' ? 'own' : never);
