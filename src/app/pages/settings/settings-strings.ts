import type { StringTable } from '../../i18n/string-table.ts';

/** Strings of the settings page. */
export const settingsStrings = {
  groups: {
    appearance: 'Appearance',
    reading: 'Reading',
    lists: 'Lists',
    links: 'Links',
    keyboard: 'Keyboard',
  },
  allSettings: 'All settings',
  reset: 'Reset',
  wasReset: (group: string) => `“${group}” is as it was at first.`,
  settings: {
    theme: {
      legend: 'Theme',
      note: 'Device follows the light or dark mode of your device.',
      options: { system: 'Device', light: 'Light', dark: 'Dark' },
    },
    'text-size': {
      legend: 'Text size',
      note: 'Makes all text and the space around it larger or smaller.',
      options: { small: 'Small', normal: 'Normal', large: 'Large', larger: 'Larger' },
    },
    'text-face': {
      legend: 'Typeface',
      note: 'For headlines and articles. Dyslexia uses a typeface with distinct letters, if your device has one.',
      options: { serif: 'Serif', sans: 'Sans', system: 'System', dyslexia: 'Dyslexia' },
    },
    motion: {
      legend: 'Motion',
      note: 'Reduced shows pages and menus without movement.',
      options: { system: 'Device', reduced: 'Reduced' },
    },
    'line-spacing': {
      legend: 'Line spacing',
      note: 'The distance between the lines of excerpts and articles.',
      options: { normal: 'Normal', wide: 'Wide', wider: 'Wider' },
    },
    'reading-width': {
      legend: 'Reading width',
      note: 'The length of the lines of an article on a wide screen.',
      options: { narrow: 'Narrow', normal: 'Normal', wide: 'Wide' },
    },
    density: {
      legend: 'List layout',
      note: 'Cards have pictures and excerpts, a list is shorter, headlines are one line each.',
      options: { cards: 'Cards', list: 'List', headlines: 'Headlines' },
    },
    events: {
      legend: 'Reports on one event',
      note: 'Together, what several sources report has one card. Separate shows each report by itself.',
      options: { grouped: 'Together', separate: 'Separate' },
    },
    images: {
      legend: 'Pictures',
      note: 'With “This site only”, nothing is loaded from other hosts until you click a link.',
      options: { all: 'All', own: 'This site only', none: 'None' },
    },
    dates: {
      legend: 'Dates',
      note: 'Show how long ago a story of the last days was published, or always its date.',
      options: { ages: '3 hours ago', dates: 'Date' },
    },
    'read-on-scroll': {
      legend: 'Mark as read when scrolled past',
      note: 'A story that you scroll past counts as read, not only one that you open.',
      options: { off: 'Off', on: 'On' },
    },
    link: {
      legend: 'Preferred source',
      note: 'If a story lacks this link, the next one it has is used. Every link shows its host.',
      options: { origin: 'Original', amp: 'AMP page', ampCache: 'AMP cache' },
    },
    'link-target': {
      legend: 'Open sources in',
      note: 'In the same tab, the back button brings you back here.',
      options: { same: 'Same tab', new: 'New tab' },
    },
    keys: {
      legend: 'Single-key shortcuts',
      note: 'When on, J and K move from story to story, and other keys do more.',
      options: { on: 'On', off: 'Off' },
    },
  },
  sample: {
    title: 'A sample',
    kicker: 'Harbour',
    headline: 'The night ferry gets a second boat',
    byline: 'Quay News · 3 hours ago',
    excerpt:
      'From spring on two boats cross the bay after midnight. The first one leaves at half past twelve, the second an hour later.',
  },
  showShortcuts: 'Show all shortcuts',
  needScript: 'The settings need JavaScript, which is off.',
} satisfies StringTable;
