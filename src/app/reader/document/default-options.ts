import { SETTINGS, type SettingName, type SettingOption } from './setting-options.ts';

/** What the site has as the default, where it is not the first option. From `site.yaml`, by `vite-plugin.ts`. */
declare const __DEFAULT_OPTIONS__: { [Name in SettingName]?: SettingOption<Name> } | undefined;

const OWN = typeof __DEFAULT_OPTIONS__ === 'undefined' ? {} : (__DEFAULT_OPTIONS__ ?? {});

/** The option of a setting that the reader has not chosen. It is not stored. */
export const defaultOption = <Name extends SettingName>(name: Name): SettingOption<Name> =>
  (OWN as { [Key in Name]?: SettingOption<Name> })[name] ?? SETTINGS[name][0];
