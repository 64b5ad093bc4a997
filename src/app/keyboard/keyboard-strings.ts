/** The words of the sheet that shows the keys. */
export const keysStrings = {
  title: 'Keyboard',
  keys: [
    { keys: ['j'], meaning: 'next story' },
    { keys: ['k'], meaning: 'story before' },
    { keys: ['Enter'], meaning: 'open the story' },
    { keys: ['o'], meaning: 'read it where it was published' },
    { keys: ['/'], meaning: 'find a topic' },
    { keys: ['g', 'h'], meaning: 'front page, one key after the other' },
    { keys: ['Esc'], meaning: 'close; from an article, go back' },
    { keys: ['?'], meaning: 'show this sheet' },
  ],
  switch: 'Keys of one letter or sign',
  switchNote: 'Off, only Enter and Esc do something. The settings turn them on again.',
};
