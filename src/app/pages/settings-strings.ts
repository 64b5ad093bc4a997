import type { StringTable } from '../i18n/string-table.ts';

/** Strings of the settings page. */
export const settingsStrings = {
  linkPreference: 'Open links in',
  linkPreferenceNote: 'If a story lacks this link, the next one it has is used. Every link shows its host.',
  theme: 'Theme',
  themes: { system: 'Device', light: 'Light', dark: 'Dark' },
  textSize: 'Text size',
  textSizes: { small: 'Small', normal: 'Normal', large: 'Large', larger: 'Larger' },
  dataSaver: 'Images from other hosts',
  dataSaverChoice: { shown: 'Shown', 'not-loaded': 'Not loaded' },
  dataSaverNote: 'When not loaded, the site makes no request to other hosts until you click a link.',
  shortcuts: 'Single-key shortcuts',
  shortcutsChoice: { on: 'On', off: 'Off' },
  shortcutsNote: 'When on, J and K move from story to story, and other keys do more.',
  showShortcuts: 'Keyboard shortcuts',
  needScript: 'The settings need JavaScript, which is off.',
  storedOnDevice: 'The settings stay on this device.',
  notStored: 'This browser does not store data for this site: the settings last until you close the window.',
} satisfies StringTable;
