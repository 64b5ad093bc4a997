/** The words of the settings. */
export const settingsStrings = {
  linkPreference: 'Links open',
  linkPreferenceNote: 'Where a story has no such page, the next one it has opens. Every link shows its host first.',
  theme: 'Theme',
  themes: { system: 'Device', light: 'Light', dark: 'Dark' },
  textSize: 'Size of text',
  textSizes: { small: 'Small', normal: 'Normal', large: 'Large', larger: 'Larger' },
  foreignPictures: 'Pictures of other hosts',
  foreignPicturesChoice: { shown: 'Shown', 'left-out': 'Left out' },
  foreignPicturesNote: 'Left out, nothing at all is asked of another host before a click.',
  keys: 'Keys of one letter or sign',
  keysChoice: { on: 'On', off: 'Off' },
  keysNote: 'On, J and K go from story to story, and other keys do more.',
  showKeys: 'Keyboard',
  needScript: 'Settings need script, which is off.',
  storedOnDevice: 'Settings stay on this device.',
  notStored: 'This browser keeps nothing for this paper: what you choose holds until its window is closed.',
};
