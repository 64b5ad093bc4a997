/*
 * Other endings of a word: plurals, inflected verbs and adjectives. The endings of a family replace each other. It is a
 * short list for many languages, without exceptions: such a match counts less than the word itself.
 */

interface EndingFamily {
  endings: readonly string[];
  /** The fewest letters before the ending. */
  minStem: number;
  /** What the letters before the ending must match. */
  stem?: RegExp;
}

const split = (text: string): string[] => text.split(' ').map((ending) => (ending === '_' ? '' : ending));

const FAMILIES: readonly EndingFamily[] = [
  { endings: split('_ s'), minStem: 3 },
  { endings: split('_ s ed ing ings er ers ly'), minStem: 4 },
  { endings: split('_ es ed ing er ers'), minStem: 3, stem: /(?:[sxzo]|[cs]h)$/ },
  { endings: split('e es ed ing er ers ion ions'), minStem: 3 },
  { endings: split('y ies ied'), minStem: 3 },
  { endings: split('ate ates ated ating ation ations'), minStem: 4 },
  { endings: split('e ation ations ing ed'), minStem: 5 },
  // German, Dutch
  { endings: split('_ e en er em n'), minStem: 4 },
  // Romance languages
  { endings: split('o a os as i e'), minStem: 4 },
  // Russian and its neighbours. Folding has made every й an и.
  {
    endings: split('_ а я ы и у ю е о ь ои еи ом ем ам ям ах ях ами ями ов ев ию ии ия ие'),
    minStem: 3,
    stem: /^\p{Script=Cyrillic}+$/u,
  },
  {
    endings: split('ыи ии ая ои ое ые ие ого его ому ему ых их ым им ую юю'),
    minStem: 3,
    stem: /^\p{Script=Cyrillic}+$/u,
  },
  // Greek
  { endings: split('οσ ου ο οι ων ουσ α ασ εσ η ησ'), minStem: 3, stem: /^\p{Script=Greek}+$/u },
];

/** A doubled consonant before an ending, as in `planning`. */
const DOUBLED = /^(.*[aeiou]([bdglmnprt]))\2(?:ing|ed|er|ers)$/;
const SHORT = /^[^aeiou]*[aeiou]([bdgmnprt])$/;

/** The forms of a folded word with other endings, without the word itself. */
export function otherEndings(word: string): Set<string> {
  const forms = new Set<string>();
  for (const { endings, minStem, stem } of FAMILIES) {
    for (const ending of endings) {
      const start = word.slice(0, word.length - ending.length);
      if (!word.endsWith(ending) || start.length < minStem || (stem && !stem.test(start))) continue;
      for (const other of endings) forms.add(start + other);
    }
  }
  const [, single = ''] = DOUBLED.exec(word) ?? [];
  if (single !== '') for (const ending of split('_ s')) forms.add(single + ending);
  const [, consonant = ''] = SHORT.exec(word) ?? [];
  if (consonant !== '') for (const ending of ['ing', 'ed']) forms.add(word + consonant + ending);
  forms.delete(word);
  return forms;
}
